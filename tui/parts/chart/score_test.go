package chart

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
)

// TestAScoreIsABarOrWords: one of the two, and both end at one cell. What is below chance is on the left of a line.
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
	for _, c := range []struct {
		scores []scenarios.Score
		want   string
	}{
		{[]scenarios.Score{of(6, 6), of(6, 10), of(2, 10), of(5, 5)}, `
████████ 100 %
████░░░░  50 %
░░░░░░░░   0 %
  5 of 5 right
`},
		{[]scenarios.Score{of(6, 6), of(0, 6), of(17, 100), of(39, 200), of(1, 2), {}}, `
  │████████     100 %
██│░░░░░░░░  25 below
 █│░░░░░░░░   3 below
  │░░░░░░░░       0 %
         1 of 2 right

`},
	} {
		scale, lines := ScaleOf(8, c.scores...), []string{}
		for _, s := range c.scores {
			line := ansi.Strip(scale.Score(s, plain()))
			if got := ansi.StringWidth(line); got != scale.Width() {
				t.Errorf("%q is %d wide, want %d", line, got, scale.Width())
			}
			lines = append(lines, strings.TrimRight(strings.ReplaceAll(line, "\u00a0", " "), " "))
		}
		if got := strings.Join(lines, "\n"); got != c.want[1:len(c.want)-1] {
			t.Errorf("drawn as\n%s\nwant\n%s", got, c.want)
		}
	}
}
