package stream

import (
	"slices"
	"testing"
)

// TestLearnersAreListed with whom something is kept of, the longest record first; who erased theirs is not among them.
func TestLearnersAreListed(t *testing.T) {
	e := embedded(t, t.TempDir())
	for learner, n := range map[string]int{"a": 1, "b": 3, "c": 2, "gone": 4} {
		for range n {
			_, err := store(t, e, learner).Append(t.Context(), -1, settings("x")...)
			check(t, err)
		}
	}
	check(t, store(t, e, "leads").WriteBeside("sessions/one", []byte("text")))
	check(t, store(t, e, "gone").Erase(t.Context()))
	if got := must(e.Learners(t.Context()))(t); !slices.Equal(got, []string{"b", "c", "a", "leads"}) {
		t.Errorf("listed are %v", got)
	}
}
