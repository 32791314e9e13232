package tutor

import (
	"slices"

	"probity/progress"
)

// Bookmarked reports whether a family is marked to come back to, as the learner last had it: saved or still on its way.
func (r *Record) Bookmarked(family string) bool {
	for _, fact := range slices.Backward(r.outbox.queue) {
		if b, ok := fact.(progress.Bookmark); ok && b.Scenario == family {
			return b.On == 1
		}
	}
	return r.History().Bookmarked(family)
}

// Bookmarks are the marks in the record, the latest first, without one that is being taken away.
func (r *Record) Bookmarks() []progress.Bookmark {
	return slices.DeleteFunc(r.History().Bookmarks(), func(b progress.Bookmark) bool { return !r.Bookmarked(b.Scenario) })
}

// Bookmark marks a family to come back to, or takes the mark away, and says which.
func (r *Record) Bookmark(family string) (said string) {
	mark := progress.Bookmark{Scenario: family, On: 1}
	said = "Bookmarked: it is listed under progress, to come back to."
	if r.Bookmarked(family) {
		mark.On, said = 0, "The bookmark is taken away."
	}
	r.save(mark)
	switch {
	case !r.SavingEnabled() && mark.On == 1:
		return "Bookmarked until you quit: nothing is kept here."
	case !r.SavingEnabled():
		return "The bookmark is taken away until you quit: nothing is kept here."
	case r.Trouble() != nil && mark.On == 1: // that it is not saved yet is said with the failure
		return "Bookmarked."
	}
	return said
}
