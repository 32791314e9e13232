package owncopy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"probity/guidance"
)

// specimen is a document written for these tests, in the shape of a real one, with the source that is taught from it.
type specimen struct {
	source     *guidance.Source
	text       string
	paragraphs []string // of the text, each on one line, as a person would copy them out
	file       []byte   // the source's file in the library
}

// specimens are the three documents of testdata: guidance of paragraphs under headings, a printed leaflet of numbered
// paragraphs, and an article.
func specimens(t testing.TB) []specimen {
	t.Helper()
	var out []specimen
	for _, name := range []string{"boards-2031", "boards-2019", "parish-2031"} {
		s := specimen{text: read(t, name+".txt"), file: []byte(read(t, name+".toml"))}
		s.source = source(t, s.file)
		lines := s.text
		if name == "boards-2019" { // whose lines are wrapped
			lines = read(t, name+".lines")
		}
		for line := range strings.Lines(lines) {
			if line = strings.TrimSpace(line); line != "" {
				s.paragraphs = append(s.paragraphs, line)
			}
		}
		out = append(out, s)
	}
	return out
}

func read(t testing.TB, name string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func source(t testing.TB, file []byte) *guidance.Source {
	t.Helper()
	var raw struct {
		Source struct{ ID, Title, Publisher string }
		Clause []*guidance.Clause
	}
	if err := toml.Unmarshal(file, &raw); err != nil {
		t.Fatal(err)
	}
	s := &guidance.Source{ID: raw.Source.ID, Title: raw.Source.Title, Publisher: raw.Source.Publisher, Published: "2031", Clauses: raw.Clause}
	guidance.NewLibrary([]*guidance.Source{s}, nil)
	return s
}

func sources(specimens []specimen) []*guidance.Source {
	var out []*guidance.Source
	for _, s := range specimens {
		out = append(out, s.source)
	}
	return out
}

func mustParse(t testing.TB, name, text string) *Document {
	t.Helper()
	d, err := Parse(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
