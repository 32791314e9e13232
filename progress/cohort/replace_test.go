package cohort

import (
	"encoding/json"
	"testing"

	"probity/guidance/fuzztest"
	"probity/progress/paper"
)

// An earlier page stays where few people set the two apart, in every medium, and also one that was made when people were
// counted one by one.
func TestWhichPagesAreReplaced(t *testing.T) {
	for _, c := range []struct {
		before, now, sessions int
		want                  bool
	}{{10, 10, 0, false}, {10, 10, 2, false}, {10, 15, 1, true}, {15, 10, 0, true}, {0, 10, 3, true}, {10, 0, 3, true}, {0, 0, 3, true}} {
		old := Report{Program: "Probity 1.0.0", People: c.before, Sessions: c.sessions}
		pdf, err := paper.PDF(old.Paper())
		if err != nil {
			t.Fatal(err)
		}
		text, _ := json.Marshal(old)
		for medium, page := range map[string][]byte{"pdf": pdf, "html": paper.HTML(old.Paper()), "md": paper.Markdown(old.Paper()), "json": text} {
			if got := (Report{People: c.now, Sessions: c.sessions}).Replaces(page); got != c.want {
				t.Errorf("%s of %d by %d people: %v", medium, c.before, c.now, got)
			}
		}
	}
	for page, want := range map[string]bool{
		"# What the cohort teaches\n\n11 records and 1 session": false,
		"# What the cohort teaches\n\n5 records":                true,
		"A shopping list, of 10 people, for 10 records":         true,
	} {
		if got := (Report{People: 10}).Replaces([]byte(page)); got != want {
			t.Errorf("%q: %v", page, got)
		}
	}
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
