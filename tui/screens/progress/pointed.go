package progress

// Click goes to what stands at a place.
func (p *Screen) Click(x, y int) string { return p.up().Click(x, y) }

// Wheel scrolls what stands at a place.
func (p *Screen) Wheel(x, y, lines int) { p.up().Wheel(x, y, lines) }
