// Marked answers.

package scenarios

import (
	"math"
	"slices"
)

// Marking is a marked answer with its working.
type Marking struct {
	Marks   float64
	Of      float64
	Chance  float64 // fraction of Of that chance brings on average
	Options []OptionMark
}

// OptionMark is the working for one option.
type OptionMark struct {
	ID    string
	Yours string // what the learner said of it, in bare words such as "1st" or "your answer"; "" for nothing
	Key   string // what the key says of it, as Format.KeyOf has it; "" for nothing
	Right bool   // the learner and the key agree
	Marks float64
}

// Option is the working for the option of an id.
func (m Marking) Option(id string) OptionMark {
	for _, o := range m.Options {
		if o.ID == id {
			return o
		}
	}
	return OptionMark{ID: id}
}

// unscored is the marking with its working, and no marks that could be had.
func (m Marking) unscored() Marking {
	return Marking{Options: m.Options}
}

// RightShare is the share of the marks from which an answer counts as right.
const RightShare = 0.75

// Right reports whether the answer counts as right, for calibration, review and figures: at least 75 % of what could be had.
func (m Marking) Right() bool { return m.Of > 0 && m.Marks >= RightShare*m.Of }

// Possible reports whether marks that a record holds can have come of a format, by the name the files use: of what the
// format gives, no more than there are, beside the chance that is the format's own. Those of an unknown format cannot.
func Possible(format string, m Marking) bool {
	f, known := FormatNamed(format)
	return known && slices.ContainsFunc(f.Scales(), m.isOn)
}

// Scale is what a situation is marked on.
type Scale struct {
	Of     float64 // the marks that can be had
	Step   float64 // marks go from 0 to Of in such steps
	Chance float64 // the fraction of Of that chance brings on average
}

// isOn reports whether a marking is on a scale, its chance the same but for how a computer keeps fractions.
func (m Marking) isOn(s Scale) bool {
	return m.Of == s.Of && m.Marks >= 0 && m.Marks <= s.Of && math.Mod(m.Marks, s.Step) == 0 && math.Abs(m.Chance-s.Chance) < 1e-9
}

// Share is the share above chance of a scored answer, (marks/of − chance)/(1 − chance): 1 is full marks, 0 is what chance brings, and it
// can be below 0.
func (m Marking) Share() float64 {
	chance := m.Chance * m.Of
	return (m.Marks - chance) / (m.Of - chance)
}
