package changes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"probity/guidance/text"
)

// likeness is how alike two wordings are.
type likeness int

const (
	same     likeness = iota
	respelt           // signs, capitals and line breaks, and letters that were mistyped
	doubtful          // one letter of a short word: mistyped or another word
	reworded          // it may mean something else
)

// shortest is how many letters a word has at least in which one letter is taken for a slip: in a shorter one it may make another word.
const shortest = 6

// compare says how alike two wordings are. A number, a denial or another word may mean something else; of a letter in a short word, a program
// can't tell.
func compare(a, b string) likeness {
	if strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ") {
		return same
	}
	x, y := words(a), words(b)
	if len(x) != len(y) {
		return reworded
	}
	alike := respelt
	for i := range x {
		long := min(utf8.RuneCountInString(x[i]), utf8.RuneCountInString(y[i])) >= shortest
		switch {
		case x[i] == y[i]:
		case number(x[i]+y[i]) || denies(x[i]) != denies(y[i]) || text.Slips(x[i], y[i]) > 1:
			return reworded
		case !long || plural(x[i], y[i]):
			alike = doubtful
		}
	}
	return alike
}

// words are those of a text in small letters, without signs. What stands within a word, as in can't, stays; so do a minus and the points of
// numbers.
func words(s string) []string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(strings.ReplaceAll(s, "’", "'"))) {
		if w = strings.TrimFunc(w, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("%<>≥≤+-−", r)
		}); w != "" && w != "-" {
			out = append(out, w)
		}
	}
	return out
}

// number reports whether there is a digit.
func number(s string) bool { return strings.ContainsFunc(s, unicode.IsNumber) }

// denies reports whether a word says no.
func denies(w string) bool {
	return w == "no" || w == "not" || w == "nor" || w == "none" || w == "never" || strings.HasSuffix(w, "n't")
}

// plural reports whether words differ in an s alone: one patient or several.
func plural(x, y string) bool { return x+"s" == y || y+"s" == x }
