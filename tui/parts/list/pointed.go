package list

import "probity/tui/parts/keymap"

// Click goes to the item at a place; enter chooses it. Its row ends with its text or its note.
func (l *lines) Click(x, y int) string {
	if !l.pane.Inked(x, y) {
		return ""
	}
	line := l.pane.Line(y)
	for i, span := range l.spans {
		if x < l.frame.Width && line >= span[0] && line <= span[1] {
			l.at = i
			l.draw()
			l.show()
			return keymap.Name(keymap.Enter(""))
		}
	}
	return ""
}

// Wheel scrolls by lines. The learner's place goes along, so that enter chooses something that is seen.
func (l *lines) Wheel(_, _, lines int) {
	l.pane.Scroll(lines)
	l.follow()
}
