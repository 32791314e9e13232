package text

import "strings"

// mostQuoted is how many characters of a text are quoted.
const mostQuoted = 120

// Quoted is text from outside as a sentence quotes it: on one line, not long, and without quotation marks. A mark could end the
// quotation, and the rest would read as the sentence's own words.
func Quoted(s string) string {
	const widest = 4 // a character has so many bytes at the most
	s = strings.ToValidUTF8(s[:min(len(s), (mostQuoted+1)*widest)], "\uFFFD")
	letters := []rune(strings.NewReplacer("“", "‘", "”", "’").Replace(Line(s)))
	if len(letters) > mostQuoted {
		letters = append(letters[:mostQuoted], '…')
	}
	return "“" + string(letters) + "”"
}
