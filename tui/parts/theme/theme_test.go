package theme

import (
	"fmt"
	"image/color"
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
	} {
		if got := New(c.kind, c.dark).Name; got != c.name {
			t.Errorf("%q where it is dark (%v) is %s, want %s", c.kind, c.dark, got, c.name)
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

func TestMonoSetsNoColour(t *testing.T) {
	if p := New(Mono, true).Palette; p != (Palette{}) {
		t.Errorf("it has %v", p)
	}
}

// luminance is the relative luminance of a colour, as WCAG 2 defines it.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// TestColoursOfTextCanBeRead: against white or black, by the contrast of 4.5 to 1 that WCAG 2 (1.4.3) asks for.
func TestColoursOfTextCanBeRead(t *testing.T) {
	for kind, ground := range map[Kind]color.Color{Light: lipgloss.Color("#FFFFFF"), Dark: lipgloss.Color("#000000")} {
		p := New(kind, true).Palette
		for name, ink := range map[string]color.Color{"accent": p.Accent, "faint": p.Faint, "right": p.Right, "wrong": p.Wrong, "warn": p.Warn} {
			t.Run(fmt.Sprint(kind, " ", name), func(t *testing.T) {
				a, b := luminance(ink), luminance(ground)
				if contrast := (math.Max(a, b) + 0.05) / (math.Min(a, b) + 0.05); contrast < 4.5 {
					t.Errorf("the contrast is %.2f", contrast)
				}
			})
		}
	}
}
