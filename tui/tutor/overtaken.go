// What one window did with an assessment that was given up in another, or that two windows began at the same time.

package tutor

import (
	"slices"

	"probity/progress"
)

// What is said of an assessment of which nothing more is kept. What to do next is the same: the other one is under Assess.
const (
	givenUp = "This assessment was given up in another window, where another was begun: it can't be gone on with, and never counts. " +
		"The other one is under Assess."
	notHandedIn = "Your assessment was not handed in: it had been given up in another window, where another was begun, and never counts. " +
		"The other one is under Assess."
	begunAlready = "Another window began an assessment at the same time, so this one was not begun, and nothing of it is kept. " +
		"The other one is under Assess."
)

// assessing is the id of the sitting that a fact is of, where that can be an assessment; else "".
func assessing(fact progress.Fact) string {
	switch f := fact.(type) {
	case progress.Sitting:
		if f.Kind == progress.Assessment {
			return f.ID
		}
	case progress.Answer:
		return f.Sitting
	case progress.Flag:
		return f.Sitting
	case progress.Submit:
		return f.Sitting
	}
	return ""
}

// overtaken are the assessments of a batch of which nothing may be written, by their ids: since they were given up for another, or begun where
// another was open that was not known. known has for each that was begun here the one that was the last then.
func overtaken(h *progress.History, batch []progress.Fact, known map[string]string) (ids []string) {
	if h == nil {
		return nil
	}
	last, _ := h.LastAssessment()
	for _, fact := range batch {
		id := assessing(fact)
		before, begunHere := known[id]
		_, begins := fact.(progress.Sitting)
		crossed := begins && begunHere && last.Sitting.ID != before && last.Sitting.ID != id && last.Submitted.IsZero()
		if id != "" && (crossed || h.GivenUp(id)) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// apartFrom is a batch without what is of some assessments.
func apartFrom(batch []progress.Fact, over []string) []progress.Fact {
	return slices.DeleteFunc(slices.Clone(batch), func(fact progress.Fact) bool { return slices.Contains(over, assessing(fact)) })
}

// overtake notes that nothing of some assessments is kept any more, and says once of each why: by what of it was not written.
func (r *Record) overtake(over []string, batch []progress.Fact) {
	for _, id := range over {
		if slices.Contains(r.over, id) {
			continue
		}
		r.over = append(r.over, id)
		said := givenUp
		for _, fact := range batch {
			switch fact.(type) {
			case progress.Submit:
				if assessing(fact) == id && said != begunAlready {
					said = notHandedIn
				}
			case progress.Sitting:
				if assessing(fact) == id {
					said = begunAlready
				}
			}
		}
		r.notices.add(said)
	}
}

// GivenUp reports whether an assessment was given up in another window, as far as is known, where another was begun: nothing of it is kept from
// then on. A notice says so once.
func (a *Assessments) GivenUp(sitting string) bool {
	if a.record.History().GivenUp(sitting) {
		a.record.overtake([]string{sitting}, a.record.outbox.queue)
	}
	return slices.Contains(a.record.over, sitting)
}

// GivenUp is Assessments.GivenUp of this one.
func (a *Assessment) GivenUp() bool { return a.in.GivenUp(a.id) }
