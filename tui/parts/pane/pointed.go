package pane

// Line is the line of the text at a row of the window.
func (p *Pane) Line(row int) int { return p.view.YOffset() + row }

// Click does nothing: a text is only read.
func (p *Pane) Click(_, _ int) string { return "" }

// Wheel scrolls by lines.
func (p *Pane) Wheel(_, _, lines int) { p.Scroll(lines) }
