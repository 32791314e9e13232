package linear

import (
	"fmt"

	"probity/tui/prose"
)

// Blank is one of several things that are asked for in turn, each with an answer that an empty line takes.
type Blank struct {
	Asks, Explains string
	Suggests       func() string
	Take           func(line string) error // its error says what is wrong with a line
}

// FillIn asks for all that is blank, in turn. It returns how many were answered when it ended: all of them, or as far as the input went.
func (c *Console) FillIn(blanks []Blank) (answered int) {
	for answered < len(blanks) {
		switch c.fill(blanks[answered], answered > 0) {
		case given:
			answered++
		case goneBack:
			if answered == 0 {
				c.say(isFirst)
				continue
			}
			answered--
		default:
			return answered
		}
	}
	return answered
}

// fill asks for one until a line can be taken. Where there is one before, it is said how to come back to it.
func (c *Console) fill(b Blank, before bool) reply {
	back := ""
	if before {
		back = "\n   back goes to the question before"
	}
	p := prompt{
		says: func() {
			c.say("%s\n   %s\n   An empty line takes: %s%s", b.Asks, b.Explains, prose.Line(b.Suggests()), back)
		},
		asks: b.Asks, help: b.Explains + " An empty line takes what is suggested. back goes to the question before.",
	}
	p.says()
	for {
		line, r := c.ask(p)
		if r != given {
			return r
		}
		if line == "" {
			line = b.Suggests()
		}
		err := b.Take(line)
		if err == nil {
			return given
		}
		c.refuse(line, fmt.Sprintf("“%s” can't be used: %s. Please answer again.", prose.Line(line), err))
	}
}
