package command

import (
	"testing"

	"pgregory.net/rapid"
)

func TestNearest(t *testing.T) {
	names := []string{"practise", "review", "data", "boundaries", "honesty", "advertising"}
	for typed, want := range map[string]string{
		"boundries": "boundaries", "practice": "practise", "pratcise": "practise", "reveiw": "review", "dat": "data", "Honesy": "honesty",
		"bound": "boundaries", "zebra": "", "x": "", "": "", "burn": "",
	} {
		if got := nearest(typed, names); got != want {
			t.Errorf("%q: %q, not %q", typed, got, want)
		}
	}
}

// TestDistance is a distance: none from a word to itself, the same both ways, one for each slip of a key.
func TestDistance(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"", "", 0}, {"", "data", 4}, {"data", "data", 0}, {"dat", "data", 1}, {"dataa", "data", 1}, {"deta", "data", 1}, {"adta", "data", 1}, {"atad", "data", 2}, {"é", "e", 1},
	} {
		if got := distance([]rune(c.from), []rune(c.to)); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.from, c.to, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SliceOfN(rapid.SampledFrom([]rune("abcé")), 0, 8)
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		there, back := distance(a, b), distance(b, a)
		if there != back || (there == 0) != (string(a) == string(b)) || there > max(len(a), len(b)) {
			t.Errorf("%d there, %d back", there, back)
		}
	})
}
