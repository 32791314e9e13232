package command

import "testing"

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
