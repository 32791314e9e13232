package fit

import (
	"slices"
	"strings"
	"testing"

	"probity/scenarios"
	"probity/scenarios/craft"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// A Fit is what checking a pack measures with.
var _ craft.Layout = (*Fit)(nil)

// usually are the windows that a situation is written to fit.
var usually = [][2]int{{80, 24}, {96, 24}, {100, 30}}

// TestEveryVariantFitsAUsualWindow: the question, as a turn too, and the feedback on every kind of answer. What is told alone may be
// too long.
func TestEveryVariantFitsAUsualWindow(t *testing.T) {
	if testing.Short() {
		t.Skip("many layouts, by one goroutine: nothing for the race detector")
	}
	builtin, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	full := scenariostest.Families(t)
	for _, s := range full.Bank.All() {
		fill(s)
	}
	for name, p := range map[string]*pack.Pack{"built in": builtin, "families": scenariostest.Families(t), "as long as may be": full} {
		fit := New(p)
		for _, s := range p.Bank.All() {
			if s.Variant != "" {
				fits(t, name, fit, s)
			}
		}
	}
}

func fits(t *testing.T, pack string, f *Fit, s *scenarios.Situation) {
	t.Helper()
	for _, size := range usually {
		if !f.Question(s, size[0], size[1]) {
			t.Errorf("%s: the question of %s does not fit %v", pack, s.ID, size)
		}
		for _, a := range answers(s) {
			if !f.Feedback(s, a, size[0], size[1]) {
				t.Errorf("%s: the feedback of %s on %v does not fit %v", pack, s.ID, a, size)
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
