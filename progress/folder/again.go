// What was answered in both: two windows on one practice, of which one could not save what it had, or two machines that went on with it.

package folder

import (
	"iter"

	"probity/progress"
)

// given is what an answer was given to: a situation in a sitting.
type given struct{ sitting, situation string }

// answersOf hands over the answers among some entries. One that was taken back is none.
func answersOf(entries []entry) iter.Seq[entry] {
	undone := map[key]bool{}
	for _, e := range entries {
		if _, undoes := e.fact.(progress.Undo); undoes {
			undone[e.link.to] = true
		}
	}
	return func(yield func(entry) bool) {
		for _, e := range entries {
			if e.given != (given{}) && !undone[e.key] && !yield(e) {
				return
			}
		}
	}
}

// answeredAgain are the answers of theirs to what ours has another answer to in the same practice. As in the program, a practice has one to the
// same situation, and what the record has counts. In an assessment an answer may be changed, and the latest counts.
func answeredAgain(ours, theirs []entry) map[key]bool {
	kinds := map[string]progress.Kind{}
	for _, e := range ours {
		if s, ok := e.fact.(progress.Sitting); ok {
			kinds[s.ID] = s.Kind
		}
	}
	held, first := places(ours), map[given]bool{}
	for a := range answersOf(ours) {
		if kind, known := kinds[a.given.sitting]; known && kind != progress.Assessment {
			first[a.given] = true
		}
	}
	again := map[key]bool{}
	for a := range answersOf(theirs) {
		if !held[a.key] && first[a.given] {
			again[a.key] = true
		}
	}
	return again
}

// allBut is entries but for some.
func allBut(entries []entry, some map[key]bool) (left []entry) {
	if len(some) == 0 {
		return entries
	}
	for _, e := range entries {
		if !some[e.key] {
			left = append(left, e)
		}
	}
	return left
}
