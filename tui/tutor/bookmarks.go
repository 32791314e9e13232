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

// Bookmark marks a family to come back to, or takes the mark away. BookmarkSaid says which.
func (r *Record) Bookmark(family string) {
	mark := progress.Bookmark{Scenario: family, On: 1}
	if r.Bookmarked(family) {
		mark.On = 0
	}
	r.save(mark)
}

// BookmarkSaid says what became of the bookmark of a family, as it is at the moment.
func (r *Record) BookmarkSaid(family string) string {
	on := r.Bookmarked(family)
	failing := r.Trouble() != nil && slices.ContainsFunc(r.outbox.queue, func(fact progress.Fact) bool {
		b, ok := fact.(progress.Bookmark)
		return ok && b.Scenario == family
	})
	switch {
	case !r.SavingEnabled() && on:
		return "Bookmarked until you quit: nothing is kept here."
	case !r.SavingEnabled():
		return "The bookmark is taken away until you quit: nothing is kept here."
	case failing && on:
		return "Bookmarked, but that is not saved yet: Probity keeps trying."
	case failing:
		return "The bookmark is taken away, but that is not saved yet: Probity keeps trying."
	case on:
		return "Bookmarked: it is listed under progress, to come back to."
	}
	return "The bookmark is taken away."
}
