package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug is a text as an id: small letters without accents, digits, and a hyphen wherever something else stands. It has at most so many
// characters, and ends with a whole word where one has room. It is "" where nothing of the text can be written so.
func Slug(s string, most int) string {
	var b strings.Builder
	apart := false
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if apart && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			apart = false
		case unicode.IsMark(r) || r == '\'' || r == '’':
		default:
			apart = true
		}
	}
	out := b.String()
	if len(out) <= most {
		return out
	}
	if at := strings.LastIndexByte(out[:most+1], '-'); at > 0 {
		return out[:at]
	}
	return out[:most]
}
