package chart

import (
	"strings"
	"testing"

	"probity/scenarios"
)

// TestAScoreIsABarOrWords: one of the two, and both end at one cell.
func TestAScoreIsABarOrWords(t *testing.T) {
	of := func(right, all int) (sum scenarios.Score) {
		for i := range all {
			m := scenarios.Marking{Of: 1, Chance: 0.2}
			if i < right {
				m.Marks = 1
			}
			sum = sum.Add(scenarios.ScoreOf("best", m))
		}
		return sum
	}
	for want, s := range map[string]scenarios.Score{
		"████████ 100 %": of(6, 6), "████░░░░  50 %": of(6, 10), "░░░░░░░░   0 %": of(2, 10), "  5 of 5 right": of(5, 5),
		"25 below chance": of(0, 6), "              ": {},
	} {
		if got := strings.ReplaceAll(Score(s, 8, plain()), "\u00a0", " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
