package craft

import (
	"slices"
	"testing"
)

// TestSince: what is new, what stays though its line has moved, and what is gone. Two that say the same are two.
func TestSince(t *testing.T) {
	a := Finding{"x", "scenarios/t/x.toml:12: x: key: names 2 options"}
	moved := Finding{"x", "scenarios/t/x.toml:14: x: key: names 2 options"}
	b, c := Finding{"y", "y: the stem has 3 words"}, Finding{"z", "z: an ask"}
	n := Since([]Finding{a, b, b}, []Finding{moved, b, c})
	for _, got := range []struct {
		what       string
		list, want []Finding
	}{{"new", n.New, []Finding{c}}, {"still there", n.Still, []Finding{moved, b}}, {"gone", n.Gone, []Finding{b}}} {
		if !slices.Equal(got.list, got.want) {
			t.Errorf("%s: %v, want %v", got.what, got.list, got.want)
		}
	}
}
