package cohort

import (
	"testing"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// TestEveryFormatIsCounted: ten people give the same answer, that of somebody who guesses in the file's order.
func TestEveryFormatIsCounted(t *testing.T) {
	p := scenariostest.Pack(t)
	scenariostest.Each(t, map[string]string{
		"best":    "a 100 % · [b] 0 % · c 0 % · d 0 %",
		"choose":  "[a] 100 % · b 100 % · c 100 % · [d] 0 % · e 0 % · [f] 0 % · g 0 % · h 0 %",
		"rank":    "a 100 % · b 0 % · [c] 0 % · d 0 % · e 0 %",
		"rate":    "a 100 % · b 0 % · c 0 % · d 0 %",
		"discuss": "not counted",
	}, func(t *testing.T, s *scenarios.Situation, want string) {
		pool := NewPool(p.Bank)
		for n := range leastFacility {
			l := newLearner(n)
			l.gives(s, s.Format.Guess(s, s.OptionIDs()), 2)
			pool.record(l.history())
		}
		got := "not counted"
		if r, err := pool.Report("Probity"); err == nil {
			got = r.Situations[0].use()
		}
		if got != want {
			t.Errorf("the options draw %s, want %s", got, want)
		}
	})
}

// The page says of every format whose options are not counted for those that chose them for whom they are.
func TestTheCaptionSaysWhatIsCounted(t *testing.T) {
	if got, want := counted(), "Of a ranking, who put an option first; of a rating, who rated it as the key has it."; got != want {
		t.Errorf("the caption is %q, want %q", got, want)
	}
}
