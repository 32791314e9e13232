// PDF: A4, calm, and made to be read in black and white. The text is real text with the document's language, title and
// outline, but the file has no structure tags, so it is not offered as PDF/UA; the HTML is what suits a screen reader best.

package paper

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"probity/guidance/text"
)

// Measures of the page, in millimetres.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	side       = 21.0 // margins left and right
	top        = 21.0
	foot       = 22.0 // what is kept free at the bottom
	width      = pageWidth - 2*side
	room       = pageHeight - top - foot
	measure    = 150.0 // of running text, for the eye
)

// PDF puts a document on A4 pages. What the typeface can't show is never printed as something else: the error is then a
// *MissingError. The same document gives the same bytes, for as long as the program, its PDF library and its compression stay
// the same.
// Letters that the built-in typeface lacks are drawn in the first of the others that has them.
func PDF(d Document, others ...*Typeface) (made []byte, err error) {
	if len(others) == 0 {
		return pdf(d, nil)
	}
	if !unharmed(func() { made, err = pdf(d, others) }) {
		return nil, fmt.Errorf("making the PDF: %w", errDamaged)
	}
	return made, err
}

func pdf(d Document, others []*Typeface) ([]byte, error) {
	letters, err := newLetters(others)
	if err != nil {
		return nil, err
	}
	d = d.printable(letters)
	if err := missing(letters, d); err != nil {
		return nil, err
	}
	file := fpdf.New("P", "mm", "A4", "")
	describe(file, d.Meta)
	s := &sheet{Fpdf: file, letters: letters}
	if err := s.faces(); err != nil {
		return nil, err
	}
	pages := paginate(s.rows(d.Blocks), room)
	for i, page := range pages {
		s.AddPage()
		s.SetAlpha(1, "Normal") // has the file call itself PDF 1.4, which a language and attachments need
		y := top
		for _, r := range page {
			if r.draw != nil {
				r.draw(y)
			}
			y += r.height
		}
		s.frame(d.Meta, i+1, len(pages))
	}
	var out bytes.Buffer
	if err := file.Output(&out); err != nil {
		return nil, fmt.Errorf("making the PDF: %w", err)
	}
	return out.Bytes(), nil
}

// describe sets what the file says about itself. All of it is fixed by the document, which keeps the bytes the same.
func describe(file *fpdf.Fpdf, m Meta) {
	said := utf16Text
	if m.Narrow {
		said = text.Line
	}
	file.SetTitle(said(m.Title), m.Narrow)
	file.SetSubject(said(m.Subject), m.Narrow)
	file.SetAuthor(said(m.Author), m.Narrow)
	file.SetCreator(said(m.Program), m.Narrow)
	file.SetProducer(said(m.Program), m.Narrow)
	file.SetLang(m.Language)
	date := m.Date.UTC()
	if m.Date.IsZero() {
		date = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // the library takes no date for today
	}
	file.SetCreationDate(date)
	file.SetModificationDate(date)
	file.SetCatalogSort(true)
	file.SetAutoPageBreak(false, 0)
	if a := m.Carries; a != nil {
		file.SetAttachments([]fpdf.Attachment{{Content: a.Data, Filename: a.Name, Description: a.Says}})
	}
}

// utf16Text is text on one line as PDF has it outside its pages. The library's own conversion knows no surrogates.
func utf16Text(s string) string {
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text.Line(s))) {
		out = binary.BigEndian.AppendUint16(out, unit)
	}
	return string(out)
}

// frame writes what stands around the text: the title from the second page on, the foot and the page's number.
func (s *sheet) frame(m Meta, number, of int) {
	if number > 1 {
		s.text(side, 13.5, s.fit(text.Line(m.Title), fine, width), fine)
		s.hairline(side, 15.5, width)
	}
	count := fmt.Sprintf("Page %d of %d", number, of)
	s.hairline(side, pageHeight-16, width)
	s.text(side, pageHeight-12, s.fit(text.Line(m.Footer), fine, width-40), fine)
	s.text(side+width-s.wide(count, fine), pageHeight-12, count, fine)
}
