package scenarios

import "fmt"

// discuss has no right answer: reasonable people differ, and the rationales say what speaks for and against each
// position. It is unscored.
type discuss struct{ outright }

func (discuss) Scored() bool                 { return false }
func (discuss) Name() string                 { return "discuss" }
func (discuss) Title() string                { return "For discussion" }
func (discuss) Available(*Situation) float64 { return 0 }
func (discuss) Weight() int                  { return 0 }
func (discuss) Chance(*Situation) float64    { return 0 }

func (discuss) Instruction(*Situation) string {
	return "There is no right answer and there are no marks. Choose what is closest to your own view."
}

func (discuss) Input() Input { return PickOne }

func (discuss) Check(s *Situation) []Flaw {
	out := uniqueOptions(s)
	if n := len(s.Options); n < 3 || n > 5 {
		out = append(out, Flaw{0, "option", fmt.Sprintf("there are %d", n), "a discussion has three to five positions"})
	}
	return append(out, keyNames(s, 0, 0, "a discussion has no key: key = []")...)
}

func (discuss) Begin(_ *Situation, order []string) Attempt {
	return &onePick{board: board{order}, at: -1, said: "your view"}
}

func (discuss) Mark(s *Situation, chosen []string) Marking {
	var m Marking
	for _, o := range s.Options {
		mark := OptionMark{ID: o.ID}
		if len(chosen) == 1 && chosen[0] == o.ID {
			mark.Yours = "your view"
		}
		m.Options = append(m.Options, mark)
	}
	return m
}

// Scales has the one of no marks.
func (discuss) Scales() []Scale { return []Scale{{Step: 1}} }

func (discuss) KeyOf(*Situation, string) string { return "" }

func (discuss) WholeKey(*Situation) string {
	return "none. There is no right answer: reasonable people differ."
}

func (discuss) Ballot(s *Situation, _ string) Ballot {
	return optionBallot(s, "Which position is closest to your own?", "for the position closest to your own", nil)
}

func (discuss) Guess(_ *Situation, order []string) []string { return order[:1] }
