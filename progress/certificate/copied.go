// The copy: which medium a file is, the content it carries, and whether it shows that content as this program puts it there.

package certificate

import (
	"bytes"
	"errors"
	"fmt"

	"probity/guidance/text"
	"probity/progress/paper"
)

// medium is how a certificate was put on paper.
type medium int

const (
	asJSON medium = iota
	asHTML
	asPDF
	asCredential
)

// copied is a file with the content that it carries.
type copied struct {
	medium  medium
	file    []byte
	text    []byte   // JSON and HTML with the line ends as this program writes them
	changed []string // what was taken from the file for that
	data    []byte   // the envelope
}

var pdfBegins = []byte("%PDF-")

func opened(file []byte) (c copied, err error) {
	c.file = file
	if bytes.HasPrefix(file, pdfBegins) {
		c.medium, c.text = asPDF, bytes.ReplaceAll(file, []byte("\r\n"), []byte("\n"))
		if c.data, err = paper.Carried(file); err != nil {
			c.data, err = paper.Carried(c.text) // sent as text, which breaks a PDF
		}
		return c, err
	}
	c.text, c.changed = plainText(file)
	if bytes.HasPrefix(bytes.TrimSpace(c.text), []byte("{")) {
		c.data = c.text
		return c, nil
	}
	if looksLikeToken(c.text) {
		c.medium = asCredential
		return c, nil
	}
	c.medium = asHTML
	c.data, err = paper.Carried(c.text)
	if errors.Is(err, paper.ErrCarriesNothing) && bytes.HasPrefix(bytes.TrimSpace(c.text), []byte("#")) {
		err = errors.New("it looks like Markdown, which carries no signature")
	}
	return c, err
}

// compare makes the document again from the signed content, which this program wrote, and holds the file against it.
func (c copied) compare(v *Verdict, e enclosed, program string) {
	e.Payload = e.again
	s := Signed{Certificate: e.certificate, envelope: e.envelope}
	switch c.medium {
	case asJSON:
		c.compareJSON(v, e, s)
	case asHTML:
		c.compareHTML(v, s, program)
	case asPDF:
		c.comparePDF(v, s, program)
	}
}

func (c copied) compareJSON(v *Verdict, e enclosed, s Signed) {
	want, err := parse(s.JSON())
	if err != nil {
		v.Says = "The content is as it was signed, but the file could not be made again to be compared."
		return
	}
	if where := differs(e.tree, want, ""); where != "" {
		v.Says = "CHANGED. The signed content inside is whole, but something stands beside it that was not put there: " + where + "."
		return
	}
	v.Unchanged, v.Says = true, v.unchanged()
	if !bytes.Equal(c.file, s.JSON()) {
		v.Says += ". The file was laid out afresh by another program, which differs in " + c.layout(s.JSON()) + "; what it says is the same"
	}
}

// layout says in what a text that says the same differs from the one that was made.
func (c copied) layout(made []byte) string {
	changed := c.changed
	if !bytes.Equal(c.text, made) {
		changed = append(changed, "blanks, the order of keys or the spelling of characters and numbers")
	}
	return text.Series(changed)
}

func (c copied) compareHTML(v *Verdict, s Signed, program string) {
	made := s.HTML()
	switch {
	case bytes.Equal(c.text, made):
		v.Unchanged, v.Says = true, v.unchanged()
		if !bytes.Equal(c.file, made) {
			v.Says += ". Another program changed " + text.Series(c.changed) + ", as mail programs do; what the page says is the same"
		}
	case bytes.Equal(words(c.text), words(made)):
		v.Says = "The signed content inside is as it was signed, and the page has the same words: only blanks or line ends differ, as mail " +
			"programs and editors change them. So the page is not as it was made to the letter. What was signed is below"
	case s.Certificate.Program != program:
		v.Says = v.otherVersion(s.Certificate, program)
	default:
		v.Says = "CHANGED. The signed content inside is whole, but the page around it is not what was made from it: " + lineOf(made, c.text) +
			". A browser or another program may have saved it again, or somebody changed it. What was signed is below"
	}
}

func words(text []byte) []byte { return bytes.Join(bytes.Fields(text), []byte(" ")) }

func (c copied) comparePDF(v *Verdict, s Signed, program string) {
	made, err := s.PDF()
	const header = 16 // bytes: the version of PDF and the first object, which each program numbers in its own way
	switch {
	case errors.As(err, new(*paper.MissingError)):
		v.Says = "The signed content inside is as it was signed. It has letters that Probity's own typeface lacks and that a PDF shows in one of the " +
			"computer where it was made, so what its pages show can't be compared with it. Ask for HTML, which can be. What was signed is below"
	case err != nil:
		v.Says = "The content is as it was signed, but the document could not be made again to be compared."
	case bytes.Equal(made, c.file):
		v.Unchanged, v.Says = true, v.unchanged()
	case bytes.Equal(bytes.ReplaceAll(made, []byte("\n"), []byte("\r\n")), bytes.ReplaceAll(c.text, []byte("\n"), []byte("\r\n"))):
		v.Says = "The signed content inside is as it was signed, but the line ends of the file were changed, as happens when it is sent as " +
			"text, and that damages a PDF. Ask for it again, as a file. What was signed is below"
	case s.Certificate.Program != program:
		v.Says = v.otherVersion(s.Certificate, program)
	case !bytes.HasPrefix(c.file, made[:header]):
		v.Says = "The signed content inside is as it was signed, but the PDF around it was written by another program, so what its pages show " +
			"can't be compared with it. Ask for the file as it was made. What was signed is below"
	default:
		v.Says = "CHANGED. The signed content inside is whole, but the file around it is not what was made from it: " + partOfPDF(made, c.file) +
			". What was signed is below"
	}
}

func (v *Verdict) otherVersion(c Certificate, program string) string {
	return fmt.Sprintf("The signed content inside is as it was signed. It was made with %s and this is %s, which may lay documents out "+
		"differently, so what the pages show could not be compared with it. Verify it with that version. What was signed is below",
		paper.Line(c.Program), program)
}

// partOfPDF says which page differs, or that it is something beside the pages.
func partOfPDF(want, got []byte) string {
	n := 0
	for n < len(want) && n < len(got) && want[n] == got[n] {
		n++
	}
	switch pages := bytes.Index(want, []byte("/Type /Pages")); {
	case n == len(want):
		return fmt.Sprintf("it has %s more at its end", text.Count(len(got)-n, "byte"))
	case n == len(got):
		return fmt.Sprintf("it has %s less at its end", text.Count(len(want)-n, "byte"))
	case n < pages:
		page := max(1, bytes.Count(want[:n], []byte("/Type /Page\n")))
		return fmt.Sprintf("page %d differs, from byte %d of the file on", page, n+1)
	}
	return fmt.Sprintf("something beside the pages' text differs (the typeface, what the file says about itself, or the "+
		"attachment), from byte %d on", n+1)
}
