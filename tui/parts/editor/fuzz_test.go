package editor

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
)

// FuzzPaste: whatever is pasted and typed, the field holds no more than it may, nothing in it acts or hides, and no line goes past the edge.
func FuzzPaste(f *testing.F) {
	for _, s := range []string{"First.\r\rSecond.", "a\x1b[31m\u202eb\u009b", "👩🏽\u200d⚕\ufe0f", "a\tb\u2028c", "می\u200cخواهم", "\U000e0041", "\xff", "🏴\U000e0067\U000e0062"} {
		f.Add(s, "x"+s)
	}
	var all []string
	for s := range fuzztest.Heavy() {
		all = append(all, s[:min(len(s), 300)])
	}
	for some := range slices.Chunk(all, 6) {
		f.Add(strings.Join(some, "\n"), "")
	}
	f.Fuzz(func(t *testing.T, pasted, keys string) {
		if len(keys) > 60 || len(pasted) > 2000 {
			return
		}
		fuzztest.Within(t, 10*len(pasted)+100*len(keys), 2) // each is drawn
		for _, line := range []bool{false, true} {
			e, _ := open(Options{Line: line, Limit: 500, TooLong: "too long"})
			e.Update(tea.PasteMsg{Content: pasted})
			for _, r := range text.Piece(keys) { // as the app gives it on
				e.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			if sign := text.Line(keys); sign != "" { // as one key, as an input method gives it
				e.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: sign})
			}
			got := e.Value()
			if !utf8.ValidString(got) || utf8.RuneCountInString(got) > 500 || line && strings.Contains(got, "\n") {
				t.Errorf("%q, then %q is %q", pasted, keys, got)
			}
			if again := e.cleaned(got); again != got || strings.ContainsFunc(got, func(r rune) bool { return r != '\n' && text.Acts(r) }) {
				t.Errorf("%q acts, or is not clean", got)
			}
			if strings.ContainsFunc(e.View(), func(r rune) bool { return r != '\n' && r != '\x1b' && text.Acts(r) }) {
				t.Errorf("%q is drawn as %q", got, e.View())
			}
		}
	})
}
