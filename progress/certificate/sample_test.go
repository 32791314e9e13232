// What the tests share: a small library, a record made in it, and goldens.

package certificate

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/guidance"
	"probity/guidance/signing"
	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/pack"
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
	want := must(os.ReadFile(path))(t)
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func must[V any](v V, err error) func(testing.TB) V {
	return func(t testing.TB) V {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func same[V any](t testing.TB, what string, got, want V) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

const program = "Probity 1.0.0"

var (
	checked = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	uk      = guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.UK}
	ireland = guidance.Reader{Role: guidance.Student, Jurisdiction: guidance.Ireland}
)

// library has four situations, two topics, and sources of each standing.
func library() *pack.Pack {
	source := func(id, title string, j guidance.Jurisdiction, s guidance.Status, locators ...string) *guidance.Source {
		out := &guidance.Source{ID: id, Title: title, Publisher: "A publisher", Jurisdiction: j, Published: "2024",
			Status: s, Checked: checked}
		for i, l := range locators {
			out.Clauses = append(out.Clauses, &guidance.Clause{ID: fmt.Sprintf("%s/%d", id, i+1), Locator: l})
		}
		return out
	}
	gmp := source("gmc-gmp-2024", "Good medical practice", guidance.UK, guidance.InForce, "paragraph 88", "paragraph 89",
		"paragraph 89(a)", "paragraph 89(b)")
	gmp.Clauses = append(gmp.Clauses, &guidance.Clause{ID: "gmc-gmp-2024/75c", Locator: "paragraph 75(c)"})
	sources := []*guidance.Source{
		source("old", "Old guidance", guidance.UK, guidance.Superseded, "paragraph 1"), gmp,
		source("advice", "Advice", guidance.UK, guidance.Advice, "Introduction, paragraph 1",
			"Introduction, paragraphs 2 and 3", "Closing words", "Before posting, question 1", "Before posting, question 4"),
		source("irish", "Irish commentary", guidance.Ireland, guidance.Commentary, "Opening, paragraph 2"),
	}
	situation := func(id, topic string, cites ...string) *scenarios.Situation {
		return &scenarios.Situation{ID: id, Revision: 1, Topic: topic, Title: guidance.Capital(id), Format: rating,
			Options: []scenarios.Option{{ID: "a", Cites: cites}, {ID: "b"}, {ID: "c"}, {ID: "d"}}, Key: key4}
	}
	return &pack.Pack{
		ID: "probity", Title: "Social media for clinicians", Version: "1.0.0", Objectives: []pack.Objective{{Text: "Keep confidences", Topics: []string{"images"}}, {Text: "Advise soundly", Topics: []string{"advice"}},
			{Text: "Keep to the point", Topics: []string{"elsewhere"}}, {Text: "Try the tutor"}},
		Guidance: guidance.NewLibrary(sources, nil),
		Bank: scenarios.NewBank([]scenarios.Topic{{ID: "images", Title: "Photographs"}, {ID: "advice", Title: "Health advice"}}, nil,
			[]*scenarios.Situation{
				situation("one", "images", "gmc-gmp-2024/1", "gmc-gmp-2024/2", "gmc-gmp-2024/3", "gmc-gmp-2024/4", "advice/1", "old/1"),
				situation("two", "images", "advice/2", "advice/3", "advice/4", "advice/5", "irish/1"),
				situation("three", "advice", "gmc-gmp-2024/75c"), situation("four", "advice", "old/1"),
			}),
	}
}

// The situations are ratings of four actions, which bring 16 marks, 6 of them by chance.
var (
	rating, _ = scenarios.FormatNamed("rate")
	key4      = []string{"a=4", "b=3", "c=2", "d=1"}
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// answered is an answer of a sitting that rates so many of the four actions right, so many hours after noon.
func answered(seq int64, sitting, scenario, topic string, right, sure int, hours float64) progress.Answer {
	chosen := append(slices.Clone(key4[:right]), []string{"a=1", "b=1", "c=4", "d=4"}[right:]...)
	return progress.Answer{Seq: seq, Sitting: sitting, Scenario: scenario, Revision: 1, Topic: topic,
		Format: "rate", Chosen: chosen, Marks: 4 * float64(right), Of: 16, Chance: 0.375,
		Sure: sure, Seconds: 200, At: noon.Add(time.Duration(hours * float64(time.Hour)))}
}

// record is a record with a practice, an assessment handed in twice and one that is not, and an answer taken back.
func record() *progress.History {
	h := progress.NewHistory()
	h.Apply(
		progress.Sitting{Seq: 1, ID: "practice", Kind: progress.Practice, Drawn: []string{"one", "four"}, Library: "0.9.0"},
		answered(2, "practice", "one", "images", 4, 3, -24*40), answered(3, "practice", "four", "advice", 0, 0, -24*40),
		progress.Sitting{Seq: 10, ID: "first", Kind: progress.Assessment, Drawn: []string{"one", "two"}, Library: "1.0.0"},
		answered(11, "first", "one", "images", 0, 1, -30), answered(12, "first", "two", "images", 0, 1, -29),
		progress.Submit{Seq: 13, Sitting: "first", Pass: 0.3, Rule: scenarios.ByShares, At: noon.Add(-29 * time.Hour)},
		progress.Sitting{Seq: 20, ID: "second", Kind: progress.Assessment, Drawn: []string{"one", "two", "three"}, Library: "1.0.0"},
		answered(21, "second", "one", "images", 4, 3, 0), answered(22, "second", "two", "images", 3, 2, 0.1),
		answered(23, "second", "three", "advice", 0, 3, 0.2),
		progress.Submit{Seq: 24, Sitting: "second", Pass: 0.3, Rule: scenarios.ByShares, At: noon.Add(time.Hour)},
		progress.Sitting{Seq: 30, ID: "half", Kind: progress.Assessment, Drawn: []string{"one", "two"}, Library: "1.0.0"},
		answered(31, "half", "one", "images", 4, 3, 48),
		progress.Sitting{Seq: 40, ID: "empty", Kind: progress.Practice, Drawn: []string{"one"}, Library: "1.0.0"},
		progress.Sitting{Seq: 41, ID: "slipped", Kind: progress.Practice, Drawn: []string{"one"}, Library: "1.0.0"},
		answered(42, "slipped", "one", "images", 0, 1, 24*9), progress.Undo{Seq: 43, Of: 42, At: noon.Add(24 * 9 * time.Hour)},
		progress.Attended{Seq: 49, Session: "room", Title: "Monday", Situations: []string{"one", "two"}, Minutes: 45, Size: 14, Library: "1.0.0",
			Held: time.Date(2026, 12, 5, 9, 0, 0, 0, time.UTC), At: noon},
		progress.Reflection{Seq: 50, Scenario: "one", Text: "I was too sure."},
		progress.Reflection{Seq: 51, Scenario: "four", Text: "Not of this sitting."},
	)
	return h
}

func gathered(t testing.TB, choose Choice) Work {
	t.Helper()
	return must(Gather(record(), library().Bank, choose))(t)
}

var ann = Own{
	Name: "Nguyễn Thị Ánh", Registration: "7654321", Hours: 1.5, Change: "Declare what I stand to gain.",
	Reflection: Reflection{What: "An evening's work.", SoWhat: "I was too sure.\nAnd of the wrong things.",
		NowWhat: "I ask first."},
}

var siobhan = Own{Name: "Siobhán Ní Dhomhnaill", Facilitated: &Facilitated{"Dr Máire Ó Súilleabháin", "Gaillimh", 14}}

func key(t testing.TB, institution string) signing.Key {
	t.Helper()
	return must(signing.NewKey(strings.NewReader(strings.Repeat("k", 32)), institution))(t)
}

// signed is a certificate of the second assessment.
func signed(t testing.TB, own Own, reader guidance.Reader, institution string) Signed {
	t.Helper()
	c := must(Make(Weigh(gathered(t, Choice{Sitting: "second"}), library(), reader), own, reader, program))(t)
	return must(Sign(c, key(t, institution)))(t)
}

// media are the files that can be verified.
func media(t testing.TB, s Signed) map[string][]byte {
	t.Helper()
	return map[string][]byte{"PDF": must(s.PDF())(t), "HTML": s.HTML(), "JSON": s.JSON(), "JWT": s.Credential()}
}

// replaced is a file with a text of it replaced, where it first stands.
func replaced(t testing.TB, file []byte, old, new string) []byte {
	t.Helper()
	if !bytes.Contains(file, []byte(old)) {
		t.Fatalf("nothing to change: %s", old)
	}
	return bytes.Replace(file, []byte(old), []byte(new), 1)
}

func has(t testing.TB, what, text, want string) {
	t.Helper()
	if !strings.Contains(text, want) {
		t.Errorf("%s: the page lacks %q", what, want)
	}
}
