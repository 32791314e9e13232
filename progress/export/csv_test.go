// A cell is no formula.

package export

import (
	"strings"
	"testing"
	"unicode/utf8"

	"probity/guidance/fuzztest"
)

// What a cell is spelled with stays in it; what shows nothing there goes.
func TestACellShowsWhatItHolds(t *testing.T) {
	for in, want := range map[string]string{
		"Wales 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f": "Wales 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
		"علی\u200cرضا \u0600\u0661":                                           "علی\u200cرضا \u0600\u0661",
		"a\U000e0041\u202e\ufeffb":                                            "ab",
		"\u200d=1":                                                            "'=1",
	} {
		same(t, in, inert(in), want)
	}
}

// isInert checks that no spreadsheet takes a cell for a formula.
func isInert(t testing.TB, cell string) {
	t.Helper()
	if begins := strings.TrimSpace(cell); !isNumber(cell) && begins != "" && strings.ContainsAny(begins[:1], "=+-@") || strings.HasPrefix(cell, "\t") {
		t.Fatalf("a spreadsheet may take %q for a formula", cell)
	}
}

func FuzzInert(f *testing.F) {
	for _, cell := range []string{"=1", "-1", "-1.5", "-1+1", " \u00a0=1", "'=1", "\ufeff=1", "\r=1", "1", "\x00=1", "\u200b=1"} {
		f.Add(cell)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		fuzztest.Within(t, len(cell), 1)
		got := inert(cell)
		isInert(t, got)
		if inert(got) != got || !utf8.ValidString(got) {
			t.Fatalf("%q became %q", cell, got)
		}
	})
}
