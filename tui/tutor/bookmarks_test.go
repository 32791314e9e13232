package tutor

import "testing"

func TestABookmarkIsPutAndTakenAway(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	for _, c := range []struct {
		said string
		on   bool
	}{{"Bookmarked: it is listed under progress, to come back to.", true}, {"The bookmark is taken away.", false}} {
		tutor.Record.Bookmark("a-request")
		if said := tutor.Record.BookmarkSaid("a-request"); said != c.said || tutor.Record.Bookmarked("a-request") != c.on {
			t.Errorf("it is said: %q; marked, still on its way: %v", said, tutor.Record.Bookmarked("a-request"))
		}
	}
	tutor.Record.Bookmark("an-order")
	flush(t, tutor)
	if h := open(t, dir, small(t)).Record.History(); h.Bookmarked("a-request") || !h.Bookmarked("an-order") || len(h.Bookmarks()) != 1 {
		t.Errorf("read anew: %+v", h.Bookmarks())
	}
}
