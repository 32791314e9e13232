// Marked answers, and scores over several.

package scenarios

import (
	"math"
	"slices"
	"strconv"
	"strings"
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

// rightShare is the share of the marks from which an answer counts as right for calibration and review.
const rightShare = 0.75

// Right reports whether the answer counts as right for calibration: at least 75 % of what could be had.
func (m Marking) Right() bool { return m.Of > 0 && m.Marks >= rightShare*m.Of }

// Score is the marking as it counts in a total. What is unscored has no part in one.
func (m Marking) Score() Score {
	if m.Of <= 0 {
		return Score{}
	}
	return Score{Answers: 1, Marks: m.Marks, Of: m.Of, Chance: m.Chance * m.Of}
}

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

// Score is marks added up over scored answers, beside what chance alone would have brought.
type Score struct {
	Answers int
	Marks   float64
	Of      float64
	Chance  float64 // in marks
}

// Add is the two scores together.
func (s Score) Add(t Score) Score {
	return Score{s.Answers + t.Answers, s.Marks + t.Marks, s.Of + t.Of, s.Chance + t.Chance}
}

// Possible reports whether a score can be the sum of its answers: whole marks, of as many for each as a format gives, beside what
// the formats leave to chance.
func (s Score) Possible() bool {
	const slack = 1e-3 // as sums that were rounded have it
	least, most := extremes()
	n, whole := float64(s.Answers), func(v float64) bool { return v == math.Trunc(v) }
	return s.Answers > 0 && whole(s.Marks) && whole(s.Of) && s.Marks >= 0 && s.Marks <= s.Of && s.Of >= least.Of*n && s.Of <= most.Of*n &&
		s.Chance >= least.Chance*s.Of-slack && s.Chance <= most.Chance*s.Of+slack
}

// extremes are the least and the most that any scale of a scored format has: in marks, and in chance.
func extremes() (least, most Scale) {
	least = Scale{Of: math.Inf(1), Chance: 1}
	for _, f := range Formats() {
		if !f.Scored() {
			continue
		}
		for _, s := range f.Scales() {
			least.Of, least.Chance = min(least.Of, s.Of), min(least.Chance, s.Chance)
			most.Of, most.Chance = max(most.Of, s.Of), max(most.Chance, s.Chance)
		}
	}
	return least, most
}

// Above is the score above chance, (marks − chance) / (available − chance): 1 is full marks, 0 is what chance brings,
// and it can be below 0. ok is false when there is nothing to compare.
func (s Score) Above() (share float64, ok bool) {
	if s.Of-s.Chance <= 0 {
		return 0, false
	}
	return (s.Marks - s.Chance) / (s.Of - s.Chance), true
}

// Percent writes a share in whole percents, rounded towards nought on either side of it: what falls short of a rule never
// reads as reaching it. The sign is a minus, and no line break can part the figure from its unit.
func Percent(share float64) string {
	const close = 1e-9 // 0.29 times 100 is not quite 29 to a computer, nor −0.25 quite −25
	whole := math.Trunc(100*share + math.Copysign(close, share))
	return strings.Replace(strconv.FormatFloat(whole+0, 'f', 0, 64), "-", "−", 1) + "\u00a0%"
}
