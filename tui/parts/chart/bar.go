// Package chart draws figures as text: they make sense without colour, and each stands beside its number.
package chart

import (
	"strings"

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
