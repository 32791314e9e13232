// Text made safe to show: what a terminal or an editor would obey instead of showing is replaced.

package progress

import (
	"strings"
	"unicode"
)

// Legible returns text with every control character but the line break and the tab, every mark that turns the direction of
// writing, and every byte that is not UTF-8 replaced by U+FFFD.
func Legible(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || !unicode.IsControl(r) && !unicode.Is(unicode.Bidi_Control, r) {
			return r
		}
		return unicode.ReplacementChar
	}, strings.ToValidUTF8(text, string(unicode.ReplacementChar)))
}
