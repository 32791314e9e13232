package exchange_test

import (
	"testing"

	"probity/scenarios/exchange"
)

// TestSharesAreThoseThatAreMeant, though decimals cut them short.
func TestSharesAreThoseThatAreMeant(t *testing.T) {
	for percent, want := range map[float64]float64{100: 1, 0: 0, 33.33333: 1. / 3, 33.333: 1. / 3, -16.66667: -1. / 6, 66.667: 2. / 3, 14.28571: 1. / 7, 11.11111: 1. / 9,
		12.5: .125, 33: .33, 37: .37, 12.34567: .1234567} {
		if got := exchange.ShareOf(percent); got != want {
			t.Errorf("%g %% is %v, want %v", percent, got, want)
		}
	}
	for share, want := range map[float64]string{1: "100", 1. / 3: "33.33333", -1. / 6: "-16.66667", .05: "5", 0: "0", -1e-12: "0"} {
		if got := exchange.Percent(share); got != want {
			t.Errorf("%v is %s %%, want %s", share, got, want)
		}
	}
	for share, want := range map[float64]bool{1. / 3: true, -.125: true, .33333: true, 1. / 11: false, .37: false} {
		if got := exchange.Listed(share); got != want {
			t.Errorf("%v is listed: %v", share, got)
		}
	}
}
