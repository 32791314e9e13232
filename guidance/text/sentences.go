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
	begun := ""
	words := strings.Fields(s)
	for i, word := range words {
		if begun != "" {
			begun += " "
		}
		begun += word
		if i == len(words)-1 || ends(word) && begins(words[i+1]) {
			out, begun = append(out, begun), ""
		}
	}
	return out
}

func ends(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(word, `"”’')]*_`))
	return strings.ContainsRune(".?!…", last)
}

func begins(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLower(first)
}
