// Answers of somebody who does not read the facts, in each format.

package scenarios

import (
	"fmt"
	"slices"
)

// earnsMost is the answer that earns most over situations with the same options, the first of several.
func earnsMost(all []*Situation, answers [][]string) []string {
	var best []string
	most := 0.0
	for _, chosen := range answers {
		sum := 0.0
		for _, s := range all {
			sum += s.Format.Mark(s, chosen).Share()
		}
		if best == nil || sum > most {
			best, most = chosen, sum
		}
	}
	return best
}

func (best) Fixed(all []*Situation) []string { return earnsMost(all, subsets(all[0].OptionIDs(), 1)) }

// Turned avoids the key.
func (best) Turned(sibling *Situation) [][]string { return subsets(sibling.unkeyed(), 1) }

// Fixed names as many options as the keys do: naming fewer never earns more.
func (choose) Fixed(all []*Situation) []string {
	return earnsMost(all, subsets(all[0].OptionIDs(), len(all[0].Key)))
}

// Turned picks as many as are asked for among those that are not in the key, or all where there are fewer.
func (choose) Turned(sibling *Situation) [][]string {
	left := sibling.unkeyed()
	return subsets(left, min(len(sibling.Key), len(left)))
}

func (rank) Fixed(all []*Situation) []string { return earnsMost(all, orders(all[0].OptionIDs())) }

// Turned puts the last first.
func (rank) Turned(sibling *Situation) [][]string {
	last := slices.Clone(sibling.Key)
	slices.Reverse(last)
	return [][]string{last}
}

// Fixed looks for the rating of each option by itself, because the marks of options add up.
func (rate) Fixed(all []*Situation) []string {
	var out []string
	for _, id := range all[0].OptionIDs() {
		best, most := 0, -1.0
		for n := 1; n <= 4; n++ {
			sum := 0.0
			for _, s := range all {
				sum += ratingMarks(n, ratings(s.Key)[id])
			}
			if sum > most {
				best, most = n, sum
			}
		}
		out = append(out, fmt.Sprintf("%s=%d", id, best))
	}
	return out
}

// Turned flips each rating: 4 to 1 and 3 to 2.
func (rate) Turned(sibling *Situation) [][]string {
	key := ratings(sibling.Key)
	var out []string
	for _, id := range sibling.OptionIDs() {
		out = append(out, fmt.Sprintf("%s=%d", id, 5-key[id]))
	}
	return [][]string{out}
}

func (discuss) Fixed([]*Situation) []string  { return nil }
func (discuss) Turned(*Situation) [][]string { return nil }

// unkeyed lists the options that the key does not name.
func (s *Situation) unkeyed() []string {
	return slices.DeleteFunc(s.OptionIDs(), s.keyed)
}

// subsets lists every choice of so many of the ids.
func subsets(ids []string, size int) [][]string {
	if size == 0 {
		return [][]string{{}}
	}
	var out [][]string
	for i := range len(ids) - size + 1 {
		for _, rest := range subsets(ids[i+1:], size-1) {
			out = append(out, append([]string{ids[i]}, rest...))
		}
	}
	return out
}

// orders lists every order of the ids.
func orders(ids []string) [][]string {
	if len(ids) == 0 {
		return [][]string{{}}
	}
	var out [][]string
	for i, first := range ids {
		for _, rest := range orders(slices.Concat(ids[:i], ids[i+1:])) {
			out = append(out, append([]string{first}, rest...))
		}
	}
	return out
}
