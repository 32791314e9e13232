// What the tests share: a clock, records in temporary folders, sample facts, and this test binary run as another process.

package folder

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
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
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

var doctor = progress.Learner{Role: "doctor", Jurisdiction: "uk"}

func at(t time.Time) func() time.Time { return func() time.Time { return t } }

// options are those of a record in dir whose clock stands at noon, and whose disk is not waited for.
func options(dir string) Options {
	return Options{Dir: dir, Now: at(noon), Disk: disktest.Unsynced()}
}

// created returns a record that holds facts.
func created(t testing.TB, facts ...progress.Fact) *Folder {
	t.Helper()
	r := must(Open(options(filepath.Join(t.TempDir(), "data"))))(t)
	check(t, r.Create(doctor))
	must(r.Append(t.Context(), journal.Any, facts...))(t)
	return r
}

// written returns the options for a record with the given content, made by other means than this package. A benchmark waits for its disk.
func written(t testing.TB, content string) Options {
	t.Helper()
	dir := t.TempDir()
	check(t, os.Chmod(dir, disk.FolderMode))
	check(t, os.WriteFile(filepath.Join(dir, fileName), []byte(content), disk.FileMode))
	o := options(dir)
	if _, measured := t.(*testing.B); measured {
		o.Disk = disk.Real()
	}
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
	return string(must(textOf(answers(n)...))(t))
}

// textOf is the text of a record.
func textOf(facts ...progress.Fact) ([]byte, error) {
	text, _, err := tables.EncodeAll(everyKind(), facts, 0, noon)
	return append(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: doctor}), text...), err
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

// seqs returns the numbers of all answers that the record holds.
func seqs(t testing.TB, r *Folder) []int64 {
	t.Helper()
	var found []int64
	for _, a := range must(r.History())(t).Answers() {
		found = append(found, a.Seq)
	}
	return found
}

func isCorrupt(err error) bool {
	var corrupt *file.CorruptError
	return errors.As(err, &corrupt)
}

// notSaved checks that err tells a clinician, among other things, each of the words.
func notSaved(t testing.TB, err error, words ...string) {
	t.Helper()
	var e *file.NotSavedError
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want a NotSavedError", err)
	}
	for _, word := range words {
		if !strings.Contains(e.Message(), word) {
			t.Fatalf("the message lacks %q: %s", word, e.Message())
		}
	}
}

// TestMain lets the test binary stand for another process that uses a record.
func TestMain(m *testing.M) {
	if role := os.Getenv("PROGRESS_TEST_ROLE"); role != "" {
		if err := roles[role](os.Getenv("PROGRESS_TEST_DIR")); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

var roles = map[string]func(dir string) error{
	"thousand": func(dir string) error { return appendMany(dir, 1000, func(int64) {}) },
	"fire":     saveForEver,
	"limited":  appendToLimit,
	"visitor":  visit,
}

// process is a command that runs this binary in a role.
func process(role, dir string, wrap ...string) *exec.Cmd {
	command := append(wrap, os.Args[0])
	c := exec.Command(command[0], command[1:]...)
	c.Env = append(os.Environ(), "PROGRESS_TEST_ROLE="+role, "PROGRESS_TEST_DIR="+dir)
	return c
}

func appendMany(dir string, n int, saved func(seq int64)) error {
	r, err := Open(Options{Dir: dir, LockWait: time.Minute, Disk: disktest.Unsynced()})
	if err != nil {
		return err
	}
	for i := range n {
		facts, err := r.Append(context.Background(), journal.Any, answer(i))
		if err != nil {
			return err
		}
		saved(facts[0].(progress.Answer).Seq)
	}
	return nil
}

// appendToLimit appends until the file may not grow, and prints what was saved and then what a clinician is told.
func appendToLimit(dir string) error {
	err := appendMany(dir, 1<<20, func(seq int64) { fmt.Println(seq) })
	var e *file.NotSavedError
	if !errors.As(err, &e) {
		return err
	}
	fmt.Println(e.Message())
	return nil
}

// visit is what the tutor does in a folder that is not its user's to write to.
func visit(dir string) error {
	r, err := Open(options(dir))
	if err != nil {
		return err
	}
	reason, _ := r.ReadOnly()
	_, err = r.Append(context.Background(), journal.Any, answer(0))
	h, reading := r.History()
	if err == nil || reading != nil {
		return fmt.Errorf("appending: %v, reading: %v", err, reading)
	}
	fmt.Println(reason, len(h.Answers()))
	return nil
}
