package scenarios

import (
	"errors"
	"fmt"
	"slices"
)

// rank puts five actions in order, the most appropriate first, without ties: each earns four marks less its distance
// from its place in the key, twenty in all. Chance brings 60 %: over all orders the mean is twelve. The scheme is the
// near-miss one that UK trainees know from the situational judgement test.
type rank struct{ plain }

const (
	rankOptions = 5
	rankMark    = 4 // for an option in its place
	rankChance  = 0.6
)

func (rank) Name() string                  { return "rank" }
func (rank) Title() string                 { return "Ranking" }
func (rank) Available(*Situation) float64  { return rankMark * rankOptions }
func (rank) Chance(*Situation) float64     { return rankChance }
func (rank) Instruction(*Situation) string { return "Put them in order, the most appropriate first." }

func (rank) Input() Input { return PutInOrder }

func (rank) Check(s *Situation) []Flaw {
	out := uniqueOptions(s)
	if n := len(s.Options); n != rankOptions {
		out = append(out, Flaw{0, "option", fmt.Sprintf("there are %d", n), "a ranking has five options"})
	}
	return append(out, keyNames(s, len(s.Options), len(s.Options), `put every option in order, the most appropriate first: key = ["c", "a", "e", "b", "d"]`)...)
}

func (rank) Begin(_ *Situation, order []string) Attempt {
	return &ordering{board: board{order}, now: slices.Clone(order)}
}

func (rank) Mark(s *Situation, chosen []string) Marking {
	m := Marking{Of: rank{}.Available(s), Chance: rank{}.Chance(s)}
	whole := len(chosen) == len(s.Key)
	for _, o := range s.Options {
		yours, key := slices.Index(chosen, o.ID), slices.Index(s.Key, o.ID)
		mark := OptionMark{ID: o.ID, Key: rank{}.KeyOf(s, o.ID)}
		if whole && yours >= 0 {
			mark.Yours = ordinal(yours)
			mark.Right = yours == key
			mark.Marks = float64(rankMark - max(yours-key, key-yours))
		}
		m.Marks += mark.Marks
		m.Options = append(m.Options, mark)
	}
	return m
}

func (r rank) Scales() []Scale {
	return []Scale{{Of: r.Available(nil), Step: 1, Chance: r.Chance(nil)}}
}

func (rank) Outright() bool { return false }

func (rank) KeyOf(s *Situation, id string) string {
	if i := slices.Index(s.Key, id); i >= 0 {
		return ordinal(i)
	}
	return ""
}

func (rank) WholeKey(s *Situation) string { return s.letters(s.Key) + ", the most appropriate first" }

// Ballot asks for the first alone: one hand can say no more of an order.
func (rank) Ballot(s *Situation, _ string) Ballot {
	b := optionBallot(s, "What would you put first?", "for what you would put first: the first place alone is voted on", s.Key[:min(1, len(s.Key))])
	b.Reveal = "First"
	return b
}

func (rank) Picked(s *Situation, chosen []string) []string {
	return s.among(chosen[:min(1, len(chosen))])
}
func (rank) PickedMeans() string                         { return "of a ranking, who put an option first" }
func (rank) Guess(_ *Situation, order []string) []string { return order }
func (rank) Interaction() string                         { return orderInteraction }

// ordinal names a place, counted from 0.
func ordinal(place int) string {
	names := []string{"1st", "2nd", "3rd"}
	if place >= 0 && place < len(names) {
		return names[place]
	}
	return fmt.Sprintf("%dth", place+1)
}

// ordering is an answer that puts options in order. Each keeps the letter of where it first stood.
type ordering struct {
	board // in the order first shown
	now   []string
}

func (o *ordering) Lines() []Line {
	out := make([]Line, len(o.now))
	for i, id := range o.now {
		out[i] = Line{ID: id, Letter: Letter(slices.Index(o.order, id)), Mark: fmt.Sprintf("%d. ", i+1), Said: ordinal(i), Number: i + 1}
	}
	return out
}

// Shift moves an option up or down and the ones between make room.
func (o *ordering) Shift(i, by int) int { return o.Number(i, i+by+1) }

// Number puts an option in a place, counted from 1.
func (o *ordering) Number(i, n int) int {
	if i < 0 || i >= len(o.now) || n < 1 || n > len(o.now) {
		return i
	}
	id := o.now[i]
	o.now = slices.Insert(slices.Delete(o.now, i, i+1), n-1, id)
	return n - 1
}

func (o *ordering) Read(line string) error {
	picks, err := letters(line, len(o.order))
	if err != nil {
		return err
	}
	sorted := slices.Clone(picks)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(o.order) || len(picks) != len(o.order) {
		return errors.New("a ranking takes every letter once, the most appropriate first, such as " + sampleOrder(len(o.order)))
	}
	for i, p := range picks {
		o.now[i] = o.order[p]
	}
	return nil
}

// sampleOrder is some order of n letters.
func sampleOrder(n int) string {
	out := ""
	for i := range n {
		out += Letter((i*2 + 2) % n)
	}
	return out
}

func (o *ordering) Take(chosen []string) {
	if len(chosen) == len(o.order) && !slices.ContainsFunc(chosen, func(id string) bool { return !slices.Contains(o.order, id) }) {
		o.now = slices.Clone(chosen)
	}
}

func (o *ordering) Missing() string { return "" }

func (o *ordering) Chosen() []string { return slices.Clone(o.now) }
