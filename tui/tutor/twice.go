package tutor

import (
	"errors"
	"slices"

	"probity/progress"
)

// given is a situation answered in a sitting.
type given struct{ sitting, situation string }

// answeredTwice is said to the second of two windows that ask the same situation of the same practice.
const answeredTwice = "You answered this in another window before. That answer counts, and the one given here is not kept."

// twice are the answers of a batch that were given before, in another window on the same practice: a history has one to the same situation. In an
// assessment an answer may be changed, and the latest counts.
func twice(h *progress.History, batch []progress.Fact) (again []given) {
	if h == nil {
		return nil
	}
	for _, fact := range batch {
		a, ok := fact.(progress.Answer)
		if !ok {
			continue
		}
		same := func(was progress.Answer) bool { return was.Sitting == a.Sitting && was.Situation() == a.Situation() }
		if sitting, known := h.Sitting(a.Sitting); known && sitting.Kind != progress.Assessment && slices.ContainsFunc(h.Answers(), same) {
			again = append(again, given{a.Sitting, a.Situation()})
		}
	}
	return again
}

// spared is a batch without the answers that were given before.
func spared(batch []progress.Fact, again []given) (left []progress.Fact) {
	for _, fact := range batch {
		if a, ok := fact.(progress.Answer); !ok || !slices.Contains(again, given{a.Sitting, a.Situation()}) {
			left = append(left, fact)
		}
	}
	return left
}

// ErrElsewhere says that there is nothing to take back.
var ErrElsewhere = errors.New("this answer is not kept, since you answered in another window before: take that one back there")

// Spared is how often something done here was not kept, since another window was first: answers to what was answered there, and assessments that
// were given up there. The notices say each.
func (r *Record) Spared() int { return len(r.twice) + len(r.over) }

// Elsewhere reports whether the answer just shown is not kept, since another window on the same practice was first.
func (p *Practice) Elsewhere() bool {
	out, shown := p.Result()
	return shown && slices.Contains(p.in.record.twice, given{p.id, out.Situation.ID})
}
