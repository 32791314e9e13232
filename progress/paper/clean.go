// Cleaning: text from outside loses whatever could act on a reader's machine or reorder what is read.

package paper

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"probity/progress/paper/font"
)

// clean is the document with all its text cleaned; every medium begins with it.
func (d Document) clean() Document { return d.mapped(cleanText) }

// cleanText removes control, reordering and invisible characters, and joins letters with their accents where there is one
// character for both. Line breaks stay; other white space becomes a blank.
func cleanText(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case hidden(r):
			return -1
		}
		return r
	}, s))
}

// hidden tells the characters that show nothing: controls (C0, DEL, C1), and everything that Unicode calls a format
// character: reordering, zero width, tags, byte-order marks. Variation selectors and characters of private use go too.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) ||
		unicode.Is(unicode.Variation_Selector, r)
}

// line is cleaned text on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// missing stands for a character that the typeface lacks.
const missing = '\uFFFD'

// printable puts a visible mark in the place of each character that the typeface lacks.
func printable(c *font.Coverage, s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || c.Has(r) {
			return r
		}
		return missing
	}, s)
}

// Missing lists the characters of a document that a PDF can't show and marks with a replacement sign, each once, in the
// order of their codes. HTML and Markdown show them as the reader's own machine can.
func Missing(d Document) ([]rune, error) {
	coverage, err := font.NewCoverage()
	if err != nil {
		return nil, err
	}
	var found []rune
	d.clean().mapped(func(s string) string {
		for _, r := range s {
			if r != '\n' && !coverage.Has(r) {
				found = append(found, r)
			}
		}
		return s
	})
	slices.Sort(found)
	return slices.Compact(found), nil
}

// Line is text from outside on one line, without control, reordering and invisible characters.
func Line(s string) string { return line(cleanText(s)) }
