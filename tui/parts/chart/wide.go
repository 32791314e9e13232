// Bars of a room, which are read from far away.

package chart

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Pair is a share before and the same after, as two bars that are told apart without colour.
func Pair(before, after float64, width int, style lipgloss.Style) (first, second string) {
	return style.Render(strings.Repeat("▒", filled(before, width))), style.Render(strings.Repeat("█", filled(after, width)))
}

// Thick is a share of 1 as a bar that leaves the rest of the line empty, to be read from far away. A share above 0 takes one cell at least.
func Thick(share float64, width int, style lipgloss.Style) string {
	return style.Render(strings.Repeat("█", filled(share, width)))
}

// filled is how many cells a share takes; one at least, unless it is nought.
func filled(share float64, width int) int {
	if share <= 0 || width < 1 {
		return 0
	}
	return max(1, min(width, int(share*float64(width)+0.5)))
}
