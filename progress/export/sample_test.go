// What the tests share: a record with each kind of fact, and the schemas that its forms are held against.

package export

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
)

var update = flag.Bool("update", false, "write the goldens anew")

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

var options = Options{Made: noon.Add(time.Hour), Program: "1.0.0", Actor: Pseudonymous("learner")}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[V any](t testing.TB, what string, got, want V) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

// holding returns a record that holds facts.
func holding(t testing.TB, facts ...progress.Fact) *folder.Folder {
	t.Helper()
	dir, err := os.MkdirTemp(t.TempDir(), "")
	check(t, err)
	r, err := folder.Open(folder.Options{Dir: dir, Now: func() time.Time { return noon }})
	check(t, err)
	check(t, r.Create(progress.Learner{Role: "doctor", Jurisdiction: "uk"}))
	_, err = r.Append(t.Context(), journal.Any, facts...)
	check(t, err)
	return r
}

// exported returns a record in a form.
func exported(t testing.TB, r *folder.Folder, format Format, o Options) string {
	t.Helper()
	from, err := r.Reading()
	check(t, err)
	defer from.Close()
	var out bytes.Buffer
	check(t, Write(&out, from, format, o))
	return out.String()
}

func answer(sitting, scenario string, marks float64) progress.Answer {
	return progress.Answer{Sitting: sitting, Scenario: scenario, Revision: 1, Topic: "boundaries", Principle: "friend-requests",
		Format: "best", Chosen: []string{"b"}, Marks: marks, Of: 1, Chance: 0.2, Sure: 2, Seconds: 41}
}

// evening is a practice with each format, an answer taken back, and an assessment in which an answer was changed.
func evening() []progress.Fact {
	rank, rate, talk := answer("p", "late-night-post", 18), answer("p", "trust-x:group-chat", 10), answer("p", "satire", 0)
	rank.Format, rank.Chosen, rank.Of, rank.Chance, rank.Sure = "rank", []string{"c", "a", "e", "b", "d"}, 20, 0.6, 0
	rate.Format, rate.Chosen, rate.Of, rate.Chance = "rate", []string{"a=4", "b=1", "c=2", "d=3"}, 16, 0.375
	talk.Format, talk.Of, talk.Chance, talk.Sure = "discuss", 0, 0, 0
	return []progress.Fact{
		progress.Sitting{ID: "p", Kind: progress.Practice, Drawn: []string{"friend-request", "late-night-post"}, Seed: 7, Library: "1.0.0"},
		answer("p", "friend-request", 0), progress.Undo{Of: 2}, answer("p", "friend-request", 1), rank, rate, talk,
		progress.Reflection{Scenario: "friend-request", Text: "=Ask\n\"first\"\u009b31m"},
		progress.Reflection{Scenario: "friend-request", Text: "Ask first", Replaces: 8},
		progress.Setting{Name: "role", Value: "student"},
		progress.Sitting{ID: "e", Kind: progress.Assessment, Drawn: []string{"x", "y"}, Library: "1.0.0"},
		answer("e", "x", 0), progress.Flag{Sitting: "e", Scenario: "x", On: 1}, answer("e", "x", 1), answer("e", "y", 1),
		progress.Submit{Sitting: "e", Pass: 0.5},
		progress.Sitting{ID: "open", Kind: progress.Assessment, Drawn: []string{"x"}, Library: "1.0.0"}, answer("open", "x", 1),
	}
}

// compiled is a JSON schema that also checks formats.
func compiled(t testing.TB, text []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	check(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	check(t, c.AddResource("mem:///schema.json", document))
	compiled, err := c.Compile("mem:///schema.json")
	check(t, err)
	return compiled
}

// documentSchema is the one that is published.
func documentSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	return compiled(t, []byte(JSONSchema()))
}

// statementSchema is that of a statement, as the specification has it.
func statementSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "statement.schema.json"))
	check(t, err)
	return compiled(t, text)
}

func valid(t testing.TB, against *jsonschema.Schema, text string) {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	check(t, err)
	if err := against.Validate(document); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}

func lines(text string) []string {
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}
