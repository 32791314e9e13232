package text

import "strings"

// mostQuoted is how many characters of a text are quoted.
const mostQuoted = 120

// Brief is text from outside as a sentence repeats it: on one line, not long, and without double quotation marks.
func Brief(s string) string {
	const widest = 4 // a character has so many bytes at the most
	s = strings.ToValidUTF8(s[:min(len(s), (mostQuoted+1)*widest)], "\uFFFD")
	letters := []rune(strings.NewReplacer("“", "‘", "”", "’").Replace(Line(s)))
	if len(letters) > mostQuoted {
		letters = append(letters[:mostQuoted], '…')
	}
	return string(letters)
}

// Quoted is text from outside in quotation marks, as Brief has it. A mark within could end the quotation, and the rest would read as the
// sentence's own words.
func Quoted(s string) string { return "“" + Brief(s) + "”" }
