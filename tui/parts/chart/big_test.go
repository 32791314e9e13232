package chart

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
)

func TestBig(t *testing.T) {
	for _, c := range []struct {
		text string
		size int
		want []string
	}{
		{"1:30", 1, []string{
			"  ██        ██████  ██████",
			"████    ██      ██  ██  ██",
			"  ██          ████  ██  ██",
			"  ██    ██      ██  ██  ██",
			"██████      ██████  ██████",
		}},
		{"27", 0, []string{
			"▀▀█ ▀▀█",
			"█▀▀   █",
			"▀▀▀   ▀",
		}},
		{"x", 0, []string{"", "", ""}},
	} {
		var got []string
		for _, l := range strings.Split(Big(c.text, c.size, lipgloss.NewStyle()), "\n") {
			got = append(got, strings.TrimRight(l, " "))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s in size %d (-want +is):\n%s", c.text, c.size, diff)
		}
	}
}

// TestBigIsARectangle: every line is as wide as the others, at every size and of every digit.
func TestBigIsARectangle(t *testing.T) {
	for size := range 4 {
		lines := strings.Split(Big("0123:456789", size, lipgloss.NewStyle()), "\n")
		if want := max(3, 5*size); len(lines) != want {
			t.Errorf("size %d is %d lines high, want %d", size, len(lines), want)
		}
		for i, l := range lines {
			if ansi.StringWidth(l) != ansi.StringWidth(lines[0]) {
				t.Errorf("size %d, line %d is %d wide", size, i+1, ansi.StringWidth(l))
			}
		}
	}
}

// TestBarsAreToldApartAndNoneIsHidden: the smallest share is seen, nought is not, and before differs from after.
func TestBarsAreToldApartAndNoneIsHidden(t *testing.T) {
	plain := lipgloss.NewStyle()
	for share, want := range map[float64]int{-1: 0, 0: 0, 0.001: 1, 0.5: 10, 1: 20, 2: 20} {
		if got := ansi.StringWidth(Thick(share, 20, plain)); got != want {
			t.Errorf("a share of %v is %d cells of 20, want %d", share, got, want)
		}
	}
	before, after := Pair(0.25, 0.5, 8, plain)
	if before != "▒▒" || after != "████" {
		t.Errorf("before %q, after %q", before, after)
	}
	if Thick(1, 0, plain) != "" {
		t.Error("a bar without room")
	}
}
