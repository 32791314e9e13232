// Package chart draws figures as text: they make sense without colour, and each stands beside its number.
package chart

import (
	"fmt"
	"strings"

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

// Score is a score above chance as a bar of so many cells with its figure. A score that is below chance, or of too few answers for
// a percentage, has its words where the bar would be.
func Score(s scenarios.Score, width int, th *theme.Theme) string {
	figure := s.Figure()
	if !strings.HasSuffix(figure, "%") {
		return th.Text.Render(fmt.Sprintf("%*s", ScoreWidth(width), figure))
	}
	above, _ := s.Above()
	return Bar(above, width, th) + th.Text.Render(fmt.Sprintf("%*s", figureWidth, figure))
}

// ScoreWidth is how wide Score is at the least, for a bar of so many cells.
func ScoreWidth(bar int) int { return bar + figureWidth }

// figureWidth is that of the figure behind a bar: "100 %" and a blank before it.
const figureWidth = 6
