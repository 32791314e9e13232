// What was answered in both: two windows on one practice, of which one could not save what it had, or two machines that went on with it.

package folder

import (
	"probity/progress"
	"probity/progress/journal/tables"
)

// given is a situation answered in a sitting.
type given struct{ sitting, situation string }

// answersOf are the answers among some entries, by their keys. One that was taken back is none.
func answersOf(entries []entry) map[key]progress.Answer {
	kinds, answers := everyKind(), map[key]progress.Answer{}
	for _, e := range entries {
		if e.table == (progress.Answer{}).Table() {
			if a, ok := tables.Parse(kinds, e.text).Fact.(progress.Answer); ok {
				answers[e.key] = a
			}
		}
	}
	for _, e := range entries {
		if _, undoes := e.fact.(progress.Undo); undoes {
			delete(answers, e.link.to)
		}
	}
	return answers
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
	for _, a := range answersOf(ours) {
		if kind, known := kinds[a.Sitting]; known && kind != progress.Assessment {
			first[given{a.Sitting, a.Situation()}] = true
		}
	}
	again := map[key]bool{}
	for k, a := range answersOf(theirs) {
		if !held[k] && first[given{a.Sitting, a.Situation()}] {
			again[k] = true
		}
	}
	return again
}

// allBut is entries but for some.
func allBut(entries []entry, some map[key]bool) (left []entry) {
	for _, e := range entries {
		if !some[e.key] {
			left = append(left, e)
		}
	}
	return left
}
