package report

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"probity/guidance/fuzztest"
	"probity/guidance/text/texttest"
	"probity/progress/attendance"
	"probity/progress/cohort"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/progress/paper"
	"probity/scenarios/scenariostest"
)

// FuzzSessionPapers: whatever is in a session's file, the papers made from it end without a panic and before long, and hold
// nothing that acts on a reader's machine. Making a PDF smaller is slow: fuzz with -fuzzminimizetime 1x.
func FuzzSessionPapers(f *testing.F) {
	p := scenariostest.Pack(f)
	f.Add(kept(f))
	f.Add(bytes.ReplaceAll(kept(f), []byte(`title = "`), []byte(`title = "\u001b[31m\u202e李小龍 `)))
	f.Add([]byte("schema = 1\n\n[session]\nid = \"x\"\n"))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzztest.Within(t, len(text), 4)
		path := filepath.Join(t.TempDir(), "session.toml")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		facts, err := folder.ReadSessionFile(path)
		if err != nil {
			return
		}
		pool := cohort.NewPool(p.Bank)
		pool.Session("a session", facts)
		if r, err := pool.Report("Probity"); err == nil {
			inert(t, r.Paper())
		}
		if s, err := attendance.Of(facts, p, time.UTC); err == nil {
			if work, err := s.Work(); err == nil && (!s.Ended || work.Minutes < 1 || s.Size < 1) {
				t.Errorf("certified: %v, ended %v", s, s.Ended)
			}
		}
		if r, err := Of(facts, p, "Probity"); err == nil {
			inert(t, r.Paper())
		}
	})
}

// kept is the file of a session.
func kept(t testing.TB) []byte {
	t.Helper()
	o := folder.Options{Dir: t.TempDir(), Now: func() time.Time { return nine }}
	s := folder.SessionsIn(o).New("20261124-090000-abcd")
	for _, fact := range held(t, scenariostest.Pack(t), 12, func(_, round int) int { return 3 + round }) {
		if err := s.Append(t.Context(), journal.Any, fact); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(filepath.Join(o.Dir, "sessions", "20261124-090000-abcd.toml"))
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return text
}

// inert fails where a paper acts or hides something, or cannot be made for another reason than that its typeface lacks a letter.
func inert(t *testing.T, d paper.Document) {
	t.Helper()
	for _, out := range [][]byte{paper.HTML(d), paper.Markdown(d)} {
		_, faults := texttest.Lines(out)
		for _, fault := range faults {
			t.Error(fault)
		}
	}
	var missing *paper.MissingError
	if _, err := paper.PDF(d); err != nil && !errors.As(err, &missing) {
		t.Error(err)
	}
}
