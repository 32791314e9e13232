// Cleaning: text from outside loses whatever could act on a reader's machine or reorder what is read.

package paper

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"probity/guidance/text"
)

// clean is the document with all its text cleaned; every medium begins with it.
func (d Document) clean() Document { return d.mapped(cleanText) }

// cleanText takes away what acts or hides, and joins letters with their accents where there is one character for both.
func cleanText(s string) string { return norm.NFC.String(text.Block(s)) }

// printable is the document, cleaned, without the shapeless characters that the typeface does not have.
func (d Document) printable(l letters) Document {
	return d.clean().mapped(func(s string) string {
		return strings.Map(func(r rune) rune {
			if r != '\n' && text.Shapeless(r) && !l.has(r) {
				return -1
			}
			return r
		}, s)
	})
}

// MissingError says that a PDF would not show all of a document: its typeface lacks characters of a word, as of names in scripts
// that it does not have. HTML and Markdown show them in the reader's own typefaces.
type MissingError struct {
	Words   []string // that have a character which is missing, each once
	Letters []string // of each word, the characters that are missing
}

// Error names the words.
func (e *MissingError) Error() string {
	return "making the PDF: the typeface can't show " + e.Named() + ": choose HTML or Markdown, which can"
}

// Message says it to a clinician.
func (e *MissingError) Message() string {
	return "The PDF's typeface can't show " + e.Named() + ". Choose HTML or Markdown, which can."
}

// Named quotes the words, or the first of many, and of a long one its beginning: some scripts have no blanks.
func (e *MissingError) Named() string {
	const most, longest = 5, 16
	words, more := e.Words, ""
	if len(words) > most {
		words, more = words[:most], " and others"
	}
	return "“" + strings.Join(each(words, func(w string) string {
		if letters := []rune(w); len(letters) > longest {
			return string(letters[:longest]) + "…"
		}
		return w
	}), "”, “") + "”" + more
}

// lost stands for a character that was lost before it came here.
const lost = '\uFFFD'

// Missing is the *MissingError that PDF would give for a document, known before it is laid out; nil if the typeface has all of it.
func Missing(d Document, others ...*Typeface) error {
	letters, err := newLetters(others)
	if err != nil {
		return err
	}
	return missing(letters, d.printable(letters))
}

// missing is a MissingError if the typefaces lack a character of what is printed of a document; nil if it has all.
func missing(l letters, d Document) error {
	found := &MissingError{}
	d.Meta = Meta{Title: d.Meta.Title, Footer: d.Meta.Footer} // readers show the rest in their own typefaces
	d.mapped(func(s string) string {
		for _, w := range strings.Fields(s) {
			w = strings.Trim(w, ".,;:!?()[]“”\"'")
			lacks := func(r rune) bool { return r == lost || !l.has(r) }
			if strings.ContainsFunc(w, lacks) && !slices.Contains(found.Words, w) {
				found.Words, found.Letters = append(found.Words, w), append(found.Letters, only(w, lacks))
			}
		}
		return s
	})
	if found.Words == nil {
		return nil
	}
	return found
}

// only is those characters of a text that are meant.
func only(s string, meant func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if meant(r) {
			return r
		}
		return -1
	}, s)
}

// Line is text from outside on one line, without control, reordering and invisible characters.
func Line(s string) string { return text.Line(cleanText(s)) }
