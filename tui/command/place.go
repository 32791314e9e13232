package command

import (
	"probity/tui/linear"
	"probity/tui/tutor"
)

// place is plain lines as a place, with a home. Where it is said how a practice is to be, it is that practice at once.
type place struct {
	practice
	cli      *cli
	straight bool
}

func (p place) lead(console *linear.Console, t *tutor.Tutor) error {
	if p.straight {
		return p.practice.lead(console, t)
	}
	return console.Home(t, p.cli.ownCopies(console, t), p.cli.yourData(console, t))
}
