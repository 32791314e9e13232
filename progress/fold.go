// The fold: the facts taken one after the other, in the order of seq.

package progress

import (
	"cmp"
	"slices"

	"probity/scenarios"
)

// fold is what stands after some facts.
type fold struct {
	undone   map[int64]bool
	assessed map[string]*underway // by the sitting's id
	ahead    map[string]bool      // the ids of sittings ahead of their time
	spent    map[string]int       // active seconds, by the sitting's id
	tally    *tally               // nil while it is to be made anew
}

func newFold() *fold {
	return &fold{undone: map[int64]bool{}, assessed: map[string]*underway{}, ahead: map[string]bool{}, spent: map[string]int{}, tally: newTally()}
}

// take takes the next fact. What changes the standing of earlier answers has the tally made anew.
func (f *fold) take(fact Fact) {
	if s, timed := spentOn(fact); timed && f.within(s) {
		f.spent[s.Sitting] += Active(s.Seconds)
	}
	switch fact := fact.(type) {
	case Sitting:
		if fact.Ahead == 1 {
			f.ahead[fact.ID] = true
		}
		if fact.Kind == Assessment && f.assessed[fact.ID] == nil {
			f.assessed[fact.ID] = &underway{Assessed: Assessed{Sitting: fact, Flagged: map[string]bool{}}, latest: map[string]int64{}}
			f.tally = nil // its answers may stand before it, in a record that was put together from two
		}
	case Answer:
		f.answer(fact)
	case Flag:
		if sat := f.assessed[fact.Sitting]; sat != nil {
			if fact.Left == 0 {
				sat.Flagged[fact.Scenario] = fact.On == 1
			}
			sat.At, sat.GoneOn = fact.Scenario, false
		}
	case Undo:
		f.undone[fact.Of], f.tally = true, nil
	case Submit:
		switch sat := f.assessed[fact.Sitting]; {
		case sat == nil:
		case !sat.Submitted.IsZero():
			sat.Again = true
		default:
			sat.Submitted, sat.Pass, sat.Rule, sat.over, f.tally = fact.At, fact.Pass, fact.Rule, fact.Seq, nil
		}
	}
}

// answer takes an answer. One that comes after an assessment was handed in has no part in it. A blank is what handing in leaves of a situation that
// has no answer: where one was given in another window meanwhile, that stands.
func (f *fold) answer(a Answer) {
	if sat := f.assessed[a.Sitting]; sat != nil && sat.Submitted.IsZero() && (!a.Blank() || sat.latest[a.Scenario] == 0) {
		sat.latest[a.Scenario], sat.At, sat.GoneOn = a.Seq, a.Scenario, true
	}
	if f.tally != nil && f.answered(a) {
		f.tally.add(a)
	}
}

// counts reports whether an answer counts: it was not taken back, and if it belongs to an assessment, that was handed in and
// it is the answer to its situation there.
func (f *fold) counts(a Answer) bool {
	sat, assessed := f.assessed[a.Sitting]
	return !f.undone[a.Seq] && f.stands(a) && (!assessed || !sat.Submitted.IsZero())
}

// stands reports whether an answer is the answer to its situation, whether it counts or not: in an assessment that is the last one given before it
// was handed in, and what it took the place of is none.
func (f *fold) stands(a Answer) bool {
	sat, assessed := f.assessed[a.Sitting]
	return !assessed || sat.latest[a.Scenario] == a.Seq
}

// answered reports whether an answer counts and has something chosen. Here blanks are left out of every figure on answers.
func (f *fold) answered(a Answer) bool { return !a.Blank() && f.counts(a) }

// folded returns the fold of all facts.
func (h *History) folded() *fold {
	if h.fold == nil {
		h.fold = newFold()
		for _, fact := range h.inOrder() {
			h.fold.take(fact)
		}
	}
	return h.fold
}

// inOrder returns the facts that the fold takes.
func (h *History) inOrder() []Fact {
	facts := make([]Fact, 0, len(h.answers)+len(h.sittings))
	facts = boxed(facts, h.sittings)
	facts = boxed(facts, h.answers)
	facts = boxed(facts, h.flags)
	facts = boxed(facts, h.undos)
	facts = boxed(facts, h.submits)
	slices.SortStableFunc(facts, func(x, y Fact) int {
		i, _ := Stamp(x)
		j, _ := Stamp(y)
		return cmp.Compare(i, j)
	})
	return facts
}

func boxed[F Fact](to []Fact, from []F) []Fact {
	for _, f := range from {
		to = append(to, f)
	}
	return to
}

// tally is what the answers that stand come to, situation by situation and topic by topic, without what was left blank.
type tally struct {
	last   map[string]Answer // the latest answer, by situation
	times  map[string]int    // how many answers, by family
	topics map[string]scenarios.Score
	total  scenarios.Score
	figures
}

func newTally() *tally {
	return &tally{last: map[string]Answer{}, times: map[string]int{}, topics: map[string]scenarios.Score{}, figures: newFigures()}
}

// add counts the next answer in the order of seq.
func (t *tally) add(a Answer) {
	t.last[a.Situation()] = a
	t.times[a.Scenario]++
	if !a.Scored() {
		return
	}
	t.topics[a.Topic] = with(t.topics[a.Topic], a)
	t.total = with(t.total, a)
	t.figures.add(a)
}

// tally returns what the answers that count add up to.
func (h *History) tally() *tally {
	f := h.folded()
	if f.tally == nil {
		f.tally = newTally()
		for _, a := range h.answers {
			if f.answered(a) {
				f.tally.add(a)
			}
		}
	}
	return f.tally
}

// Counts reports whether an answer counts: it was not taken back, and if it belongs to an assessment, that was handed in and
// it is the last one given to its situation there.
func (h *History) Counts(a Answer) bool { return h.folded().counts(a) }

// Answered reports whether an answer counts and has something chosen: what was left blank is no answer.
func (h *History) Answered(a Answer) bool { return h.folded().answered(a) }

// Made returns the answers that were given, in the order of seq, counted or not: without what was left blank, and without what was changed in an
// assessment.
func (h *History) Made() []Answer {
	return slices.DeleteFunc(slices.Clone(h.answers), func(a Answer) bool { return a.Blank() || !h.folded().stands(a) })
}

// Undone reports whether an answer was taken back.
func (h *History) Undone(a Answer) bool { return h.folded().undone[a.Seq] }

// Counted returns the answers that count, in the order of seq, without what was left blank.
func (h *History) Counted() []Answer {
	return slices.DeleteFunc(slices.Clone(h.answers), func(a Answer) bool { return !h.Answered(a) })
}
