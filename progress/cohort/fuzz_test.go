package cohort

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
	"probity/progress/folder"
	"probity/progress/paper"
)

// FuzzRead: a record that somebody handed over is counted once or left out with a sentence that acts on nothing, and changes no page but by its answers.
func FuzzRead(f *testing.F) {
	b := bank(2)
	var whole []*learner
	for n := range 6 {
		l := newLearner(n)
		for _, s := range b.All() {
			l.answers(s, "a", 2)
		}
		whole = append(whole, l)
	}
	last := whole[5].file()
	for _, s := range []string{last, strings.ReplaceAll(last, `"images`, `"\u001b[31m\u202e`), strings.ReplaceAll(last, "marks = 1", "marks = 1e308"), "schema = 7\n", "[[induction-began]]\n", strings.ReplaceAll(last, "2026", "9999")} {
		f.Add([]byte(s))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		path := filepath.Join(t.TempDir(), "record.toml")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		p := NewPool(b)
		for _, l := range whole[:5] {
			p.record(l.history())
		}
		left := p.Read([]string{path, path}, folder.ReadSessionFile)
		if len(left) == 0 {
			t.Fatal("it is counted twice")
		}
		for _, l := range left {
			if text.Line(l.Why) != l.Why || !strings.HasSuffix(l.Why, ".") {
				t.Errorf("left out: %q", l.Why)
			}
		}
		r, err := p.Report("Probity")
		if err != nil {
			t.Fatal(err)
		}
		if page := string(paper.Markdown(r.Paper())); strings.ContainsFunc(page, func(r rune) bool { return r != '\n' && text.Hidden(r) }) {
			t.Errorf("the page acts or hides: %q", page)
		}
		if _, err := json.Marshal(r); err != nil {
			t.Error(err)
		}
	})
}

// FuzzReplaces: whatever stands where a page is to be written, a page of as many people as it says, give or take four, takes its place in no case, and none of
// people takes the place of one of invented learners.
func FuzzReplaces(f *testing.F) {
	for _, r := range []Report{{People: 10}, {Simulated: true, People: 10}, {People: 0, Sessions: 2}} {
		said, err := json.Marshal(r)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(said)
		f.Add(paper.HTML(r.Paper()))
		f.Add(paper.Markdown(r.Paper()))
	}
	f.Add([]byte(title + "\n\n99999999999999999999 records"))
	f.Add([]byte(`{"People": -9223372036854775808}`))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		fuzztest.Within(t, len(page), 1)
		n, of := made(page)
		for _, now := range []int{10, 40} {
			r := Report{People: now}
			if of == people && n > now-leastPeople && n < now+leastPeople && n != 0 && r.Replaces(page) {
				t.Errorf("a page of %d people takes the place of one of %d", now, n)
			}
			if of == invented && (r.Replaces(page) || !r.OtherKind(page)) || of == nothing && !r.Replaces(page) {
				t.Errorf("a page of kind %d", of)
			}
		}
	})
}
