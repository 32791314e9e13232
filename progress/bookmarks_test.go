package progress

import "testing"

func TestTheLatestBookmarkOfAFamilyCounts(t *testing.T) {
	h := folded(
		Bookmark{Seq: 1, Scenario: "a", On: 1}, Bookmark{Seq: 2, Scenario: "b", On: 1}, Bookmark{Seq: 5, Scenario: "c", On: 0},
		Bookmark{Seq: 4, Scenario: "c", On: 1}, Bookmark{Seq: 6, Scenario: "b", On: 0}, Bookmark{Seq: 7, Scenario: "b", On: 1}, Bookmark{Seq: 3, Scenario: "d", On: 1},
	)
	same(t, "bookmarks", h.Bookmarks(), []Bookmark{{Seq: 7, Scenario: "b", On: 1}, {Seq: 3, Scenario: "d", On: 1}, {Seq: 1, Scenario: "a", On: 1}})
	for family, want := range map[string]bool{"a": true, "b": true, "c": false, "d": true, "none": false} {
		same(t, family, h.Bookmarked(family), want)
	}
}
