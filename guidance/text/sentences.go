package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences divides a text into its sentences, each on one line. One ends with a stop, a question mark, an exclamation mark or an
// ellipsis, behind it perhaps a closing quotation mark or bracket, where no small letter follows.
func Sentences(s string) []string {
	var out []string
	for _, at := range SentenceIndexes(s) {
		out = append(out, strings.Join(strings.Fields(s[at[0]:at[1]]), " "))
	}
	return out
}

// SentenceIndexes are where a text's sentences begin and end, in bytes, without the space between them.
func SentenceIndexes(s string) [][2]int {
	var out [][2]int
	from, to := 0, 0
	for word := range strings.FieldsSeq(s) {
		at := to + strings.Index(s[to:], word)
		switch {
		case to == 0:
			from = at
		case begins(word) && ends(s[from:to]):
			out, from = append(out, [2]int{from, to}), at
		}
		to = at + len(word)
	}
	if to > 0 {
		out = append(out, [2]int{from, to})
	}
	return out
}

func ends(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, `"”’')]*_`))
	return strings.ContainsRune(".?!…", last)
}

func begins(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLower(first)
}
