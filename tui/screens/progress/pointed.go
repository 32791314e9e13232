package progress

import "probity/tui/screen"

// at is the part of the screen at a column.
func (p *Screen) at(x int) screen.Pointed {
	switch left, right := p.widths(); {
	case p.editor != nil:
		return p.editor
	case p.reading != nil:
		return p.feedback
	case right > 0 && x >= left:
		return p.charts
	}
	return p.menu
}

// Click goes to what stands at a place.
func (p *Screen) Click(x, y int) string { return p.at(x).Click(x, y) }

// Wheel scrolls what stands at a place.
func (p *Screen) Wheel(x, y, lines int) { p.at(x).Wheel(x, y, lines) }
