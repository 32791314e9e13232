// A marked answer beside the key: its options, and which of them there is most to say of.

package tutor

import (
	"cmp"
	"slices"

	"probity/scenarios"
)

// Row is one option of a marked answer.
type Row struct {
	Line   scenarios.Line
	Option scenarios.Option
	Mark   scenarios.OptionMark
	Key    int // the number that the key gives it, such as 1 for the first place; 0 where it only names options
}

// Rows are the options by their letters; those that are put in order as the key has them.
func Rows(out scenarios.Outcome, shown []scenarios.Line) []Row {
	lines := scenarios.ByLetter(shown)
	order := make([]string, len(lines))
	for i, line := range lines {
		order[i] = line.ID
	}
	keyed := out.Situation.Format.Begin(out.Situation, order)
	keyed.Take(out.Situation.Key)
	numbers := map[string]int{}
	for _, line := range keyed.Lines() {
		numbers[line.ID] = line.Number
	}
	rows := make([]Row, len(lines))
	for i, line := range lines {
		option, _ := out.Situation.Option(line.ID)
		rows[i] = Row{line, option, out.Marking.Option(line.ID), numbers[line.ID]}
	}
	if out.Situation.Format.Input() == scenarios.PutInOrder {
		slices.SortStableFunc(rows, func(x, y Row) int { return cmp.Compare(x.Key, y.Key) })
	}
	return rows
}

// Off is by how much the learner's number is not the key's.
func (r Row) Off() int {
	if r.Line.Number == 0 || r.Key == 0 || r.Mark.Yours == "" {
		return 0
	}
	return max(r.Line.Number-r.Key, r.Key-r.Line.Number)
}

// MostExplained is how many options are explained at once of those that were chosen, put in order or rated; more explains all.
func MostExplained(in scenarios.Input) int {
	switch in {
	case scenarios.PickSeveral:
		return 3
	case scenarios.GiveNumbers:
		return 2
	case scenarios.PickOne, scenarios.PutInOrder:
	}
	return 1
}

// Misses are the options that are furthest from where the key has them, the furthest first; where none is, what the key has as best.
func Misses(s *scenarios.Situation, rows []Row, most int) []string {
	byMiss := slices.Clone(rows)
	slices.SortStableFunc(byMiss, func(x, y Row) int {
		return cmp.Or(cmp.Compare(y.Off(), x.Off()), cmp.Compare(x.Mark.Marks, y.Mark.Marks))
	})
	var out []string
	for _, r := range byMiss[:min(most, len(byMiss))] {
		if r.Off() > 0 {
			out = append(out, r.Option.ID)
		}
	}
	if len(out) == 0 && len(rows) > 0 {
		best := rows[0]
		if s.Format.Input() == scenarios.GiveNumbers {
			best = slices.MaxFunc(rows, func(x, y Row) int { return cmp.Compare(x.Key, y.Key) })
		}
		out = []string{best.Option.ID}
	}
	return out
}

// Chosen are the options of an answer that chose some: those that were right, those that should not have been chosen, and those that were missed.
func Chosen(rows []Row) (right, wrong, missed []Row) {
	for _, r := range rows {
		switch {
		case r.Mark.Right:
			right = append(right, r)
		case r.Mark.Yours != "":
			wrong = append(wrong, r)
		case r.Mark.Key != "":
			missed = append(missed, r)
		}
	}
	return right, wrong, missed
}

// InTurns takes one row of each list in turn, as long as there are any.
func InTurns(a, b []Row) (out []Row) {
	for i := range max(len(a), len(b)) {
		if i < len(a) {
			out = append(out, a[i])
		}
		if i < len(b) {
			out = append(out, b[i])
		}
	}
	return out
}

// Decider is the option whose guidance decides: the first that the key names, or else the one that there is most to say of.
func Decider(s *scenarios.Situation, rows []Row) scenarios.Option {
	first := s.Key
	if !s.Format.Outright() {
		first = Misses(s, rows, 1)
	}
	if len(first) == 0 {
		return scenarios.Option{}
	}
	o, _ := s.Option(first[0])
	return o
}
