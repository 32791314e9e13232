package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold is s on one line as it is compared in a search: without case, accents, joiners and soft hyphens, with one kind of blank, of
// apostrophe, of quotation mark and of hyphen. "Síle’s" and "sile's" fold to the same.
func Fold(s string) string {
	s = Line(s)
	if plain(s) {
		return strings.ToLower(s)
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsMark(r), Hidden(r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Pd, r), r == '−':
			return '-'
		case strings.ContainsRune("‘’‚‛ʼʹ′`", r):
			return '\''
		case strings.ContainsRune("“”„‟«»″", r):
			return '"'
		}
		return r
	}, norm.NFKD.String(strings.ReplaceAll(s, "´", "'"))) // which would take the accent off a blank
	return Line(strings.ToLower(cases.Fold().String(s))) // folding alone turns the two cases of Cherokee into each other
}
