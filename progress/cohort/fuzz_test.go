package cohort

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
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
		left := p.Read([]string{path, path})
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
