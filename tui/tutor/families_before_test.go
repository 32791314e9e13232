// Families: records of before a situation was one.
package tutor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
)

// TestAnAnswerFromBeforeItWasAFamilyCountsForRest, and not as a variant seen.
func TestAnAnswerFromBeforeItWasAFamilyCountsForRest(t *testing.T) {
	needsFiles(t, "a record written by hand")
	const record = `schema = 1

[learner]
role = "doctor"
jurisdiction = "uk"

[[answer]]
seq = 1
sitting = "20261101-092811-k3f9"
scenario = "a-request"
revision = 1
topic = "names"
principle = "apart"
format = "best"
chosen = ["b"]
marks = 1
of = 1
chance = 0.25
seconds = 41
at = 2026-11-21T09:30:00Z
`
	first := map[string]bool{}
	for seed := range int64(40) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "progress.toml"), []byte(record), 0o600); err != nil {
			t.Fatal(err)
		}
		tutor := families(t, Options{Dir: dir}, starting(), seed)
		if o := tutor.Progress.Overview(); o.Gone != 0 || o.Reworded != 1 {
			t.Errorf("of one answer to what is told otherwise now, %d are noted as reworded and %d as gone", o.Reworded, o.Gone)
		}
		past := tutor.Record.past()
		if len(past.Families) != 1 || past.When["a-request"].IsZero() {
			t.Fatalf("met are %v", past.Families)
		}
		p := begin(t, tutor, Selection{Topic: "names"})
		sitting, _ := tutor.Record.History().Sitting(p.id)
		if last := sitting.Drawn[len(sitting.Drawn)-1]; !strings.HasPrefix(last, "a-request/") {
			t.Errorf("seed %d: the family that was met does not come last: %v", seed, sitting.Drawn)
		}
		first[sitting.Drawn[len(sitting.Drawn)-1]] = true
		if text := saved(t, tutor, dir); !strings.HasPrefix(text, record) {
			t.Errorf("the record was changed:\n%s", text)
		}
	}
	if len(first) != 4 {
		t.Errorf("40 seeds bring it back through %v: each variant counts as not seen", first)
	}
}

// TestAPracticeOfBeforeIsTakenUpAlthoughItIsAFamilyNow: what was drawn by its bare id is gone, and the rest goes on.
func TestAPracticeOfBeforeIsTakenUpAlthoughItIsAFamilyNow(t *testing.T) {
	tutor := families(t, Options{Dir: t.TempDir()}, starting(), 7)
	tutor.Record.save(progress.Sitting{ID: "s", Kind: progress.Practice, Drawn: []string{"a-request", "told-alone"}, Seed: 7, Library: "0.0.1"})
	tutor.Record.save(progress.Answer{Sitting: "s", Scenario: "a-request", Revision: 1, Topic: "names", Principle: "apart", Format: "best", Chosen: []string{"b"}, Marks: 1, Of: 1, Chance: 0.25})
	flush(t, tutor)
	left, ok := tutor.Practices.Unfinished()
	if !ok || left.Done != 1 || left.Of != 2 {
		t.Fatalf("left: %v, %d of %d", ok, left.Done, left.Of)
	}
	if p := tutor.Practices.Resume(left); p.Sitting.Stage() != scenarios.Asking || p.Sitting.Current().ID != "told-alone" {
		t.Errorf("it is taken up at %s, stage %v", p.Sitting.Current().ID, p.Sitting.Stage())
	}
}
