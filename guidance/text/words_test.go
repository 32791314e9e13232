package text

import (
	"testing"

	"pgregory.net/rapid"
)

func TestASeriesReadsAsEnglishDoes(t *testing.T) {
	for want, words := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}} {
		if got := Series(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestOneOfAThingTakesNoS(t *testing.T) {
	for n, want := range map[int]string{0: "0 answers", 1: "1 answer", 12: "12 answers"} {
		if got := Count(n, "answer"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestSlips is a distance: none from a word to itself, the same both ways, one for each slip of a key.
func TestSlips(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"", "", 0}, {"", "data", 4}, {"data", "data", 0}, {"dat", "data", 1}, {"dataa", "data", 1}, {"deta", "data", 1}, {"adta", "data", 1},
		{"atad", "data", 2}, {"é", "e", 1},
	} {
		if got := Slips(c.from, c.to); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.from, c.to, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SliceOfN(rapid.SampledFrom([]rune("abcé")), 0, 8)
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		there, back := Slips(string(a), string(b)), Slips(string(b), string(a))
		if there != back || (there == 0) != (string(a) == string(b)) || there > max(len(a), len(b)) {
			t.Errorf("%d there, %d back", there, back)
		}
	})
}

func TestNearest(t *testing.T) {
	names := []string{"practise", "review", "data", "boundaries", "honesty", "advertising"}
	for typed, want := range map[string]string{
		"boundries": "boundaries", "practice": "practise", "pratcise": "practise", "reveiw": "review", "dat": "data", "Honesy": "honesty",
		"bound": "boundaries", "zebra": "", "x": "", "": "", "burn": "",
	} {
		if got := Nearest(typed, names); got != want {
			t.Errorf("%q: %q, not %q", typed, got, want)
		}
	}
}
