package guidance

import (
	"unicode"
	"unicode/utf8"
)

// Capital is text with a capital letter to begin with, in whatever script. What does not begin with a letter stays as it is.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
