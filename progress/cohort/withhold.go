// What is withheld, so that no group of one to four people can be made out: not from a figure, and not by taking figures from
// one another.

package cohort

import "math"

// small tells whether a group is of somebody, and of fewer than five.
func small(n int) bool { return n > 0 && n < LeastPeople }

// Share is a share of people or marks, to two places. Where fewer than five people are on the one side or the other, only a
// bound is given, which is the same whether they are one or four.
type Share struct {
	Value float64 `json:"value"`
	Bound string  `json:"bound,omitempty"` // "at least" or "at most"; "" when the value is exact
}

// bounded is a share of n people, of whom some are wholly on the one side and some wholly on the other; outside is how many
// are not wholly inside. The value is exact when both groups can be told of.
func bounded(value float64, inside, outside, n int) Share {
	least := float64(LeastPeople-1) / float64(n)
	switch {
	case small(outside):
		return Share{math.Floor(100*(1-least)) / 100, "at least"}
	case small(inside):
		return Share{math.Ceil(100*least) / 100, "at most"}
	}
	return Share{Value: whole(value)}
}

// Count is a number of people. With OrMore it is a least, since fewer than five are missing from all there are.
type Count struct {
	N      int  `json:"n"`
	OrMore bool `json:"or_more,omitempty"`
}

func counted(n, all int) Count {
	if small(all - n) {
		return Count{max(0, all-LeastPeople+1), true}
	}
	return Count{N: n}
}

// withhold says which of the groups that n people fall into can't be told of: those that are small or leave a small rest,
// and, so that none of them follows from the others, as many more, the smallest first, until at least two groups and five
// people are withheld. A group for which kept is true is the last to go.
func withhold(groups []int, n int, kept func(int) bool) []bool {
	out := make([]bool, len(groups))
	hidden, people := 0, 0
	hide := func(i int) { out[i], hidden, people = true, hidden+1, people+groups[i] }
	for i, g := range groups {
		if small(g) || small(n-g) {
			hide(i)
		}
	}
	for hidden > 0 && (hidden < 2 || people < LeastPeople) {
		next := -1
		for i, g := range groups {
			better := next < 0 || kept(next) && !kept(i) || kept(next) == kept(i) && g < groups[next]
			if !out[i] && g > 0 && better {
				next = i
			}
		}
		if next < 0 {
			break
		}
		hide(next)
	}
	return out
}
