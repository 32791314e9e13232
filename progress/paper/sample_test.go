// What the tests share: a document with everything in it, goldens, and a reader of PDF text.

package paper

import (
	"bytes"
	"compress/zlib"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the goldens anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// everything is a document with each kind of block, its texts from say.
func everything(say func(string) string) Document {
	return Document{
		Meta: Meta{
			Title: say("Certificate: Siobhán"), Subject: say("A subject"), Author: say("Siobhán Ní Dhomhnaill"), Language: "en-IE",
			Date: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Program: say("Probity 1.0.0"), Footer: say("Made with Probity"),
			Carries: &Attachment{Name: "data.json", Says: "The data", Data: []byte(`{"a": "<b>"}`)},
		},
		Blocks: []Block{
			Title{say("A document"), say("Nguyễn Thị Ánh")},
			Notice{say("Nobody should miss this.")},
			Heading{1, say("Facts")},
			Facts{{say("Name"), say("Siobhán")}, {say("Place"), say("Gaillimh")}},
			Heading{2, say("Prose")},
			Paragraph{Runs: []Run{{say("Some"), false}, {" " + say("bold"), true}, {" " + say("words"), false}}},
			Text(say("1. plain")), Small(say("Small print.")),
			Heading{3, say("Lists")},
			List{Items: []string{say("one"), say("two")}},
			List{Items: []string{say("first"), say("second")}, Ordered: true},
			Quote{say("I wrote this.") + "\n" + say("And that.") + "\n\n" + say("Then more.")},
			Together{
				Heading{1, say("Figures")},
				Table{Caption: say("A table"), Head: []string{say("Name"), say("Marks")}, Rows: [][]string{{say("Ann"),
					say("12")}, {say("Ben"), say("3")}}, Right: []int{1}},
				Table{Head: []string{say("To sign"), say("Signature")}, Rows: [][]string{{say("Ann"), ""}}, Tall: true},
				Chart{Caption: say("A chart"), Bars: []Bar{{Label: say("Images"), Value: 0.5, Text: say("50 %")},
					{Label: say("Advice"), Value: 2, Text: say("after 100 %"), Before: &Mark{-1, say("before 0 %")}}}},
			},
			PageBreak{},
			Heading{1, say("A new page")},
			Cards{Across: 2, Down: 8, Cards: []Card{{say("KTRD"), say("a slip")}, {say("PXYB"), say("another slip")}, {say("BBBB"), ""}}},
		},
	}
}

func same(s string) string { return s }

// texts lists every text of a document's blocks.
func texts(d Document) []string {
	var out []string
	for _, b := range d.Blocks {
		b.mapped(func(s string) string {
			if s != "" {
				out = append(out, s)
			}
			return s
		})
	}
	return out
}

// pdfOf is the PDF of a document; nil where the typeface lacks something of it.
func pdfOf(t testing.TB, d Document) []byte {
	t.Helper()
	pdf, err := PDF(d)
	var missing *MissingError
	if err != nil && !errors.As(err, &missing) {
		t.Fatal(err)
	}
	return pdf
}

func printed(t testing.TB, d Document) []byte {
	t.Helper()
	pdf, err := PDF(d)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

var (
	stream = regexp.MustCompile(`(?s)/Filter /FlateDecode /Length \d+>>\nstream\n(.*?)\nendstream`)
	shown  = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\) Tj`)
)

// pages is the text of a PDF as it is shown, page by page.
func pages(t testing.TB, pdf []byte) []string {
	t.Helper()
	var out []string
	for _, m := range stream.FindAllSubmatch(pdf, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue
		}
		content, err := io.ReadAll(r)
		if err != nil || !bytes.Contains(content, []byte("BT ")) {
			continue
		}
		var words []string
		for _, text := range shown.FindAllSubmatch(content, -1) {
			words = append(words, decoded(text[1]))
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// decoded reads a PDF string of UTF-16 without a mark.
func decoded(s []byte) string {
	s = regexp.MustCompile(`(?s)\\(.)`).ReplaceAllFunc(s, func(m []byte) []byte {
		if m[1] == 'r' {
			return []byte{'\r'}
		}
		return m[1:]
	})
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
