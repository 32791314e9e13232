// Package chart draws figures as text: they make sense without colour, and each stands beside its number.
package chart

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/parts/theme"
)

// Bar is a share of 1 as a bar of so many cells. Below 0 it is empty, above 1 full.
func Bar(share float64, width int, th *theme.Theme) string {
	if !(share > 0) { // and what is no number
		share = 0
	}
	full := int(min(1, share)*float64(width) + 0.5)
	return th.Accent.Render(strings.Repeat("█", full)) + th.Rule.Render(strings.Repeat("░", width-full))
}

// Scale is what scores that stand below one another are drawn on, so that one cell is as much for all of them. Where one of them is below chance
// there is a line at what guessing brings, with room on its left.
type Scale struct{ left, right int }

// mostBelow is how far below chance a bar goes: answering at random does not come to much less.
const mostBelow = 0.5

// scaleOf is the scale of scores, with so many cells for full marks. Where none has answers enough for a percentage, it has room for their words
// alone.
func scaleOf(width int, scores ...scenarios.Score) Scale {
	lowest, words, enough := 0.0, 0, false
	for _, s := range scores {
		if above, ok := s.Above(); ok && s.Enough() {
			lowest, enough = min(lowest, above), true
		} else {
			words = max(words, ansi.StringWidth(s.Figure()))
		}
	}
	if !enough {
		width = 0
	}
	scale := Scale{left: below(lowest, width), right: width}
	scale.right += max(0, words-scale.Width())
	return scale
}

// ScaleIn is the scale of scores with most cells for full marks, or as many as there is room for, but least at the least.
func ScaleIn(room, least, most int, scores ...scenarios.Score) Scale {
	scale := scaleOf(most, scores...)
	for cells := most - 1; cells >= least && scale.Width() > room; cells-- {
		scale = scaleOf(cells, scores...)
	}
	return scale
}

// below is how many cells a bar to the left of the line has: one at the least, where the share is below 0 at all.
func below(share float64, width int) int {
	if !(share <= -0.01) { // which is said as 0 %; and what is no number
		return 0
	}
	return max(1, int(min(mostBelow, -share)*float64(width)+0.5))
}

// Bar is a share above chance as a bar on the scale: to the left of the line where it is below 0.
func (s Scale) Bar(above float64, th *theme.Theme) string {
	if s.left == 0 {
		return Bar(above, s.right, th)
	}
	cells := min(s.left, below(above, s.right))
	return strings.Repeat(" ", s.left-cells) + th.Wrong.Render(strings.Repeat("█", cells)) + th.Rule.Render("│") + Bar(above, s.right, th)
}

// Score is a score above chance as a bar on the scale, with its figure. A score of too few answers for a percentage has its words where the
// bar would be.
func (s Scale) Score(score scenarios.Score, th *theme.Theme) string {
	if !score.Enough() {
		return th.Text.Render(fmt.Sprintf("%*s", s.Width(), score.Figure()))
	}
	above, _ := score.Above()
	return s.Bar(above, th) + th.Text.Render(fmt.Sprintf("%*s", s.figure(), short(above)))
}

// short is the figure beside a bar: "62 %", or "20 below", where the line says of what.
func short(above float64) string { return strings.TrimSuffix(scenarios.Figure(above), " chance") }

// Width is how wide Score is at the least.
func (s Scale) Width() int {
	bar := s.right + s.figure()
	if s.left > 0 {
		bar += s.left + 1
	}
	return bar
}

// figure is the width of the figures behind the bars: "100 %" or "100 below", and a blank before it.
func (s Scale) figure() int {
	if s.left > 0 {
		return 10
	}
	return 6
}
