package room

import (
	"charm.land/bubbles/v2/key"

	"probity/tui/parts/keymap"
)

// listed reports whether a list is up.
func (r *Screen) listed() bool { return r.mode == jumping || r.mode == adding || r.mode == putting }

// Click goes on by a step, as a click does when slides are shown, and in a list to the line at a place. At the foot it shows the keys, each of which
// is a click away there. Before the session has begun, and while a number is typed, the page has no use for it: no hand on the table begins one.
func (r *Screen) Click(x, y int) string {
	switch {
	case r.room != nil && r.session().IsBlank():
		return keymap.Name(keymap.Forward())
	case y >= r.height():
		return keymap.Name(keymap.Help())
	case r.listed():
		return r.list.Click(x, y)
	case r.mode == leading && r.room != nil:
		return keymap.Name(keymap.Forward())
	}
	return ""
}

// Clicks says what a click does.
func (r *Screen) Clicks() []key.Binding {
	return []key.Binding{keymap.Said("click", "go on; at the foot: keys"), keymap.Said("right click", "go back")}
}

// Wheel scrolls by lines.
func (r *Screen) Wheel(x, y, lines int) {
	if r.listed() {
		r.list.Wheel(x, y, lines)
		return
	}
	r.pane.Wheel(x, y, lines)
}
