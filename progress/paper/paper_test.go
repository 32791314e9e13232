// What holds for every document: each medium says all of it, the same bytes come out every time, and no text does anything.

package paper

import (
	"bytes"
	"errors"
	"fmt"
	stdhtml "html"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"probity/guidance/fuzztest"
	"probity/guidance/text/texttest"
)

func TestGoldens(t *testing.T) {
	golden(t, "everything.md", Markdown(everything(same)))
	golden(t, "everything.html", HTML(everything(same)))
	golden(t, "everything.pdf.txt", []byte(strings.Join(pages(t, printed(t, everything(same))), "\n\f\n")+"\n"))
}

func TestEachMediumSaysEverything(t *testing.T) {
	d := everything(same)
	page := strings.Join(pages(t, printed(t, d)), " ")
	markdown := regexp.MustCompile(`\\(.)`).ReplaceAllString(string(Markdown(d)), "$1")
	web := stdhtml.UnescapeString(string(HTML(d)))
	for _, s := range texts(d) {
		for _, part := range strings.Fields(s) {
			for medium, said := range map[string]string{"PDF": page, "Markdown": markdown, "HTML": web} {
				if !strings.Contains(said, part) {
					t.Errorf("%s lacks %q", medium, part)
				}
			}
		}
	}
}

// Fault 33.
func TestSameDocumentSameBytes(t *testing.T) {
	for range 3 {
		if !bytes.Equal(printed(t, everything(same)), printed(t, everything(same))) {
			t.Fatal("two PDFs of one document differ")
		}
	}
	empty := Document{}
	if !bytes.Equal(printed(t, empty), printed(t, empty)) || !bytes.Equal(HTML(empty), HTML(empty)) {
		t.Error("two copies of an empty document differ")
	}
}

// TestPapersAreMadeSideBySide: on a host several learners print at once, and share the built-in typeface. What it keeps of letters is of each paper.
func TestPapersAreMadeSideBySide(t *testing.T) {
	d := everything(func(s string) string { return s + " ĦŊŦẂỲ" }) // letters that no other test has looked for
	made := make([][]byte, 4)
	var all sync.WaitGroup
	for i := range made {
		all.Go(func() { made[i], _ = PDF(d) })
	}
	all.Wait()
	for _, pdf := range made {
		if !bytes.Equal(pdf, printed(t, d)) {
			t.Error("it is another beside others")
		}
	}
}

// addresses do no harm where a text may have links. In a document it has none: what somebody wrote stays words.
var addresses = []texttest.Payload{
	{Name: "address 0", Text: "https://example.org/"}, {Name: "address 1", Text: "HTTPS://example.org"}, {Name: "address 2", Text: "www.example.org"}, {Name: "address 3", Text: "a@example.org"},
	{Name: "address 4", Text: "mailto:a@b.ie"}, {Name: "address 5", Text: "<https://example.org>"},
}

// TestTextsAreInert puts each hostile text everywhere, before and behind a word: a document is made of what harmless words give, part for part.
func TestTextsAreInert(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, many times: nothing for the race detector")
	}
	word := everything(func(string) string { return "word" })
	page, markdown, pdf := parts(t, texttest.Page, HTML(word)), parts(t, texttest.Markdown, Markdown(word)), parts(t, texttest.Paper, printed(t, word))
	for _, p := range append(texttest.Payloads(), addresses...) {
		t.Run(p.Name, func(t *testing.T) {
			for _, d := range []Document{everything(func(string) string { return "x " + p.Text }), everything(func(string) string { return p.Text + " x" })} {
				alike(t, "HTML", parts(t, texttest.Page, HTML(d)), page)
				alike(t, "Markdown", parts(t, texttest.Markdown, Markdown(d)), markdown)
			}
			if family, _, _ := strings.Cut(p.Name, " "); slices.Contains([]string{"direction", "hidden", "paper"}, family) { // what is harm in a PDF
				made := pdfOf(t, everything(func(string) string { return "x " + p.Text }))
				if made == nil {
					return // it can't be shown, and nothing is printed in its place
				}
				alike(t, "PDF", parts(t, texttest.Paper, made), pdf)
				parts(t, texttest.Lines, []byte(strings.Join(pages(t, made), "\n")))
			}
		})
	}
}

// parts are what a document on a medium is made of; the test fails where something of it acts or hides. A quotation has as many paragraphs and
// breaks as its words have, a PDF as many pages as they fill.
func parts(t *testing.T, of texttest.Form, medium []byte) []string {
	t.Helper()
	made, faults := of(medium)
	for _, fault := range faults {
		t.Error(fault)
	}
	as := slices.DeleteFunc(made, func(part string) bool { return part == "<p>" || part == "<br>" })
	if bytes.HasPrefix(medium, []byte("%PDF-")) {
		return slices.Compact(slices.Sorted(slices.Values(as)))
	}
	return as
}

func alike(t *testing.T, medium string, got, want []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", medium, diff)
	}
}

func TestHTMLStandsAlone(t *testing.T) {
	page := string(HTML(everything(same)))
	for _, forbidden := range []string{"<script", "<link", "<img", "<iframe", " src=", " href=", "url(", "@import", " style="} {
		if strings.Contains(page, forbidden) {
			t.Errorf("the page has %q", forbidden)
		}
	}
	for _, wanted := range []string{`<html lang="en-IE">`, "default-src 'none'", "<h1>", "<h2>", "<h3>",
		`<th scope="col"`, `<th scope="row"`, "@media print"} {
		if !strings.Contains(page, wanted) {
			t.Errorf("the page lacks %q", wanted)
		}
	}
}

func TestPDFSaysWhatItIs(t *testing.T) {
	pdf := string(printed(t, everything(same)))
	for _, wanted := range []string{"%PDF-1.4", "/Lang (en-IE)", "/Outlines ", "D:20261122000000", "/EmbeddedFile"} {
		if !strings.Contains(pdf, wanted) {
			t.Errorf("the PDF lacks %q", wanted)
		}
	}
	for i, page := range pages(t, []byte(pdf)) {
		if want := fmt.Sprintf("Page %d of 2", i+1); !strings.Contains(page, want) {
			t.Errorf("page %d lacks %q: %s", i+1, want, page)
		}
	}
}

// Faults 31 and 51: what the typeface can't show is no PDF, and the words are named; the other media show it.
func TestWhatTheTypefaceLacksIsRefused(t *testing.T) {
	for name, words := range map[string]string{
		"Siobhán Ní Dhomhnaill": "", "Nguyễn Thị Ánh": "", "Nguye\u0302\u0303n Thi\u0323 A\u0301nh": "",
		"Ċaoimhín Ṁac Ḋonnċaiḋ": "", "Łukasz Žižka": "", "Ιωάννα Жуков": "", "Ελένη": "", "Ольга": "",
		"Ann 😀": "😀", "田中 Ann": "田中", "شيماء": "شيماء", "\U0001F468\u200D\u2695\uFE0F": "👨\u200d⚕", "李小龍": "李小龍", "नेहा": "नेहा",
		"محمد": "محمد", "עדי": "עדי", "Ann \U00020BB7": "\U00020BB7", "Siobh\uFFFDn": "Siobh\uFFFDn", "x\u20DD": "x\u20DD",
	} {
		d := Document{Blocks: []Block{Title{Text: name}, Facts{{"Name", name}}}}
		pdf, err := PDF(d)
		for when, err := range map[string]error{
			"before it is made": Missing(d), "as it is made": err, "at the head of a page": Missing(Document{Meta: Meta{Title: name}}),
			"at the foot": Missing(Document{Meta: Meta{Footer: name}}),
		} {
			var missing *MissingError
			if errors.As(err, &missing) != (words != "") || missing != nil && strings.Join(missing.Words, " ") != words {
				t.Errorf("%q %s: %v, want %q", name, when, err, words)
			}
		}
		if err == nil && strings.ContainsRune(strings.Join(pages(t, pdf), ""), '\uFFFD') {
			t.Errorf("%q is printed with a mark", name)
		}
		if shown := Line(name); !strings.Contains(string(HTML(d)), shown) || !strings.Contains(string(Markdown(d)), shown) {
			t.Errorf("%q is not in HTML or Markdown", name)
		}
	}
}

func TestAttachmentsAreFoundAgain(t *testing.T) {
	d := everything(same)
	for medium, file := range map[string][]byte{"PDF": printed(t, d), "HTML": HTML(d)} {
		got, err := Carried(file)
		if err != nil || !bytes.Equal(got, d.Meta.Carries.Data) {
			t.Errorf("%s carries %q, %v", medium, got, err)
		}
	}
	d.Meta.Carries = nil
	for medium, file := range map[string][]byte{"PDF": printed(t, d), "HTML": HTML(d),
		"Markdown": Markdown(everything(same)), "nothing": nil} {
		if got, err := Carried(file); err == nil {
			t.Errorf("%s carries %q", medium, got)
		}
	}
}

// Greys and colours of text against white: at least 4.5 to 1 in HTML (WCAG 2.2, success criterion 1.4.3, level AA), 7 to 1 on
// paper, which is copied and faxed.
func TestTextIsDarkEnough(t *testing.T) {
	for _, m := range regexp.MustCompile(`[ ;{]color: #([0-9a-f]{6})`).FindAllStringSubmatch(styleSheet, -1) {
		var r, g, b int
		fmt.Sscanf(m[1], "%02x%02x%02x", &r, &g, &b)
		if c := contrast(r, g, b); c < 4.5 {
			t.Errorf("#%s has %.1f", m[1], c)
		}
	}
	for _, f := range []face{plain, strong, fine, label, cell, colhead, title, sub, headingFace(1), headingFace(2),
		headingFace(3)} {
		if c := contrast(f.grey, f.grey, f.grey); c < 7 {
			t.Errorf("grey %d has %.1f", f.grey, c)
		}
	}
}

// contrast is WCAG's contrast ratio of a colour on white.
func contrast(r, g, b int) float64 {
	linear := func(v int) float64 {
		c := float64(v) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 1.05 / (0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b) + 0.05)
}

// A PDF says its subject and author with surrogates where a character needs two units. Its title stands on its pages too, and has none.
func TestTheFileSaysItsSubjectWhole(t *testing.T) {
	file := printed(t, Document{Meta: Meta{Title: "Ann (é)", Subject: "Ann 👩 (é)", Author: "𝔄"}})
	for name, want := range map[string]string{
		"title": "\x00n\x00 \x00\\(\x00\xe9", "subject": "\x00n\x00 \xd8\x3d\xdc\x69\x00 ", "author": "\xfe\xff\xd8\x35\xdd\x04",
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the %s is not in the file", name)
		}
	}
}

// FuzzDocuments: any text on any medium, without a panic, and the attachment found again.
func FuzzDocuments(f *testing.F) {
	if testing.Short() {
		f.Skip("one goroutine, many times: nothing for the race detector")
	}
	for s := range fuzztest.Heavy() {
		f.Add(s[:len(s)/16]) // it stands in every place of a document
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzztest.Within(t, len(s), 4)
		d := everything(func(string) string { return s })
		Markdown(d)
		for _, file := range [][]byte{pdfOf(t, d), HTML(d)} {
			if file == nil {
				continue
			}
			if got, err := Carried(file); err != nil || !bytes.Equal(got, d.Meta.Carries.Data) {
				t.Fatalf("carries %q, %v", got, err)
			}
		}
		_, _ = Carried([]byte(s))
		_, _ = Carried([]byte("%PDF-" + "<< /Type /EmbeddedFile >>stream\n" + s))
		_, _ = Carried([]byte(templateBegins + s))
	})
}
