package progress

import (
	"probity/tui/parts/keymap"
	"probity/tui/tutor"
)

// Click goes to what stands at a place. A kind of entries in the history is gone to from the one before it.
func (p *Screen) Click(x, y int) string {
	if p.at != history || p.reading != nil || p.editor != nil {
		return p.up().Click(x, y)
	}
	which, ok := p.kindAt(x, y)
	switch kinds := len(tutor.Whiches()); {
	case !ok:
		return p.menu().Click(x, y)
	case which == p.history.which:
		return ""
	default:
		p.history.which = tutor.Which((int(which) + kinds - 1) % kinds)
	}
	return keymap.Name(keymap.Right())
}
