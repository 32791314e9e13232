package scenarios

import (
	"errors"
	"fmt"
	"slices"
)

// best is the single best answer of four or five: one mark or none; chance brings one in n.
type best struct{ outright }

// The options that a single best answer has.
const (
	bestLeast = 4
	bestMost  = 5
)

func (best) Name() string                  { return "best" }
func (best) Title() string                 { return "Single best answer" }
func (best) Instruction(*Situation) string { return "Choose the one best answer." }
func (best) Available(*Situation) float64  { return 1 }
func (best) Weight() int                   { return 1 }
func (best) Chance(s *Situation) float64   { return 1 / float64(len(s.Options)) }

func (best) Input() Input { return PickOne }

func (best) Check(s *Situation) []Flaw {
	out := uniqueOptions(s)
	if n := len(s.Options); n < bestLeast || n > bestMost {
		out = append(out, Flaw{0, "option", fmt.Sprintf("there are %d", n), "a single best answer has four or five options"})
	}
	return append(out, keyNames(s, 1, 1, `name the one best option, such as key = ["b"]`)...)
}

func (best) Begin(_ *Situation, order []string) Attempt {
	return &onePick{board: board{order}, at: -1, said: "your answer"}
}

func (best) Mark(s *Situation, chosen []string) Marking {
	m := Marking{Of: 1, Chance: best{}.Chance(s)}
	for _, o := range s.Options {
		mark := OptionMark{ID: o.ID, Key: best{}.KeyOf(s, o.ID)}
		if len(chosen) == 1 && chosen[0] == o.ID {
			mark.Yours = "your answer"
		}
		if mark.Yours != "" && mark.Key != "" {
			mark.Right, mark.Marks = true, 1
		}
		m.Marks += mark.Marks
		m.Options = append(m.Options, mark)
	}
	return m
}

func (best) Scales() []Scale {
	var out []Scale
	for n := bestLeast; n <= bestMost; n++ {
		out = append(out, Scale{Of: 1, Step: 1, Chance: 1 / float64(n)})
	}
	return out
}

func (best) KeyOf(s *Situation, id string) string {
	if s.keyed(id) {
		return "best answer"
	}
	return ""
}

func (best) Ballot(s *Situation, _ string) Ballot {
	return optionBallot(s, s.Ask, "for the answer you would give", s.Key)
}

func (best) Guess(_ *Situation, order []string) []string { return order[:1] }

// onePick is an answer that marks one option.
type onePick struct {
	board
	at   int // -1: nothing yet
	said string
}

func (p *onePick) Lines() []Line {
	return p.lines(func(i int) (mark, said string) {
		if i == p.at {
			return "(•)", p.said
		}
		return "( )", ""
	})
}

func (p *onePick) Pick(i int) string {
	if i >= 0 && i < len(p.order) {
		p.at = i
	}
	return ""
}

func (p *onePick) Read(line string) error {
	picks, err := letters(line, len(p.order))
	if err != nil {
		return err
	}
	if len(picks) != 1 {
		return errors.New("this question takes one letter")
	}
	p.at = picks[0]
	return nil
}

func (p *onePick) Take(chosen []string) {
	if len(chosen) == 1 {
		p.at = slices.Index(p.order, chosen[0])
	}
}

func (p *onePick) Missing() string {
	if p.at < 0 {
		return fmt.Sprintf("Choose an answer first: a letter from a to %s.", Letter(len(p.order)-1))
	}
	return ""
}

func (p *onePick) Chosen() []string {
	if p.at < 0 {
		return nil
	}
	return []string{p.order[p.at]}
}
