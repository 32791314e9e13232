// Doubts: the answers of a record that no certificate rests on, because their marks can't be.

package certificate

import (
	"fmt"
	"math"

	"probity/progress"
	"probity/scenarios"
)

// LeftOut is an answer that no certificate rests on.
type LeftOut struct {
	Situation string // its title
	On        string // the day, as people write it
	Why       string // in words that follow a colon
}

// String names the answer and says why it is left out.
func (l LeftOut) String() string { return fmt.Sprintf("“%s”, %s: %s", l.Situation, l.On, l.Why) }

// doubt says why the marks of an answer can't be; "" when they can. An answer to a situation that the library has
// in the same revision is marked again, only to check.
func doubt(a progress.Answer, bank *scenarios.Bank) string {
	recorded := fmt.Sprintf("the record says %s of %s marks", figure(a.Marks), figure(a.Of))
	switch {
	case !a.Possible():
		return recorded + " beside a chance of " + figure(a.Chance) + ", which the format can't give"
	case a.Compared():
		return ""
	case a.Blank() && a.Marks > 0:
		return recorded + ", and that nothing was chosen"
	}
	s, known := bank.Situation(a.Situation())
	if !known || s.Revision != a.Revision {
		return ""
	}
	m := s.Format.Mark(s, a.Chosen)
	apart := func(x, y float64) bool { return math.Abs(x-y) > 1e-9 }
	if s.Format.Name() != a.Format || apart(m.Marks, a.Marks) || apart(m.Of, a.Of) || apart(m.Chance, a.Chance) {
		return fmt.Sprintf("%s, and marked again it has %s of %s", recorded, figure(m.Marks), figure(m.Of))
	}
	return ""
}
