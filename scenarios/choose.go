package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
)

// choose asks for exactly so many of n, usually three of eight: four marks for each right one. Fewer may be given; more
// than asked scores nothing. Chance brings asked/n, 37.5 % for three of eight.
type choose struct{ outright }

const (
	chooseMark  = 4 // what each right choice earns
	chooseLeast = 5 // options
	chooseMost  = 8
	chooseKeys  = 2 // right ones, at least
)

// mostKeys is how many of n options may be right at most.
func mostKeys(n int) int { return max(chooseKeys, n/2) }

func (choose) Name() string  { return "choose" }
func (choose) Title() string { return "Choose several" }

func (choose) Instruction(s *Situation) string {
	return fmt.Sprintf("Choose %s. Fewer is allowed.", number(len(s.Key)))
}

func (choose) Available(s *Situation) float64 { return chooseMark * float64(len(s.Key)) }

func (choose) Chance(s *Situation) float64 {
	return float64(len(s.Key)) / float64(len(s.Options))
}

func (choose) Input() Input { return PickSeveral }

func (choose) Check(s *Situation) []Flaw {
	out := uniqueOptions(s)
	n := len(s.Options)
	if n < chooseLeast || n > chooseMost {
		out = append(out, Flaw{0, "option", fmt.Sprintf("there are %d", n), "a choice of several has five to eight options, eight as a rule"})
	}
	return append(out, keyNames(s, chooseKeys, mostKeys(n), `name the right options, usually three of eight: key = ["a", "d", "f"]`)...)
}

func (choose) Begin(s *Situation, order []string) Attempt {
	return &manyPicks{board: board{order}, most: len(s.Key)}
}

func (choose) Mark(s *Situation, chosen []string) Marking {
	m := Marking{Of: choose{}.Available(s), Chance: choose{}.Chance(s)}
	tooMany := len(chosen) > len(s.Key)
	for _, o := range s.Options {
		mark := OptionMark{ID: o.ID, Key: choose{}.KeyOf(s, o.ID)}
		if slices.Contains(chosen, o.ID) {
			mark.Yours = "you chose it"
		}
		mark.Right = mark.Yours != "" && mark.Key != ""
		if mark.Right && !tooMany {
			mark.Marks = chooseMark
		}
		m.Marks += mark.Marks
		m.Options = append(m.Options, mark)
	}
	return m
}

func (choose) Scales() []Scale {
	var out []Scale
	for n := chooseLeast; n <= chooseMost; n++ {
		for asked := chooseKeys; asked <= mostKeys(n); asked++ {
			out = append(out, Scale{Of: chooseMark * float64(asked), Step: chooseMark, Chance: float64(asked) / float64(n)})
		}
	}
	return out
}

func (choose) KeyOf(s *Situation, id string) string {
	if s.keyed(id) {
		return "should be chosen"
	}
	return ""
}

// Ballot asks each person for the one they are surest of: three hands each could not be checked against the room.
func (choose) Ballot(s *Situation, _ string) Ballot {
	question := "Which one are you surest of?"
	if rest, ok := strings.CutPrefix(strings.TrimSuffix(s.Ask, "."), "Choose "); ok { // or nobody would know of what
		question = "Of " + rest + ", which one are you surest of?"
	}
	return optionBallot(s, question, "for the one you are surest of", s.Key)
}

func (choose) Guess(s *Situation, order []string) []string { return order[:len(s.Key)] }

// manyPicks is an answer that marks up to a number of options.
type manyPicks struct {
	board
	most  int
	picks []int // in the order they were made
}

func (p *manyPicks) Lines() []Line {
	return p.lines(func(i int) (mark, said string) {
		if slices.Contains(p.picks, i) {
			return "[x]", "chosen"
		}
		return "[ ]", ""
	})
}

// Pick toggles. When as many as asked are marked, another is not taken: the learner gives one up first.
func (p *manyPicks) Pick(i int) string {
	at := slices.Index(p.picks, i)
	switch {
	case at >= 0:
		p.picks = slices.Delete(p.picks, at, at+1)
	case i < 0 || i >= len(p.order):
	case len(p.picks) == p.most:
		return fmt.Sprintf("%s are marked already: give one up first.", guidance.Capital(number(p.most)))
	default:
		p.picks = append(p.picks, i)
	}
	return ""
}

func (p *manyPicks) Read(line string) error {
	picks, err := letters(line, len(p.order))
	if err != nil {
		return err
	}
	slices.Sort(picks)
	picks = slices.Compact(picks)
	if len(picks) == 0 || len(picks) > p.most {
		return fmt.Errorf("this question takes up to %s different letters", number(p.most))
	}
	p.picks = picks
	return nil
}

func (p *manyPicks) Take(chosen []string) {
	p.picks = nil
	for _, id := range chosen {
		if i := slices.Index(p.order, id); i >= 0 {
			p.Pick(i)
		}
	}
}

func (p *manyPicks) Missing() string {
	if len(p.picks) == 0 {
		return fmt.Sprintf("Choose up to %s answers first.", number(p.most))
	}
	return ""
}

func (p *manyPicks) Chosen() []string {
	var out []string
	for _, i := range p.picks {
		out = append(out, p.order[i])
	}
	slices.Sort(out)
	return out
}

// number spells a small number, as prose does.
func number(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}
