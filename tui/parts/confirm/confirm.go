// Package confirm asks before something that cannot be undone, or that a slip of the key could have caused. It is done when
// the very next key press requests it again.
package confirm

import "probity/tui/screen"

// Confirm holds the question that the last key press led to, if it led to one.
type Confirm struct {
	nav   *screen.Nav
	asked any // what this key press requests, once the question is on the screen
	last  any // what the key press before requested
}

// New makes a Confirm that has its questions shown at the foot.
func New(nav *screen.Nav) *Confirm { return &Confirm{nav: nav} }

// Press begins another key press. A screen calls it for every key, so that any other key drops the question.
func (c *Confirm) Press() { c.last, c.asked = c.asked, nil }

// Sure reports whether the key press before requested the same. If not, it shows the question. What is requested is any value
// that can be compared.
func (c *Confirm) Sure(what any, question string) bool {
	if c.last == what {
		return true
	}
	c.asked = what
	c.nav.Ask(question)
	return false
}

// Forget drops the question.
func (c *Confirm) Forget() { c.last, c.asked = nil, nil }
