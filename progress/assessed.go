// Assessments as the record has them.

package progress

import (
	"slices"
	"time"

	"probity/scenarios"
)

// Assessed is an assessment: what was drawn, what was answered so far, and whether it was handed in.
type Assessed struct {
	Sitting   Sitting
	Answers   []Answer        // the last one given to each situation, in the order drawn
	Flagged   map[string]bool // the families marked to come back to: one situation was drawn of each
	At        string          // the family of the latest answer or mark; "" for none
	GoneOn    bool            // that was an answer, from which the learner goes on to the next
	Seconds   int             // active, in all
	Submitted time.Time       // zero until it is handed in
	Again     bool            // it was handed in once more, in another window: that counts nothing
	Pass      float64         // the pass rule it was handed in under, as a share above chance
	Rule      int             // how its score is worked out: that which it was handed in under
}

// underway is an assessment as the fold has it: without its answers, and with which of them stand.
type underway struct {
	Assessed
	latest map[string]int64 // seq of the last answer, by situation
	over   int64            // seq of the handing in; 0 until then
}

// Score is the score of an assessment that was handed in, by the rule that it was handed in under.
func (a Assessed) Score() scenarios.Score { return Total(a.Answers).Under(a.Rule) }

// Passed reports whether an assessment that was handed in reaches its pass rule. One with marks that can't be, or with none, passes none.
func (a Assessed) Passed() bool {
	impossible := slices.ContainsFunc(a.Answers, func(one Answer) bool { return !one.Scored() })
	return !a.Submitted.IsZero() && !impossible && a.Score().Reaches(a.Pass)
}

// Assessments returns the assessments, in the order of seq.
func (h *History) Assessments() []Assessed {
	given := map[string][]Answer{}
	for _, a := range h.answers { // once for all: a long record has many of both
		if sat := h.folded().assessed[a.Sitting]; sat != nil && a.Seq > sat.Sitting.Seq {
			given[a.Sitting] = append(given[a.Sitting], a)
		}
	}
	var all []Assessed
	for _, s := range h.sittings {
		if sat, ok := h.folded().assessed[s.ID]; ok && sat.Sitting.Seq == s.Seq {
			all = append(all, h.whole(*sat, given[s.ID]))
		}
	}
	return all
}

// LastAssessment returns the assessment that was begun last; false when there is none.
func (h *History) LastAssessment() (Assessed, bool) {
	for _, s := range slices.Backward(h.sittings) {
		if s.Kind == Assessment {
			return h.Assessment(s.ID)
		}
	}
	return Assessed{}, false
}

// GivenUp reports whether an assessment was given up: another was begun after it, and it was not handed in.
func (h *History) GivenUp(sitting string) bool {
	sat, ok := h.folded().assessed[sitting]
	if !ok || !sat.Submitted.IsZero() {
		return false
	}
	last, _ := h.LastAssessment()
	return last.Sitting.ID != sitting
}

// Assessment returns the assessment of a sitting's id.
func (h *History) Assessment(sitting string) (Assessed, bool) {
	sat, ok := h.folded().assessed[sitting]
	if !ok {
		return Assessed{}, false
	}
	return h.whole(*sat, h.answersIn(sat.Sitting)), true
}

// whole adds the answers given in it.
func (h *History) whole(on underway, given []Answer) Assessed {
	sat := on.Assessed
	sat.Seconds = h.SecondsIn(sat.Sitting.ID)
	for _, a := range given {
		if on.latest[a.Scenario] == a.Seq && !h.folded().undone[a.Seq] {
			sat.Answers = append(sat.Answers, a)
		}
	}
	place := func(a Answer) int { return slices.Index(sat.Sitting.Drawn, a.Situation()) }
	slices.SortStableFunc(sat.Answers, func(x, y Answer) int { return place(x) - place(y) })
	return sat
}
