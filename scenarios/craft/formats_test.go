// What the checks of craft make of each format.

package craft

import (
	"slices"
	"strings"
	"testing"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// judged is how a situation is judged: what a guesser earns who happens to have the options in the order first, and whether a key
// that is longer than the other options is found.
type judged struct {
	first    string
	earned   float64 // by that guesser, of all that can be had
	giveaway bool
}

func TestEveryFormatIsJudged(t *testing.T) {
	scenariostest.Each(t, map[string]judged{
		"best":    {"bacd", 1, true},
		"choose":  {"adfbcegh", 1, true},
		"rank":    {"caebd", 1, false},
		"rate":    {"acdb", 1, false},
		"discuss": {"abc", 0, false},
	}, func(t *testing.T, s *scenarios.Situation, want judged) {
		long := *s
		long.Options = slices.Clone(s.Options)
		for _, id := range s.Format.Picked(s, s.Key) {
			i := slices.IndexFunc(long.Options, func(o scenarios.Option) bool { return o.ID == id })
			long.Options[i].Text = strings.Repeat("Your name and your role ", 5)
		}
		if found := keyLength(&long) != ""; found != want.giveaway {
			t.Errorf("a long key is found: %v, want %v", found, want.giveaway)
		}
		if !s.Format.Scored() {
			return
		}
		toldApart := cue{"in that order", func(s *scenarios.Situation, i int) float64 {
			return -float64(strings.Index(want.first, s.Options[i].ID))
		}}
		if earned := guess(s, toldApart); earned != want.earned {
			t.Errorf("the guesser earns %v, want %v", earned, want.earned)
		}
	})
}
