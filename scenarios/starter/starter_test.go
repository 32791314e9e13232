package starter

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/craft"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

var day = time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)

// suggested are the answers of an author who takes every suggestion.
func suggested(t *testing.T) Answers {
	t.Helper()
	a := Answers{Today: day}
	for _, q := range Questions() {
		if err := q.Take(&a, q.Suggests(a)); err != nil {
			t.Fatalf("%s suggests %q, and refuses it: %v", q.Name, q.Suggests(a), err)
		}
		if q.Of(a) != q.Suggests(a) {
			t.Errorf("%s took %q for %q", q.Name, q.Of(a), q.Suggests(a))
		}
	}
	return a
}

// made is the pack of some answers, merged into a library.
func made(t *testing.T, a Answers) (p, base *pack.Pack) {
	t.Helper()
	files, err := Files(a)
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: text}
	}
	if base, err = scenariostest.Library(); err != nil {
		t.Fatal(err)
	}
	if p, err = pack.Load(tree, base); err != nil {
		t.Fatalf("the new pack has mistakes:\n%v", err)
	}
	return p, base
}

// TestANewPackIsSound: in either country it loads, has a situation of each format, every clause of the must is taught twice, and pack
// check has nothing to say against it.
func TestANewPackIsSound(t *testing.T) {
	for _, country := range guidance.Jurisdictions() {
		a := suggested(t)
		a.Country = country
		p, base := made(t, a)
		report := craft.Check(p, craft.Request{Base: base, Now: day})
		for _, f := range append(report.Mistakes, report.Warnings...) {
			t.Errorf("%s: %s: %s", country, f.Subject, f.Says)
		}
		formats := map[scenarios.Format]int{}
		for _, f := range p.Bank.Families() {
			if strings.HasPrefix(f.ID, a.ID+":") {
				formats[f.Variants[0].Format]++
				if n := len(f.For(country)); f.Variants[0].Format.Scored() && n < 2 {
					t.Errorf("%s has %d variants in %s", f.ID, n, country)
				}
			}
		}
		for _, f := range scenarios.Formats() {
			if formats[f] != 1 {
				t.Errorf("of the format %s there are %d", f.Name(), formats[f])
			}
		}
	}
}

// TestAnswersCannotBreakAFile: whatever is answered stands in the files as it was given.
func TestAnswersCannotBreakAFile(t *testing.T) {
	a := suggested(t)
	const odd = `St "Luke's" \ {{.ID}} """ # [x] é 漢`
	for _, q := range Questions() {
		if q.Name == "title" || q.Name == "owner" || q.Name == "document" {
			if err := q.Take(&a, odd); err != nil {
				t.Fatal(err)
			}
		}
	}
	p, _ := made(t, a)
	for _, s := range p.Guidance.Sources() {
		if strings.HasPrefix(s.ID, a.ID+":") && (s.Title != odd || s.Publisher != odd) {
			t.Errorf("the document became %q of %q", s.Title, s.Publisher)
		}
	}
}

// TestRefusedAnswers: with what is wrong, in words.
func TestRefusedAnswers(t *testing.T) {
	for _, c := range []struct{ name, line, says string }{
		{"title", "  ", "empty"}, {"title", strings.Repeat("x", 81), "81 characters"}, {"owner", "a\u202eb", "U+202E"},
		{"id", "Anytown Hospital", "anytown-hospital would do"}, {"id", "ä-b-", "a-b would do"}, {"id", "漢", "none of the letters"}, {"id", "../x", "x would do"},
		{"id", strings.Repeat("x", 41), "more than 40"}, {"jurisdiction", "fr", "uk or ie"},
	} {
		for _, q := range Questions() {
			a := Answers{}
			if q.Name != c.name {
				continue
			}
			if err := q.Take(&a, c.line); err == nil || !strings.Contains(err.Error(), c.says) || q.Of(a) != "" {
				t.Errorf("%s %q: %v, and %q was taken", c.name, c.line, err, q.Of(a))
			}
		}
	}
}

// TestSlug: an id is made of the first words of a title, and there always is one.
func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"Messages at work": "messages-at-work", "Social media at Anytown General Hospital": "social-media-at-anytown", "Clinical photography on your own phone": "clinical-photography", "On the": "on-the", "Naïve O’Brien’s": "naive-obriens", "漢": "my-pack",
		strings.Repeat("x", 60): strings.Repeat("x", 24),
	} {
		if got := shortened(title); got != want {
			t.Errorf("%q became %q", title, got)
		}
	}
}
