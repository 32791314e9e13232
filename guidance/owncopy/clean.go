// Text, as it comes from a file, made fit for reading.

package owncopy

import (
	"strings"
	"unicode"

	"probity/guidance/text"
)

// binaryData reports whether text is not text at all: it has NUL bytes, or one character in fifty is a control character
// or beyond what the code page knows.
func binaryData(text string) bool {
	odd, all := 0, 0
	for _, r := range text {
		all++
		if r == 0 {
			return true
		}
		if r == unicode.ReplacementChar || unicode.IsControl(r) && !unicode.IsSpace(r) && r != '\x1b' {
			odd++
		}
	}
	return odd*50 > all
}

var (
	// escapes are what colours a terminal, whole.
	escapes = text.Expression("\x1b\\[[0-?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|\x1b.?")
	// links are Markdown's; the words are kept and the address is not.
	links = text.Expression(`\[([^\[\]]+)\]\([^()\s]*\)`)
)

// cleaned takes out, and counts, what a terminal might act on and what a reader can't see. It takes out the addresses of links
// too.
func cleaned(raw string) (clean string, dropped int) {
	raw = text.LineFeeds(raw)
	raw = escapes().ReplaceAllStringFunc(raw, func(string) string { dropped++; return "" })
	raw = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == '\uf0b7' || r == '\uf0a7': // bullets of symbol fonts
			return '•'
		case r != softHyphen && text.Hidden(r):
			dropped++
			return -1
		}
		return r
	}, raw)
	return links().ReplaceAllString(raw, "$1"), dropped
}

// softHyphen is where a word may be broken at the end of a line. A Document takes it out when it joins the lines.
const softHyphen = '\u00ad'

// english reports whether a text reads like English: one word in fifteen is among its commonest.
func english(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	n := 0
	for _, w := range words {
		switch w {
		case "the", "of", "and", "to", "you", "that", "for", "with", "this", "must":
			n++
		}
	}
	return n*15 >= len(words)
}
