package feedback

// Click does nothing: feedback is read, and the foot of the window leads on from it.
func (f *Feedback) Click(_, _ int) string { return "" }

// Wheel scrolls by lines.
func (f *Feedback) Wheel(_, _, lines int) { f.pane.Scroll(lines) }
