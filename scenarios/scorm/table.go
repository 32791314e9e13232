package scorm

import (
	"slices"

	"probity/scenarios"
)

// The ways of answering, as the page knows them.
const (
	pickOne     = "one"
	pickSeveral = "several"
	putInOrder  = "order"
	giveNumbers = "numbers"
)

// cell is what an option earns where an answer says so much of it.
type cell struct {
	Marks float64 `json:"marks"`
	Right bool    `json:"right"` // as the key has it
}

// mark fills in how a situation is marked: a table of what each value brings each option. The page adds up what stands there, and knows no
// scheme: each is a sum over options of what the answer says of the option. Options stand in the order of the file.
func mark(i *item, s *scenarios.Situation) {
	i.Options = make([]option, len(s.Options))
	i.Input, i.Most, i.Full = input(s)
	for _, chosen := range answers(s) {
		m := s.Format.Mark(s, chosen)
		i.Of, i.Chance = m.Of, m.Chance
		for at, o := range s.Options {
			of := m.Option(o.ID)
			if of.Yours == "" { // the answer says nothing of it
				continue
			}
			i.Options[at].Cells = append(i.Options[at].Cells, cell{of.Marks, of.Right})
			if at == 0 {
				i.Said = append(i.Said, of.Yours)
			}
		}
	}
	if i.Input == putInOrder { // each answer gave every option another place
		sorted(i, s)
	}
}

// answers are such that each option has each value in one of them, in the order of the values: alone, or, where every option has a value, all at once.
func answers(s *scenarios.Situation) [][]string {
	ids := s.OptionIDs()
	var out [][]string
	switch s.Format.Input() {
	case scenarios.PickOne, scenarios.PickSeveral:
		for at := range ids {
			a := s.Format.Begin(s, ids)
			a.Pick(at)
			out = append(out, a.Chosen())
		}
	case scenarios.PutInOrder:
		for by := range ids {
			out = append(out, s.Format.Begin(s, slices.Concat(ids[by:], ids[:by])).Chosen())
		}
	case scenarios.GiveNumbers:
		for value := 1; ; value++ {
			a := s.Format.Begin(s, ids)
			for at := range ids {
				a.Number(at, value)
			}
			if len(a.Chosen()) == 0 { // no such number
				return out
			}
			out = append(out, a.Chosen())
		}
	}
	return out
}

// sorted puts the cells of an order in the order of the places: those that answers gave an option began at another place for each option.
func sorted(i *item, s *scenarios.Situation) {
	n := len(s.Options)
	said := make([]string, n)
	for by := range n { // rotated by so many, the first option has come to this place
		said[(n-by)%n] = i.Said[by]
	}
	i.Said = said
	for at := range i.Options {
		cells := make([]cell, n)
		for by := range n {
			cells[(at-by+n)%n] = i.Options[at].Cells[by]
		}
		i.Options[at].Cells = cells
	}
}

// input is how a situation is answered, how many options can be chosen, and what is said to who chooses more.
func input(s *scenarios.Situation) (name string, most int, full string) {
	switch s.Format.Input() {
	case scenarios.PickOne:
		return pickOne, 1, ""
	case scenarios.PutInOrder:
		return putInOrder, 0, ""
	case scenarios.GiveNumbers:
		return giveNumbers, 0, ""
	case scenarios.PickSeveral:
	}
	a := s.Format.Begin(s, s.OptionIDs())
	for at := range s.Options {
		if full = a.Pick(at); full != "" {
			break
		}
		most++
	}
	return pickSeveral, most, full
}
