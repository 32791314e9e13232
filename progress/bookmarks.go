// Bookmarks: the families that a learner wants to come back to.

package progress

import "slices"

// Bookmarked reports whether a family is marked to come back to.
func (h *History) Bookmarked(family string) bool {
	for _, b := range slices.Backward(h.bookmarks) {
		if b.Scenario == family {
			return b.On == 1
		}
	}
	return false
}

// Bookmarks returns the mark on each family that has one, the latest first.
func (h *History) Bookmarks() []Bookmark {
	var on []Bookmark
	said := map[string]bool{}
	for _, b := range slices.Backward(h.bookmarks) {
		if b.On == 1 && !said[b.Scenario] {
			on = append(on, b)
		}
		said[b.Scenario] = true
	}
	return on
}
