// Scores: as the record gives them, as a certificate has them, and worked out again.

package certificate

import (
	"math"

	"probity/scenarios"
)

// Score is a score above chance, with what it is worked out from. The raw marks stand beside it.
type Score struct {
	Marks     float64  `json:"marks"`
	Available float64  `json:"available"`
	Chance    float64  `json:"chance_floor"` // in marks
	Above     float64  `json:"above_chance"` // by the rule of the evidence
	Answers   int      `json:"answers"`      // scored ones
	Right     int      `json:"right,omitempty"`
	Formats   []Shares `json:"formats,omitempty"` // in the order of scenarios.Formats; nil in rawSchema
}

// Shares are the answers of one format, with their shares above chance added up.
type Shares struct {
	Format  string  `json:"format"`
	Answers int     `json:"answers"`
	Sum     float64 `json:"shares"`
}

// score is a score as a certificate has it; nil where nothing was scored.
func score(s scenarios.Score) *Score {
	above, ok := s.Above()
	if !ok {
		return nil
	}
	out := &Score{Marks: rounded(s.Marks), Available: rounded(s.Of), Chance: rounded(s.Chance), Above: short(above), Answers: s.Answers, Right: s.Right}
	for i, f := range scenarios.Formats() {
		if part := s.Shares[i]; part.Answers > 0 {
			out.Formats = append(out.Formats, Shares{f.Name(), part.Answers, fine(part.Sum)})
		}
	}
	return out
}

// sum is the score as it is worked out, by the rule of the evidence; false where its formats can't be so.
func (e Evidence) sum(s Score) (sum scenarios.Score, ok bool) {
	sum = scenarios.Score{Answers: s.Answers, Right: s.Right, Marks: s.Marks, Of: s.Available, Chance: s.Chance}.Under(e.Rule)
	next := 0
	for i, f := range scenarios.Formats() {
		if next < len(s.Formats) && s.Formats[next].Format == f.Name() {
			sum.Shares[i] = scenarios.ShareSum{Answers: s.Formats[next].Answers, Sum: s.Formats[next].Sum}
			next++
		}
	}
	return sum, next == len(s.Formats)
}

// Words is the score as a whole in a phrase, that of an assessment in the unit of its pass rule; "" where nothing was scored.
func (e Evidence) Words() string {
	switch s := e.Score; {
	case s == nil:
		return ""
	case e.Assessment != nil && scenarios.Enough(s.Answers):
		return scenarios.FromChance(s.Above)
	default:
		return s.words()
	}
}

func (s Score) words() string { return scenarios.Words(s.Above, s.Right, s.Answers) }

// rounded keeps four places, which is more than is ever shown.
func rounded(v float64) float64 { return math.Round(v*1e4) / 1e4 }

// fine keeps nine places: shares of many topics are added up.
func fine(v float64) float64 { return math.Round(v*1e9)/1e9 + 0 } // and not −0

// short keeps four places too, but rounds towards zero: a score just below a pass rule must not be written as reaching it.
func short(v float64) float64 { return math.Trunc(v*1e4+math.Copysign(1e-6, v))/1e4 + 0 }
