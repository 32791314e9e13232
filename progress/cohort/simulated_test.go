package cohort_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"probity/progress/cohort"
	"probity/progress/cohort/invented"
	"probity/progress/paper"
	"probity/scenarios/scenariostest"
)

// invent is the report of learners who are invented.
func invent(t *testing.T, n int, say bool) cohort.Report {
	t.Helper()
	b := scenariostest.Families(t).Bank
	p := cohort.NewPool(b)
	if say {
		p.Simulate()
	}
	for h := range invented.Learners(b, n, 1) {
		if why := p.Record("another", h); why != "" {
			t.Fatal(why)
		}
	}
	r, err := p.Report("Probity 1.0.0")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// pages are a report in every medium.
func pages(t *testing.T, r cohort.Report) map[string][]byte {
	t.Helper()
	pdf, err := paper.PDF(r.Paper())
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"pdf": pdf, "html": paper.HTML(r.Paper()), "md": paper.Markdown(r.Paper()), "json": text}
}

// TestAPageOfInventedLearnersSaysSo in its title and its first lines, whatever medium it is in.
func TestAPageOfInventedLearnersSaysSo(t *testing.T) {
	says := pages(t, invent(t, 60, true))
	first := func(text []byte, lines int) string {
		return string(bytes.Join(bytes.SplitN(text, []byte("\n"), lines+1)[:lines], []byte("\n")))
	}
	for _, want := range []string{"# Invented learners", "60 invented learners", "Nothing on this page is evidence"} {
		if got := first(says["md"], 5); !strings.Contains(got, want) {
			t.Errorf("the first lines lack %q:\n%s", want, got)
		}
	}
	if got := first(says["json"], 4); !strings.Contains(got, `"simulated": true`) {
		t.Errorf("the first lines are:\n%s", got)
	}
	if !bytes.Contains(says["html"], []byte("<title>Invented learners")) {
		t.Error("the title of the HTML doesn't say it")
	}
	for medium, page := range pages(t, invent(t, 60, false)) {
		if bytes.Contains(page, []byte("nvented")) || bytes.Contains(page, []byte("simulated")) {
			t.Errorf("%s of people says that they are invented", medium)
		}
	}
}

// TestInventedLearnersTakeNobodysPlace, and nobody takes theirs; of their own pages the later does.
func TestInventedLearnersTakeNobodysPlace(t *testing.T) {
	for _, c := range []struct{ before, now, want bool }{{true, true, true}, {true, false, false}, {false, true, false}} {
		now := invent(t, 100, c.now)
		for medium, page := range pages(t, invent(t, 60, c.before)) {
			if got := now.Replaces(page); got != c.want || now.OtherKind(page) == c.want {
				t.Errorf("%s, invented before %v, now %v: replaced %v", medium, c.before, c.now, got)
			}
		}
	}
	if now := invent(t, 60, true); !now.Replaces([]byte("A shopping list, of 10 people")) || !now.Replaces(pages(t, now)["md"]) {
		t.Error("what is no such page stays, or as many invented learners do")
	}
}
