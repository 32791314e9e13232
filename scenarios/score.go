// The rule of a score over several situations. Every score that anybody sees is worked out here.

package scenarios

import "math"

// The rules that a paper can have been handed in under, as records and certificates carry them.
const (
	RawMarks = 1 // the sum of the raw marks above chance; papers that carry no rule were handed in under it
	ByShares = 2 // the weighted mean of the shares above chance
)

// Score is what scored answers come to. Each counts by its own share above chance and by the weight of its format; the score
// above chance is the weighted mean. The raw marks stand beside it, with those that chance alone would have brought.
type Score struct {
	Answers int
	Right   int // of these, with at least 75 % of their marks
	Marks   float64
	Of      float64
	Chance  float64 // in marks
	Shares  Shares
	Raw     bool // it is judged by RawMarks, else by ByShares
}

// Shares are answers and their shares above chance, by format in the order of Formats.
type Shares [formatCount]ShareSum

// ShareSum is the answers of one format, with their shares above chance added up.
type ShareSum struct {
	Answers int
	Sum     float64
}

// ScoreOf is the score of one answer. The format is named as the files name it. An answer that is unscored, of an unknown format, or marked
// as its format cannot mark counts in no score: its own is empty.
func ScoreOf(format string, m Marking) Score {
	if m.Of <= 0 || !Possible(format, m) {
		return Score{}
	}
	s := Score{Answers: 1, Marks: m.Marks, Of: m.Of, Chance: m.Chance * m.Of}
	if m.Right() {
		s.Right = 1
	}
	for i, f := range Formats() {
		if f.Name() == format {
			s.Shares[i] = ShareSum{1, m.Share()}
		}
	}
	return s
}

// Add is the two scores together.
func (s Score) Add(t Score) Score {
	sum := Score{s.Answers + t.Answers, s.Right + t.Right, s.Marks + t.Marks, s.Of + t.Of, s.Chance + t.Chance, s.Shares, s.Raw || t.Raw}
	for i := range sum.Shares {
		sum.Shares[i].Answers += t.Shares[i].Answers
		sum.Shares[i].Sum += t.Shares[i].Sum
	}
	return sum
}

// Under is the score as a rule judges it.
func (s Score) Under(rule int) Score {
	s.Raw = rule < ByShares
	return s
}

// Above is the score above chance: 1 is full marks, 0 is what chance brings, and it can be below 0. ok is false when there is
// nothing to compare.
func (s Score) Above() (share float64, ok bool) {
	if s.Raw {
		if s.Of <= s.Chance {
			return 0, false
		}
		return (s.Marks - s.Chance) / (s.Of - s.Chance), true
	}
	weights := 0.0
	for i, f := range Formats() {
		weights += float64(f.Weight() * s.Shares[i].Answers)
		share += float64(f.Weight()) * s.Shares[i].Sum
	}
	if weights == 0 {
		return 0, false
	}
	return share / weights, true
}

// Reaches reports whether the score above chance is at least a share.
func (s Score) Reaches(least float64) bool {
	const rounding = 1e-9 // 25 times a fifth is not quite 5 to a computer
	above, ok := s.Above()
	return ok && above >= least-rounding
}

// leastAnswers is how many scored answers a percentage needs: below, one answer moves it by a sixth or more.
const leastAnswers = 6

// Enough reports whether so many scored answers are enough for a percentage to say something.
func Enough(answers int) bool { return answers >= leastAnswers }

// Enough reports whether the score has answers enough for a percentage to say something.
func (s Score) Enough() bool { return Enough(s.Answers) }

// spread is the standard deviation of a learner's shares above chance from one situation to the next. It is worked out in
// spread_test.go, by learners of every strength who sit papers from the built-in library.
const spread = 0.41

// Uncertainty is one standard error of the score above chance, spread·√Σw²/Σw: of papers like this one, two in three of such a
// learner fall within it. ok is false where there are too few answers to say, and for raw marks.
func (s Score) Uncertainty() (share float64, ok bool) {
	weights, squares := 0.0, 0.0
	for i, f := range Formats() {
		w, n := float64(f.Weight()), float64(s.Shares[i].Answers)
		weights, squares = weights+w*n, squares+w*w*n
	}
	if s.Raw || !s.Enough() || weights == 0 {
		return 0, false
	}
	return spread * math.Sqrt(squares) / weights, true
}
