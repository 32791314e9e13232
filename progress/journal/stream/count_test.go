package stream

import (
	"testing"
)

// TestWhatIsKeptIsCounted as long as it is there: what was forgotten is not, and what opens no more, since its key is destroyed, is.
func TestWhatIsKeptIsCounted(t *testing.T) {
	e := embedded(t, t.TempDir())
	of, other := store(t, e, "anna"), store(t, e, "ben")
	counts := func(when string, facts, files int) {
		t.Helper()
		if x, y := must2(store(t, e, "anna").Count(t.Context()))(t); x != facts || y != files {
			t.Errorf("%s there are %d facts and %d files, not %d and %d", when, x, y, facts, files)
		}
	}
	counts("before anything is saved", 0, 0)
	_, err := of.Append(t.Context(), -1, settings("one", "two", "three")...)
	check(t, err)
	check(t, of.WriteBeside("drafts/one", []byte("text")))
	check(t, of.WriteBeside("drafts/one", []byte("another text")))
	check(t, of.WriteBeside("files/one", nil))
	check(t, other.WriteBeside("files/one", nil))
	counts("then", 3, 2)
	check(t, of.Forget(t.Context(), 2))
	counts("after one was forgotten", 2, 2)
	check(t, of.destroyKey(t.Context()))
	counts("while an erasing is broken off", 2, 2)
	check(t, store(t, e, "anna").Erase(t.Context()))
	counts("once all is erased", 0, 0)
}
