// Package text is the one place that says which characters are safe to show. Text that comes from outside (packs, records,
// lists of names, what a learner types or pastes) is cleaned here before it is shown, stored or put on paper.
//
// What is taken away shows nothing itself: it acts on a terminal, turns the direction of reading, or hides in other text.
// What a language or an emoji is spelled with is kept: joiners in Persian or Sinhala, variation selectors, the tags of a flag.
// The same character can be either, so the functions look at text and not at single characters.
package text

import "strings"

// Line is s on one line: line breaks, tabs, blanks of any kind and runs of them are one blank each, and there are none at the ends.
func Line(s string) string { return strings.Join(strings.Fields(clean(s, false)), " ") }

// Block is s with its line breaks. CR LF, CR and the rarer breaks (VT, FF, NEL, U+2028, U+2029) are LF, a tab is a blank.
func Block(s string) string { return clean(s, false) }

// Piece is Block for a part of a text, such as one key press. Joiners and variation selectors at its ends are kept: what they
// belong to may be in another part.
func Piece(s string) string { return clean(s, true) }

// Typed is Block for what stands before the cursor of a field. Joiners at its end are kept: what they join may be typed next.
func Typed(s string) string { return strings.TrimPrefix(clean(" "+s, true), " ") }

// LineFeeds is s with each of its line breaks as one LF: CR LF, CR, and the rarer ones that Block names. All else stays, but for
// bytes that are not UTF-8, which are U+FFFD.
func LineFeeds(s string) string {
	return strings.Map(func(r rune) rune {
		if breaks(r) {
			return '\n'
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}

// Deceptive finds the first character that makes text read other than it is written: one that turns the direction of reading, a
// tag that spells no flag, an annotation, or a deprecated format control. at counts characters from 1; it is 0 when there is none.
func Deceptive(s string) (r rune, at int) {
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		if n := flag(runes[i:]); n > 0 {
			i += n - 1
			continue
		}
		if deceives(runes[i]) {
			return runes[i], i + 1
		}
	}
	return 0, 0
}
