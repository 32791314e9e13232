package certificate

// stage is where the making stands.
type stage int

const (
	choosing stage = iota
	filling
	previewing
	exporting
	pasting
)

// stands is what enter can be meant for.
type stands struct {
	at      stage
	writing bool
}

// Stage is the stage of the making, or the field that is filled in.
func (c *Screen) Stage() any { return stands{c.stage, c.editor != nil} }

// Back goes a stage back.
func (c *Screen) Back() bool {
	switch c.stage {
	case choosing:
		return false
	case exporting:
		c.stage = filling
	default:
		c.stage--
	}
	return true
}
