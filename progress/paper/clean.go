// Cleaning: text from outside loses whatever could act on a reader's machine or reorder what is read.

package paper

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"probity/guidance/text"
	"probity/progress/paper/font"
)

// clean is the document with all its text cleaned; every medium begins with it.
func (d Document) clean() Document { return d.mapped(cleanText) }

// cleanText takes away what acts or hides, and joins letters with their accents where there is one character for both.
func cleanText(s string) string { return norm.NFC.String(text.Block(s)) }

// line is cleaned text on one line.
func line(s string) string { return text.Line(s) }

// missing stands for a character that the typeface lacks.
const missing = '\uFFFD'

// shapeless characters draw nothing themselves, but choose how their neighbours are drawn: joiners, variation selectors, tags.
func shapeless(r rune) bool { return text.Hidden(r) || unicode.Is(unicode.Variation_Selector, r) }

// printable puts a visible mark in the place of each character that the typeface lacks. Of those that draw nothing it takes what
// the typeface has.
func printable(c *font.Coverage, s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || c.Has(r):
			return r
		case shapeless(r):
			return -1
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
			if r != '\n' && !coverage.Has(r) && !shapeless(r) {
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
