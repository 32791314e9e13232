package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/journal"
	"probity/progress/journal/stream"
)

// answered is a folder of a host whose learners have answered one situation each.
func answered(t *testing.T, learners int) (data string) {
	t.Helper()
	data = t.TempDir()
	e, err := stream.Embed(t.Context(), filepath.Join(data, recordsFolder), few())
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	for n := range learners {
		of, err := e.Store(fmt.Sprintf("learner-%02d", n), journal.KindsOf(progress.Kinds()...))
		if err != nil {
			t.Fatal(err)
		}
		_, err = of.Append(t.Context(), journal.Any,
			progress.Sitting{ID: fmt.Sprintf("20261122-0928%02d-aaaa", n), Kind: progress.Practice, Drawn: []string{"s"}, At: day},
			progress.Answer{Sitting: fmt.Sprintf("20261122-0928%02d-aaaa", n), Scenario: "s", Revision: 1, Topic: "boundaries", Principle: "p", Format: "best",
				Chosen: []string{"a"}, Marks: 1, Of: 1, Chance: 0.2, Sure: 2, Seconds: 41, At: day})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	return data
}

// TestFiguresOfAllLearners are made of the records, and by the host that has them while it runs; both are one page, and it counts in fives.
func TestFiguresOfAllLearners(t *testing.T) {
	data := answered(t, 12)
	page, code := once("cohort", "--data", data)
	if code != 0 || !strings.Contains(page, "10 people") || strings.Contains(page, "learner-") {
		t.Fatalf("%d, %s", code, page)
	}
	hosting(t, "--data", data)
	if again, code := once("cohort", "--data", data); code != 0 || again != page {
		t.Errorf("while the host runs: %d, %s", code, again)
	}
	if text, code := once("cohort", "--data", data, "--format", "json"); code != 0 || !strings.Contains(text, `"people": 10`) {
		t.Errorf("as JSON: %d, %s", code, text)
	}
	if info, err := os.Stat(filepath.Join(data, socketName)); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may ask it: %v, %v", info, err)
	}
}

// TestNothingIsSaidOfFewerThanFive, by a host or without one.
func TestNothingIsSaidOfFewerThanFive(t *testing.T) {
	data := answered(t, 4)
	if said, code := once("cohort", "--data", data); code != 1 || !strings.Contains(said, "fewer than five people") {
		t.Errorf("%d, %s", code, said)
	}
	hosting(t, "--data", data)
	if said, code := once("cohort", "--data", data); code != 1 || !strings.Contains(said, "fewer than five people") {
		t.Errorf("while the host runs: %d, %s", code, said)
	}
	for says, args := range map[string][]string{
		"there is no folder": {"--data", filepath.Join(data, "none")}, "md, json or html": {"--format", "pdf"},
	} {
		if said, code := once(append([]string{"cohort"}, args...)...); code != 1 || !strings.Contains(said, says) {
			t.Errorf("%v: %d, %s", args, code, said)
		}
	}
}
