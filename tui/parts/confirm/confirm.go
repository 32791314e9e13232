// Package confirm asks before something that cannot be undone, or that a slip of the key could have caused. It is done when
// it is requested again while the question stands at the foot. Whatever takes the question away, a key, a click or help, takes this away with it.
package confirm

import "probity/tui/screen"

// Confirm asks the questions of one screen, or of one part of it.
type Confirm struct{ nav *screen.Nav }

// asked is what a question is about.
type asked struct {
	by   *Confirm
	what any
}

// New makes a Confirm that has its questions shown at the foot.
func New(nav *screen.Nav) *Confirm { return &Confirm{nav: nav} }

// Withdraw takes a question back whose reason is gone, if it stands.
func (c *Confirm) Withdraw(what any) {
	if c.nav.Stands(asked{c, what}) {
		c.nav.Request(screen.Unask{})
	}
}

// Sure reports whether the same was requested already, and the question that it led to still stands. If not, it shows the question. What is
// requested is any value that can be compared.
func (c *Confirm) Sure(what any, question string) bool {
	of := asked{c, what}
	if c.nav.Stands(of) {
		return true
	}
	c.nav.Ask(of, question)
	return false
}
