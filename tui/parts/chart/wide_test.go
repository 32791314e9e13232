package chart

import (
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

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
