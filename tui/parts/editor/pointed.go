package editor

// Click does nothing: what is written is edited with the keys.
func (e *Editor) Click(_, _ int) string { return "" }

// Wheel takes the cursor up or down what is written, and the window with it.
func (e *Editor) Wheel(_, _, lines int) {
	for range max(lines, -lines) {
		if lines > 0 {
			e.area.CursorDown()
		} else {
			e.area.CursorUp()
		}
	}
	e.edit(nil) // brings the cursor into the window
}
