// Values of TOML in their plainest form. What looks different in any way is left to a TOML reader, so what is read here is read by it in the same way.

package text

import (
	"strings"
	"unicode/utf8"
)

// PlainString reads a string in quotes that holds nothing to be resolved. It is a part of value.
func PlainString(value string) (string, bool) {
	s, rest, ok := cutString(value)
	return s, ok && rest == ""
}

// PlainList reads strings in brackets, with a comma and a blank between them. They are parts of value.
func PlainList(value string) ([]string, bool) {
	rest, ok := strings.CutPrefix(value, "[")
	list := []string{}
	if !ok || rest == "]" {
		return list, ok
	}
	for {
		var s string
		if s, rest, ok = cutString(rest); !ok {
			return nil, false
		}
		list = append(list, s)
		if rest == "]" {
			return list, true
		}
		if rest, ok = strings.CutPrefix(rest, ", "); !ok {
			return nil, false
		}
	}
}

// cutString is the string in quotes that s begins with, and what stands behind it.
func cutString(s string) (inner, rest string, ok bool) {
	if s == "" || s[0] != '"' {
		return "", s, false
	}
	end := strings.IndexByte(s[1:], '"')
	if end < 0 {
		return "", s, false
	}
	inner, rest = s[1:1+end], s[2+end:]
	return inner, rest, PlainWords(inner)
}

// PlainWords reports whether a text stands for itself between quotes: valid, on one line, without escapes.
func PlainWords(s string) bool {
	for i := range len(s) {
		if s[i] == '"' || s[i] == '\\' || s[i] < ' ' || s[i] == 0x7F {
			return false
		}
	}
	return utf8.ValidString(s)
}

// longestNumber is more bytes than any number takes that is written by Probity.
const longestNumber = 40

// PlainNumber reports whether a number is written with digits, and one point between digits at the most.
func PlainNumber(value string) bool {
	whole, part, point := strings.Cut(strings.TrimPrefix(value, "-"), ".")
	return len(value) <= longestNumber && digits(whole) && (len(whole) == 1 || whole[0] != '0') && (!point || digits(part))
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
