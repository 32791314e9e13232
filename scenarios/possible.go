// What a score can be, for whoever is handed one.

package scenarios

import "math"

// Possible reports whether a score can be the sum of its answers: whole marks, of as many for each as a format gives, beside what
// the formats leave to chance. Where the score has shares, these are of as many answers and go with the marks.
func (s Score) Possible() bool {
	whole := func(v float64) bool { return v == math.Trunc(v) }
	if s.Answers < 1 || !whole(s.Marks) || !whole(s.Of) || s.Marks < 0 || s.Marks > s.Of {
		return false
	}
	if s.Shares == (Shares{}) {
		return s.within(extremes(Formats()), s.Answers)
	}
	return s.sharesFit()
}

// slack is how far figures may be off that were rounded before they were added up.
const slack = 1e-3

// bounds are the least and the most that one answer can bring.
type bounds struct {
	leastOf, mostOf         float64 // marks that can be had
	leastChance, mostChance float64 // as a fraction
	leastRoom, mostRoom     float64 // marks between chance and the whole
	leastShare              float64 // above chance; the most is 1
}

// extremes are those of every scale of the scored formats in a list.
func extremes(formats []Format) bounds {
	inf := math.Inf(1)
	b := bounds{leastOf: inf, leastChance: inf, leastRoom: inf}
	for _, f := range formats {
		if !f.Scored() {
			continue
		}
		for _, s := range f.Scales() {
			room, none := s.Of*(1-s.Chance), Marking{Of: s.Of, Chance: s.Chance}
			b.leastOf, b.mostOf = min(b.leastOf, s.Of), max(b.mostOf, s.Of)
			b.leastChance, b.mostChance = min(b.leastChance, s.Chance), max(b.mostChance, s.Chance)
			b.leastRoom, b.mostRoom = min(b.leastRoom, room), max(b.mostRoom, room)
			b.leastShare = min(b.leastShare, none.Share())
		}
	}
	return b
}

// within reports whether so many answers can have the marks that could be had, and leave to chance what the score says.
func (s Score) within(b bounds, answers int) bool {
	n := float64(answers)
	return s.Of >= b.leastOf*n && s.Of <= b.mostOf*n && s.Chance >= b.leastChance*s.Of-slack && s.Chance <= b.mostChance*s.Of+slack
}

// sharesFit reports whether the shares are of as many answers as the score, each as its format gives them, and whether the marks
// go with them: an answer falls short of full marks by the room of its scale, times how far its share is from 1.
func (s Score) sharesFit() bool {
	answers, leastOf, mostOf, leastShort, mostShort := 0, 0.0, 0.0, 0.0, 0.0
	for i, f := range Formats() {
		part := s.Shares[i]
		if part == (ShareSum{}) {
			continue
		}
		b, n := extremes([]Format{f}), float64(part.Answers)
		if possible := f.Scored() && n >= 1 && part.Sum <= n+slack && part.Sum >= n*b.leastShare-slack; !possible {
			return false
		}
		short := n - part.Sum
		answers += part.Answers
		leastOf, mostOf = leastOf+n*b.leastOf, mostOf+n*b.mostOf
		leastShort, mostShort = leastShort+b.leastRoom*short, mostShort+b.mostRoom*short
	}
	const off = 20 * slack // shares are off by so little, times the room of a scale
	short := s.Of - s.Marks
	return answers == s.Answers && s.Of >= leastOf && s.Of <= mostOf && s.within(extremes(Formats()), answers) &&
		short >= leastShort-off && short <= mostShort+off && s.rightFits()
}

// rightFits reports whether so many answers can be right: where all are, or none is, the marks agree with that.
func (s Score) rightFits() bool {
	switch {
	case s.Right < 0 || s.Right > s.Answers:
		return false
	case s.Right == s.Answers:
		return s.Marks >= RightShare*s.Of
	case s.Right == 0:
		return s.Marks < RightShare*s.Of
	}
	return true
}
