package chart

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
)

// of is the score of so many single best answers, some of them right.
func of(right, all int) (sum scenarios.Score) {
	for i := range all {
		m := scenarios.Marking{Of: 1, Chance: 0.2}
		if i < right {
			m.Marks = 1
		}
		sum = sum.Add(scenarios.ScoreOf("best", m))
	}
	return sum
}

// TestAScoreIsABarOrWords: one of the two, and both end at one cell. What is below chance is on the left of a line.
func TestAScoreIsABarOrWords(t *testing.T) {
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
		scale, lines := scaleOf(8, c.scores...), []string{}
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

// TestAScaleTakesTheRoomThatThereIs, down to a least; where no score has a bar, no room is kept for one.
func TestAScaleTakesTheRoomThatThereIs(t *testing.T) {
	few := of(1, 2)
	for _, c := range []struct {
		room, want int
		score      scenarios.Score
	}{{60, 16 + 6, of(6, 10)}, {20, 20, of(6, 10)}, {3, 6 + 6, of(6, 10)}, {60, len(few.Figure()), few}} {
		if got := ScaleIn(c.room, 6, 16, c.score).Width(); got != c.want {
			t.Errorf("in %d cells it is %d wide, want %d", c.room, got, c.want)
		}
	}
}
