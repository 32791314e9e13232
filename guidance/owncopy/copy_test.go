package owncopy

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"probity/guidance"
	"probity/guidance/fuzztest"
)

func TestACopyIsKept(t *testing.T) {
	for _, s := range specimens(t) {
		c := Compare(mustParse(t, `my "own" copy.txt`, exchanged(t, s, s.paragraphs[len(s.paragraphs)/2], "")), s.source, noon)
		raw, err := c.Encode()
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(raw, s.source)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c, back); diff != "" {
			t.Error(diff)
		}
	}
}

// TestAnyTextIsKept: whatever a document's paragraphs are, they come back, and the file is one that Decode lets in.
func TestAnyTextIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &guidance.Source{ID: "s", Clauses: []*guidance.Clause{{ID: "s/1"}}}
		c := &Copy{Source: "s", Imported: time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "at"), 0).UTC(), File: rapid.String().Draw(t, "file"),
			Paragraphs: []Paragraph{{Clause: "s/1", Match: Reworded, Text: rapid.StringMatching(`.+`).Draw(t, "text"), Seen: rapid.String().Draw(t, "seen")}}}
		raw, err := c.Encode()
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(raw, s)
		if err != nil {
			t.Fatalf("%v\n%s", err, raw)
		}
		if diff := cmp.Diff(c, back); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestANewerLibraryIsNoticed: the library's clauses change, the learner's copy does not.
func TestANewerLibraryIsNoticed(t *testing.T) {
	s := specimens(t)[1]
	raw, err := Compare(mustParse(t, "a.txt", s.text), s.source, noon).Encode()
	if err != nil {
		t.Fatal(err)
	}
	now := s.source.Clauses
	now[0].Fingerprint = now[1].Fingerprint
	now[2].ID = "boards-2019/new"
	c, err := Decode(raw, s.source)
	if err != nil {
		t.Fatal(err)
	}
	if c.Paragraphs[0].Match != Reworded || c.Paragraphs[1].Match != Same || c.Paragraphs[2].Match != Missing || len(c.Paragraphs) != len(now) {
		t.Errorf("%+v", c.Paragraphs[:3])
	}
	if _, ok := c.paragraph("boards-2019/new"); ok {
		t.Error("a clause that was not there then has a paragraph")
	}
}

func TestDamagedCopies(t *testing.T) {
	s := specimens(t)[0]
	raw, err := Compare(mustParse(t, "a.txt", s.text), s.source, noon).Encode()
	if err != nil {
		t.Fatal(err)
	}
	good := string(raw)
	for name, c := range map[string]struct{ text, says string }{
		"empty":            {"", "import the document again"},
		"cut short":        {good[:len(good)/2], "import the document again"},
		"another source":   {strings.Replace(good, `"boards-2031"`, `"boards-2019"`, 1), "import the document again"},
		"a newer Probity":  {strings.Replace(good, "schema = 1", "schema = 2", 1), "update Probity"},
		"no schema":        {strings.Replace(good, "schema = 1", "", 1), "import the document again"},
		"an unknown field": {good + "note = \"x\"\n", "import the document again"},
		"deep nesting":     {good + "note = " + strings.Repeat("[", 100000), "import the document again"},
		"not UTF-8":        {good + "\xff", "import the document again"},
		"too long":         {good + strings.Repeat("\n", MaxText), "import the document again"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Decode([]byte(c.text), s.source)
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), s.source.Title) {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

// FuzzDecode: whatever lies in the data folder as a copy, reading it ends, and what is read is written and read again as it is.
func FuzzDecode(f *testing.F) {
	source := &guidance.Source{ID: "s", Clauses: []*guidance.Clause{{ID: "s/1"}}}
	f.Add([]byte("schema = 1\nsource = \"s\"\nimported = 2026-11-22T09:28:11Z\nfile = \"x.html\"\n\n[[paragraph]]\nclause = \"s/1\"\nmatch = \"reworded\"\nseen = \"page 2\"\ntext = \"a > b [c](d)\"\n"))
	f.Add([]byte("schema = 9\n"))
	f.Add([]byte("[[paragraph]]\n[[paragraph]]\nclause = \"s/1\"\ntext = \"\"\n"))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		fuzztest.Within(t, len(raw), 1)
		c, err := Decode(raw, source)
		if err != nil {
			return
		}
		again, err := c.Encode()
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(again, source)
		if err != nil {
			t.Fatalf("%v\n%s", err, again)
		}
		if diff := cmp.Diff(c, back); diff != "" {
			t.Fatal(diff)
		}
	})
}
