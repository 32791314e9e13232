package theme

import (
	"math"
	"testing"

	"charm.land/lipgloss/v2"
)

func TestAutoGoesByTheTerminal(t *testing.T) {
	for _, c := range []struct {
		kind Kind
		dark bool
		name string
	}{
		{Auto, true, "dark"}, {Auto, false, "light"}, {Light, true, "light"}, {Dark, false, "dark"}, {Mono, true, "mono"}, {Mono, false, "mono"}, {"", true, "dark"},
		{Contrast, true, "contrast-dark"}, {Contrast, false, "contrast-light"},
	} {
		got := New(c.kind, c.dark)
		if got.Name != c.name {
			t.Errorf("%q where it is dark (%v) is %s, want %s", c.kind, c.dark, got.Name, c.name)
		}
		if dark := c.kind == Dark || c.kind.Asks() && c.dark; got.Dark != dark {
			t.Errorf("%q where it is dark (%v) is for a dark ground: %v", c.kind, c.dark, got.Dark)
		}
	}
}

func TestEveryKindThatIsOfferedIsKnown(t *testing.T) {
	for _, k := range Kinds() {
		if !k.Known() {
			t.Errorf("%s is not known", k)
		}
	}
	if Kind("sepia").Known() {
		t.Error("sepia is known")
	}
}

// TestHighContrastHasNothingFaint: rules and what stands aside are the terminal's own, as text is.
func TestHighContrastHasNothingFaint(t *testing.T) {
	for _, dark := range []bool{true, false} {
		if p := New(Contrast, dark).Palette; p.Faint != nil || p.Rule != nil || p.Accent == nil {
			t.Errorf("where it is dark (%v) it has %v", dark, p)
		}
	}
}

func TestMonoSetsNoColour(t *testing.T) {
	if p := New(Mono, true).Palette; p != (Palette{}) {
		t.Errorf("it has %v", p)
	}
}

// TestRatio is checked against figures that are generally known.
func TestRatio(t *testing.T) {
	for pair, want := range map[[2]string]float64{{"#000000", "#FFFFFF"}: 21, {"#FFFFFF", "#FFFFFF"}: 1, {"#767676", "#FFFFFF"}: 4.54, {"#FF0000", "#FFFFFF"}: 4.00, {"#0000FF", "#FFFFFF"}: 8.59} {
		if got := Ratio(lipgloss.Color(pair[0]), lipgloss.Color(pair[1])); math.Abs(got-want) > 0.005 {
			t.Errorf("%v: %.2f, want %.2f", pair, got, want)
		}
	}
}
