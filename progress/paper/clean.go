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

// lineEnds makes one kind of line break of all.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

// cleanText removes control, reordering and invisible characters, and joins letters with their accents where there is one
// character for both. Line breaks stay; other white space becomes a blank.
func cleanText(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = lineEnds.Replace(s)
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

// MissingError says that a PDF would not show all of a document: its typeface lacks characters of a word, as of names in scripts
// that it does not have. HTML and Markdown show them in the reader's own typefaces.
type MissingError struct {
	Words []string // that have a character which is missing, each once
}

// Error names the words.
func (e *MissingError) Error() string {
	return "making the PDF: the typeface can't show " + e.named() + ": choose HTML or Markdown, which can"
}

// Message says it to a clinician.
func (e *MissingError) Message() string {
	return "The PDF's typeface can't show " + e.named() + ". Choose HTML or Markdown, which can."
}

func (e *MissingError) named() string {
	words, more := e.Words, ""
	if len(words) > most {
		words, more = words[:most], " and others"
	}
	return "“" + strings.Join(words, "”, “") + "”" + more
}

// most is how many words an error names.
const most = 5

// lost stands for a character that was lost before it came here.
const lost = '\uFFFD'

// missing is a MissingError if the typeface lacks a character of a document; nil if it has all.
func missing(c *font.Coverage, d Document) error {
	var words []string
	d.mapped(func(s string) string {
		for _, w := range strings.Fields(s) {
			w = strings.Trim(w, ".,;:!?()[]“”\"'")
			lacks := func(r rune) bool { return r == lost || !c.Has(r) }
			if strings.ContainsFunc(w, lacks) && !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
		return s
	})
	if words == nil {
		return nil
	}
	return &MissingError{words}
}

// Line is text from outside on one line, without control, reordering and invisible characters.
func Line(s string) string { return line(cleanText(s)) }
