// What the tests share: a clock, files in temporary folders, and sample facts.

package file

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/disk/disktest"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

var doctor = progress.Learner{Role: "doctor", Jurisdiction: "uk"}

func at(t time.Time) func() time.Time { return func() time.Time { return t } }

func kinds() journal.Kinds { return journal.KindsOf(progress.Kinds()...) }

// fileName is the name of the files.
const fileName = "progress.toml"

// options are those of a learner's record in dir whose clock stands at noon, and whose disk is not waited for.
func options(dir string) Options {
	return Options{Path: filepath.Join(dir, fileName), Kinds: kinds(), Now: at(noon), Disk: disktest.Unsynced()}
}

// created returns a record that holds facts.
func created(t testing.TB, facts ...progress.Fact) *Store {
	t.Helper()
	r := must(Open(options(filepath.Join(t.TempDir(), "data"))))(t)
	check(t, r.Create(doctor))
	must(r.Append(t.Context(), journal.Any, facts...))(t)
	return r
}

// written returns the options for a record with the given content, made by other means than this package.
func written(t testing.TB, content string) Options {
	t.Helper()
	o := options(t.TempDir())
	check(t, os.WriteFile(o.Path, []byte(content), disk.FileMode))
	return o
}

func answer(i int) progress.Answer {
	return progress.Answer{
		Sitting: "20261122-092811-k3f9", Scenario: fmt.Sprintf("friend-request-after-discharge-%d", i%130), Revision: 1,
		Topic: fmt.Sprintf("boundaries-%d", i%9), Principle: fmt.Sprintf("friend-requests-%d", i%40), Format: "best",
		Chosen: []string{"b"}, Marks: float64(i % 2), Of: 1, Chance: 0.2, Sure: 1 + i%3, Seconds: 41,
	}
}

func answers(n int) []progress.Fact {
	facts := make([]progress.Fact, n)
	for i := range facts {
		facts[i] = answer(i)
	}
	return facts
}

// long is the text of a record with n answers.
func long(t testing.TB, n int) string {
	t.Helper()
	text, _, err := tables.EncodeAll(kinds(), answers(n), 0, noon)
	check(t, err)
	return string(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: doctor})) + string(text)
}

// read returns the facts of a record.
func read(r *Store) (facts []progress.Fact, err error) {
	_, err = r.Read(context.Background(), 0, func(f progress.Fact) error { facts = append(facts, f); return nil })
	return facts, err
}

// history folds a record.
func history(r *Store) (*progress.History, error) {
	h := progress.NewHistory()
	facts, err := read(r)
	h.Apply(facts...)
	return h, err
}

// seqs returns the numbers of all answers that a record holds.
func seqs(t testing.TB, r *Store) (found []int64) {
	t.Helper()
	for _, a := range must(history(r))(t).Answers() {
		found = append(found, a.Seq)
	}
	return found
}

func must[V any](v V, err error) func(testing.TB) V {
	return func(t testing.TB) V {
		t.Helper()
		check(t, err)
		return v
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[V any](t testing.TB, what string, got, want V) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

func content(t testing.TB, path string) string {
	t.Helper()
	return string(must(os.ReadFile(path))(t))
}

// names lists a folder, without the lock.
func names(t testing.TB, dir string) []string {
	t.Helper()
	var found []string
	for _, entry := range must(os.ReadDir(dir))(t) {
		if entry.Name() != "progress.lock" {
			found = append(found, entry.Name())
		}
	}
	return found
}

func isCorrupt(err error) bool {
	var corrupt *CorruptError
	return errors.As(err, &corrupt)
}

// notSaved checks that err tells a clinician, among other things, each of the words.
func notSaved(t testing.TB, err error, words ...string) {
	t.Helper()
	var e *NotSavedError
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want a NotSavedError", err)
	}
	for _, word := range words {
		if !strings.Contains(e.Message(), word) {
			t.Fatalf("the message lacks %q: %s", word, e.Message())
		}
	}
}
