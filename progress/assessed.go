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
	Flagged   map[string]bool // the situations marked to come back to
	At        string          // the situation of the latest answer or mark; "" for none
	Seconds   int             // active, in all
	Submitted time.Time       // zero until it is handed in
	Pass      float64         // the pass rule it was handed in under, as a share above chance
}

// underway is an assessment as the fold has it: without its answers, and with which of them stand.
type underway struct {
	Assessed
	latest map[string]int64 // seq of the last answer, by situation
}

// Score is the marks of an assessment that was handed in.
func (a Assessed) Score() scenarios.Score { return Total(a.Answers) }

// Passed tells whether an assessment that was handed in reaches its pass rule.
func (a Assessed) Passed() bool {
	above, ok := a.Score().Above()
	return ok && !a.Submitted.IsZero() && above >= a.Pass
}

// Assessments returns the assessments, in the order of seq.
func (h *History) Assessments() []Assessed {
	var all []Assessed
	for _, s := range h.sittings {
		if sat, ok := h.folded().assessed[s.ID]; ok && sat.Sitting.Seq == s.Seq {
			all = append(all, h.whole(*sat))
		}
	}
	return all
}

// Assessment returns the assessment of a sitting's id.
func (h *History) Assessment(sitting string) (Assessed, bool) {
	sat, ok := h.folded().assessed[sitting]
	if !ok {
		return Assessed{}, false
	}
	return h.whole(*sat), true
}

// whole adds the answers. They come after the sitting.
func (h *History) whole(on underway) Assessed {
	sat := on.Assessed
	for _, a := range h.answersIn(sat.Sitting) {
		sat.Seconds += max(a.Seconds, 0)
		if on.latest[a.Scenario] == a.Seq && !h.folded().undone[a.Seq] {
			sat.Answers = append(sat.Answers, a)
		}
	}
	place := func(a Answer) int { return slices.Index(sat.Sitting.Drawn, a.Scenario) }
	slices.SortStableFunc(sat.Answers, func(x, y Answer) int { return place(x) - place(y) })
	return sat
}
