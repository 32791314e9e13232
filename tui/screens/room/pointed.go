package room

// listed reports whether a list is up.
func (r *Screen) listed() bool { return r.mode == jumping || r.mode == adding || r.mode == putting }

// Click goes to the line of a list at a place. Elsewhere it does nothing: a hand on the table must not lead a session on.
func (r *Screen) Click(x, y int) string {
	if !r.listed() || y >= r.height() {
		return ""
	}
	return r.list.Click(x, y)
}

// Wheel scrolls by lines.
func (r *Screen) Wheel(x, y, lines int) {
	if r.listed() {
		r.list.Wheel(x, y, lines)
		return
	}
	r.pane.Wheel(x, y, lines)
}
