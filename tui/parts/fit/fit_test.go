package fit

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"probity/scenarios"
	"probity/scenarios/craft"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/question"
	"probity/tui/screen/screentest"
)

// A Fit is what checking a pack measures with.
var _ craft.Layout = (*Fit)(nil)

// window is one that a situation is written to fit in.
type window struct {
	width, height int
	every         bool // with every kind of answer, not only one that is right, one that is wrong and one in between
}

// usually are the windows that a situation is written to fit.
var usually = []window{{80, 24, true}, {96, 24, false}, {100, 30, false}, {120, 40, false}}

// someOf is every situation of families, or under -short a few: many layouts by one goroutine are nothing for the race detector.
func someOf(p *pack.Pack) []*scenarios.Situation {
	all := slices.DeleteFunc(slices.Clone(p.Bank.All()), func(s *scenarios.Situation) bool { return s.Variant == "" })
	if !testing.Short() {
		return all
	}
	var some []*scenarios.Situation
	for i := 0; i < len(all); i += 23 {
		some = append(some, all[i])
	}
	return some
}

// loaded is the built-in pack, which no test changes.
var loaded = sync.OnceValues(pack.Builtin)

func builtin(t *testing.T) *pack.Pack {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestEveryVariantFitsAUsualWindow: the question, as a turn too, and the feedback on every kind of answer. What is told alone may be
// too long.
func TestEveryVariantFitsAUsualWindow(t *testing.T) {
	t.Parallel()
	full := scenariostest.Families(t)
	for _, s := range full.Bank.All() {
		fill(s)
	}
	for name, p := range map[string]*pack.Pack{"built in": builtin(t), "families": scenariostest.Families(t), "as long as may be": full} {
		fit := New(p)
		for _, s := range someOf(p) {
			for _, w := range usually {
				for _, said := range unfit(fit, s, w) {
					t.Errorf("%s: %s of %s does not fit %v", name, said, s.ID, w)
				}
			}
		}
	}
}

// unfit names what of a situation does not fit a window.
func unfit(f *Fit, s *scenarios.Situation, w window) (out []string) {
	if !f.Question(s, w.width, w.height) {
		out = append(out, "the question")
	}
	all := answers(s)
	if !w.every {
		all = [][]string{s.Key, all[len(all)-1], all[len(all)/2]}
	}
	for _, a := range all {
		if !f.Feedback(s, a, w.width, w.height) {
			out = append(out, fmt.Sprintf("the feedback on %v", a))
		}
	}
	return out
}

// TestInASmallWindowCardsAreWhole, but for the few that have one paragraph higher than the window: no line is ever wider.
func TestInASmallWindowCardsAreWhole(t *testing.T) {
	t.Parallel()
	const most = 10 // in a hundred situations
	f := New(builtin(t))
	all, cut := someOf(f.pack), 0
	for i, s := range all {
		if len(unfit(f, s, window{40, 12, false})) > 0 {
			cut++
		}
		if i%4 > 0 {
			continue
		}
		if said := unfit(f, s, window{40, 20, false}); len(said) > 0 {
			t.Errorf("%v of %s do not fit cards of 16 lines", said, s.ID)
		}
	}
	if cut*100 > len(all)*most {
		t.Errorf("of %d situations %d have a card that is cut", len(all), cut)
	}
}

// TestEveryStageOfAQuestionFits: folded, where the whole has no room, and when the learner is asked how sure they are.
func TestEveryStageOfAQuestionFits(t *testing.T) {
	t.Parallel()
	f := New(builtin(t))
	for _, s := range someOf(f.pack) {
		for _, size := range [][2]int{{80, 20}, {80, 24}, {100, 30}, {120, 40}, {40, 12}} {
			q := question.New(f.env)
			q.Layout(f.frame(size[0], size[1]))
			attempt := s.Format.Begin(s, s.OptionIDs())
			q.Ask(s, nil, attempt, s.OptionIDs())
			for range 20 { // to the end of what is told, and back up
				q.Answer(screentest.Press("pgdown"))
			}
			q.Answer(screentest.Press("j"))
			if size[0] >= 80 && !q.Fits() {
				t.Errorf("%s folded does not fit %v:\n%s", s.ID, size, q.View())
			}
			attempt.Take(s.Key)
			if q.AskSure(); size[1] != 20 && !q.Fits() {
				t.Errorf("how sure of %s does not fit %v:\n%s", s.ID, size, q.View())
			}
		}
	}
}

// answers are of every kind: none, the right one, and what somebody gives who goes by any order.
func answers(s *scenarios.Situation) [][]string {
	out := [][]string{nil, s.Key}
	order := s.OptionIDs()
	for range order {
		order = append(order[1:], order[0])
		back := slices.Clone(order)
		slices.Reverse(back)
		out = append(out, s.Format.Guess(s, order), s.Format.Guess(s, back))
	}
	slices.SortFunc(out, slices.Compare)
	return slices.CompactFunc(out, slices.Equal)
}

// fill makes the texts of a situation as long as an author may make them.
func fill(s *scenarios.Situation) {
	s.Lead, s.Facts, s.Turns = words(250), words(200), words(120)
	s.Stem = scenarios.Told(s.Lead, s.Facts)
	option := 71
	if in := s.Format.Input(); in == scenarios.PickOne || in == scenarios.PutInOrder {
		option = 135
	}
	for i := range s.Options {
		s.Options[i].Text, s.Options[i].Why = words(option), words(138)+" "+words(65)
	}
}

// words is a sentence of so many characters.
func words(n int) string {
	const some = "Somebody writes to you at night about a patient whom both of you have known for years and asks what you think "
	text := strings.TrimSpace(strings.Repeat(some, n/len(some)+1)[:n-1])
	return text + strings.Repeat("e", n-1-len(text)) + "."
}

// TestWhatIsTooLongDoesNotFit: the measure can fail, for each part.
func TestWhatIsTooLongDoesNotFit(t *testing.T) {
	for name, c := range map[string]struct {
		lengthen           func(*scenarios.Situation)
		question, feedback bool
	}{
		"nothing":                            {func(*scenarios.Situation) {}, true, true},
		"a lead":                             {func(s *scenarios.Situation) { s.Stem = words(1400) }, false, true},
		"facts, which a turn tells again":    {func(s *scenarios.Situation) { s.Facts = words(1000) }, false, true},
		"an option that is not explained":    {func(s *scenarios.Situation) { s.Options[3].Text = words(900) }, false, true},
		"a rationale that is cut":            {func(s *scenarios.Situation) { s.Options[1].Why = words(120) + " " + words(120) }, true, false},
		"a rationale of one sentence":        {func(s *scenarios.Situation) { s.Options[1].Why = words(1000) }, true, false},
		"what makes the difference":          {func(s *scenarios.Situation) { s.Turns = words(900) }, true, false},
		"an extract, which is cut as needed": {func(s *scenarios.Situation) { s.Options[1].Cites = []string{"rules/1", "rules/2"} }, true, true},
	} {
		t.Run(name, func(t *testing.T) {
			p := scenariostest.Families(t)
			s, _ := p.Bank.Situation("a-request/from-the-ward")
			c.lengthen(s)
			f := New(p)
			if got := f.Question(s, 80, 24); got != c.question {
				t.Errorf("the question fits: %v", got)
			}
			if got := f.Feedback(s, []string{"a"}, 80, 24); got != c.feedback {
				t.Errorf("the feedback fits: %v", got)
			}
		})
	}
}
