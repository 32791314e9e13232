// What holds for every document: each medium says all of it, the same bytes come out every time, and no text does anything.

package paper

import (
	"bytes"
	"errors"
	"fmt"
	stdhtml "html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"probity/guidance/fuzztest"
	runes "probity/guidance/text"
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

// hostile is what learners and packs might write.
var hostile = []string{
	"<script>alert(1)</script>", "</style><b>x", "</template>", "\" onload=\"x", "[a](javascript:b)",
	"![a](http://b/c.png)", "https://example.org/",
	"www.example.org", "a@example.org", "<https://example.org>", "# a heading", "- an item", "+ an item", "7. an item",
	"7) an item", "> a quotation",
	"---", "===", "```", "~~~", "    code", "`code`", "| a | b |", "*a* _b_ **c** ~~d~~", "&#27;[31m", "&lt;i&gt;",
	"\x1b[31mred", "\u202eback", "a\u200bb",
	"\U000e0041tag", "a\r\nb", "\x00", "[x]: http://b", "[^1]", "\\", "a\\", "mailto:a@b.ie", "HTTPS://example.org",
	"\ufeff", "x\n\n# y", "x\n- y", "\xff",
}

// TestTextsAreInert puts each hostile text everywhere: the shape of the document stays what it is with harmless words.
func TestTextsAreInert(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, many times: nothing for the race detector")
	}
	word := everything(func(string) string { return "word" })
	wantMarkdown, wantWeb := markdownShape(Markdown(word)), webShape(t, HTML(word))
	for _, h := range hostile {
		t.Run(fmt.Sprintf("%q", h), func(t *testing.T) {
			d := everything(func(string) string { return "x " + h })
			if diff := cmp.Diff(wantWeb, webShape(t, HTML(d))); diff != "" {
				t.Errorf("HTML (-want +got):\n%s", diff)
			}
			for _, d := range []Document{d, everything(func(string) string { return h + " x" })} {
				if diff := cmp.Diff(wantMarkdown, markdownShape(Markdown(d))); diff != "" {
					t.Errorf("Markdown (-want +got):\n%s", diff)
				}
			}
			media := [][]byte{Markdown(d), HTML(d)}
			if pdf := pdfOf(t, d); pdf != nil {
				media = append(media, []byte(strings.Join(pages(t, pdf), "")))
			}
			for _, got := range media {
				if i := strings.IndexFunc(string(got), func(r rune) bool { return r != '\n' && runes.Hidden(r) }); i >= 0 {
					t.Errorf("a hidden character came through at byte %d", i)
				}
			}
		})
	}
}

// markdownShape lists the kinds of nodes that GitHub's dialect sees; runs of text and breaks in them don't count.
func markdownShape(source []byte) []string {
	var kinds []string
	tree := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser().Parse(text.NewReader(source))
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if kind := n.Kind().String(); entering && kind != "Text" && kind != "String" {
			kinds = append(kinds, kind)
		}
		return ast.WalkContinue, nil
	})
	// A quotation has more paragraphs when there are empty lines in the words: that is the one thing they may do.
	return slices.CompactFunc(kinds, func(a, b string) bool { return a == "Paragraph" && b == "Paragraph" })
}

// webShape lists the elements of a page with the names of their attributes.
func webShape(t *testing.T, source []byte) []string {
	t.Helper()
	var shape []string
	z := html.NewTokenizer(bytes.NewReader(source))
	for z.Next() != html.ErrorToken {
		token := z.Token()
		if token.Type == html.TextToken || token.Data == "br" || token.Data == "p" { // a quotation has as many as the words have
			continue
		}
		entry := token.Type.String() + " " + token.Data
		for _, a := range token.Attr {
			entry += " " + a.Key
		}
		shape = append(shape, entry)
	}
	return slices.Compact(shape)
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
	for _, h := range hostile {
		f.Add(h)
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
