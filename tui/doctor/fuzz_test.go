package doctor

import (
	"io"
	"slices"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
)

// FuzzAsk: whatever comes from a terminal that was asked, asking ends with what can be told of it.
func FuzzAsk(f *testing.F) {
	widths := strings.Repeat("\x1b[3;2R", len(samples()))
	for _, s := range []string{
		"\x1b[?62;22c", "\x1b]11;rgb:ffff/ffff/eeee\x1b\\\x1b[?2027;2$y\x1b[?62;22c" + widths, "\x1b]11;rgb:fffffffffffffffff/0/0\x07\x1b[?c" + widths,
		"\x1b[?c\x1b[1;99999999999999999999R" + widths, "\x1b[?c\x1b[0;0R" + widths, "typed", "",
	} {
		f.Add([]byte(s))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
		f.Add([]byte("\x1b[?c" + s + widths))
	}
	f.Fuzz(func(t *testing.T, comes []byte) {
		fuzztest.Within(t, len(comes), 1)
		a := Ask(t.Context(), strings.NewReader(string(comes)), io.Discard, clock())
		if !slices.Contains([]string{"", "dark", "light"}, a.Background) {
			t.Errorf("the background is %q", a.Background)
		}
		if !a.Any && (a.Background != "" || a.Widths != nil) || a.Widths != nil && len(a.Widths) < len(samples()) {
			t.Errorf("it answered %+v", a)
		}
		if slices.ContainsFunc(a.Widths, func(n int) bool { return n < -1 }) {
			t.Errorf("widths are %v", a.Widths)
		}
	})
}
