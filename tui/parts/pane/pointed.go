package pane

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Line is the line of the text at a row of the window.
func (p *Pane) Line(row int) int { return p.view.YOffset() + row }

// Inked reports whether a text stands at a cell of the window, or goes on behind it: the blank rest of a line is no part of what stands there.
func (p *Pane) Inked(x, row int) bool {
	lines := strings.Split(ansi.Strip(p.View()), "\n")
	return row >= 0 && row < len(lines) && x < ansi.StringWidth(strings.TrimRight(lines[row], " "))
}

// Click does nothing: a text is only read.
func (p *Pane) Click(_, _ int) string { return "" }

// Wheel scrolls by lines.
func (p *Pane) Wheel(_, _, lines int) { p.Scroll(lines) }
