package pane

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
)

// Measure is the width of a column of text in a window: no wider than reads well, and clear of the edge.
func Measure(width int) int { return max(1, min(width-2, 78)) }

// Hang wraps text behind a lead of its own width: the first line starts with the lead, the others are indented.
func Hang(lead, text string, width int, style lipgloss.Style) string {
	return HangFunc(lead, text, width, func(line string) string { return style.Render(line) })
}

// HangFunc is Hang for lines that are not all of one style.
func HangFunc(lead, text string, width int, render func(line string) string) string {
	indent := ansi.StringWidth(lead)
	lines := strings.Split(cells.Wrap(text, width-indent), "\n")
	for i, l := range lines {
		if i == 0 {
			lines[i] = lead + render(l)
		} else {
			lines[i] = strings.Repeat(" ", indent) + render(l)
		}
	}
	return strings.Join(lines, "\n")
}

// Indent sets every line of text in by n cells.
func Indent(text string, n int) string {
	pad := strings.Repeat(" ", n)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = pad + l
		}
	}
	return strings.Join(lines, "\n")
}

// Columns sets two texts side by side, the left one padded to its width, with a gap between them.
func Columns(left string, leftWidth int, right string, gap int) string {
	l, r := strings.Split(left, "\n"), strings.Split(right, "\n")
	var b strings.Builder
	for i := range max(len(l), len(r)) {
		a, c := "", ""
		if i < len(l) {
			a = l[i]
		}
		if i < len(r) {
			c = r[i]
		}
		if c == "" {
			b.WriteString(a)
		} else {
			b.WriteString(a + strings.Repeat(" ", max(0, leftWidth-ansi.StringWidth(a))+gap) + c)
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}
