package pane

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// place is where a window was put. It is known by the words there: in a window of another height, as while a notice stands, the same text can be
// in other blocks, on other cards.
type place struct {
	line        string // the first line in the window with words, but for one that is repeated above a block
	before      int    // how many such lines are before it
	height, top int    // of the window, and where it stood then
}

// mark notes where the window is, where the text is in blocks: no other text is ever in cards.
func (p *Pane) mark() {
	top := p.view.YOffset()
	p.held = place{height: p.view.Height(), top: top}
	if len(p.at) == 0 {
		return
	}
	end := min(len(p.lines), top+p.view.Height())
	at := min(top, end)
	for _, first := range p.at {
		if first >= top && first < end {
			at = first
			break
		}
	}
	for ; at < end && p.held.line == ""; at++ {
		p.held.line = wording(p.lines[at])
	}
	for _, l := range p.lines[:max(0, at-1)] {
		if wording(l) == p.held.line {
			p.held.before++
		}
	}
}

// wording is a line without what it is drawn with.
func wording(line string) string { return strings.TrimSpace(ansi.Strip(line)) }

// comeBack puts the window where it was put last, after the text was laid out for another height.
func (p *Pane) comeBack() {
	line, before := 0, p.held.before
	for i, l := range p.lines {
		if p.held.line == "" || wording(l) != p.held.line {
			continue
		}
		line = i
		if before--; before < 0 {
			break
		}
	}
	switch {
	case p.held.height == p.view.Height() && line >= p.held.top && line < p.held.top+p.held.height:
		p.view.SetYOffset(p.held.top)
	case len(p.cards) > 0:
		p.showCard(line, line)
	case !slices.ContainsFunc(p.lines[:line], func(l string) bool { return !blank(l) }): // nothing but blanks stands above it
		p.view.SetYOffset(0)
	default:
		p.view.SetYOffset(line)
	}
}
