package cells

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// TestASignThatATerminalLacksHasAnother: what stands in is as wide, and styles go on.
func TestASignThatATerminalLacksHasAnother(t *testing.T) {
	for _, c := range []struct{ drawn, console, ascii string }{
		{"plain ~ text", "plain ~ text", "plain ~ text"},
		{"✓ right · ✗ wrong", "+ right · x wrong", "+ right - x wrong"},
		{"◐ part of the way", "~ part of the way", "~ part of the way"},
		{"› a  “It’s 5–6 …”", "> a  \"It's 5-6 …\"", "> a  \"It's 5-6 ~\""},
		{"─│→↑", "─│→↑", "-|>^"},
		{"▁▃▅▇█", "__=#█", "__=##"},
		{"Dr Zoë Müller", "Dr Zoë Müller", "Dr Zoe Muller"},
		{"Zoe\u0308", "Zoe\u0308", "Zoe"},
		{"明 and 👩‍👩‍👧", "明 and 👩‍👩‍👧", "?? and ??"},
		{"Łódź", "Łódź", "?odz"},
		{"\x1b[1m✓\x1b[m b\n✗", "\x1b[1m+\x1b[m b\nx", "\x1b[1m+\x1b[m b\nx"},
	} {
		for signs, want := range map[Signs]string{EverySign: c.drawn, ConsoleSigns: c.console, ASCIISigns: c.ascii} {
			if got := signs.Drawn(c.drawn); got != want {
				t.Errorf("%q with signs %d: %q, want %q", c.drawn, signs, got, want)
			}
		}
	}
}

// TestDrawnIsAsWide, whatever is drawn; in ASCII signs nothing else is left.
func TestDrawnIsAsWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := ansi.Strip(strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", " ", "✓", "é", "e\u0301", "明", "👩‍👩‍👧", "❤️", "…", "▀", "1\ufe0f\u20e3", "ﬁ", "\u00a0"})).Draw(t, "line"), ""))
		for _, signs := range []Signs{ConsoleSigns, ASCIISigns} {
			drawn := signs.Drawn(line)
			if got, want := ansi.StringWidth(drawn), ansi.StringWidth(line); got != want {
				t.Errorf("%q with signs %d is %q: %d cells, want %d", line, signs, drawn, got, want)
			}
			if signs == ASCIISigns && strings.ContainsFunc(drawn, func(r rune) bool { return r > '~' }) {
				t.Errorf("%q in ASCII is %q", line, drawn)
			}
		}
	})
}
