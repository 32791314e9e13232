// A record that is damaged or gone: nothing is made or moved before the learner decides, and two windows decide as one.
package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress/folder"
	"probity/progress/journal/file"
)

// ruined is a folder with a record that is damaged, and the backup of its first day.
func ruined(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	meet(t, open(t, dir, small(t)), "a-request")
	if err := os.WriteFile(filepath.Join(dir, "progress.toml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// reopened is a tutor for a doctor in the UK on a folder, and what is wrong there.
func reopened(dir string) (*Tutor, error) {
	return Open(Options{Dir: dir, Flags: Learner{guidance.Doctor, guidance.UK}, Now: func() time.Time { return starting().now }})
}

func TestNothingIsMadeBeforeTheLearnerDecides(t *testing.T) {
	dir := ruined(t)
	for range 2 {
		tutor, err := reopened(dir)
		var corrupt *file.CorruptError
		if !errors.As(err, &corrupt) || len(tutor.Write()) > 0 {
			t.Fatalf("%v, or a write is on its way", err)
		}
		if b := tutor.Record.FindBackups().Do(); b.Err != nil || len(tutor.Write()) > 0 {
			t.Fatalf("%v, or a write is on its way", b.Err)
		}
	}
	tutor, _ := reopened(dir)
	if err := tutor.Record.SetAside().Run(); err != nil || len(tutor.Write()) > 0 {
		t.Fatalf("%v, or a write is on its way", err)
	}
	tutor, err := reopened(dir)
	var lost *folder.LostError
	if !errors.As(err, &lost) || lost.Aside != movedIn(t, dir) || len(tutor.Write()) > 0 {
		t.Fatalf("%v, or a write is on its way", err)
	}
	if err := tutor.Record.SetAside().Do(); err != nil { // there is nothing to move, and a new record is agreed to
		t.Fatal(err)
	}
	if err := tutor.Flush(); err != nil || !tutor.Record.Exists() {
		t.Fatalf("no record was made: %v", err)
	}
}

func TestTwoWindowsRestoreOnce(t *testing.T) {
	needsFiles(t, "backups")
	dir := ruined(t)
	first, _ := reopened(dir)
	second, _ := reopened(dir)
	worth := Offered(backupsOf(t, first))
	if len(worth) != 1 {
		t.Fatal("no backup, or more than one")
	}
	for i, window := range []*Tutor{first, second} {
		err := window.Record.Restore(worth[0]).Do()
		if said := strings.Join(window.Notices(), " "); err != nil || strings.Contains(said, "Nothing was deleted") != (i == 0) || !window.Record.Exists() {
			t.Errorf("window %d: %q, %v", i+1, said, err)
		}
	}
}

func TestTheBackupsOfferedHoldTheMost(t *testing.T) {
	b := func(name string, answers int, whole bool) folder.Backup {
		return folder.Backup{Path: name, Answers: answers, Whole: whole}
	}
	for name, c := range map[string]struct {
		backups []folder.Backup // newest first
		want    []string
	}{
		"none":                            {nil, nil},
		"damaged ones alone":              {[]folder.Backup{b("x", 9, false)}, nil},
		"the newest has most":             {[]folder.Backup{b("new", 9, true), b("old", 8, true)}, []string{"new"}},
		"as many in two":                  {[]folder.Backup{b("new", 8, true), b("old", 8, true)}, []string{"new"}},
		"the newest has none":             {[]folder.Backup{b("new", 0, true), b("old", 8, true)}, []string{"old"}},
		"the newest has fewer":            {[]folder.Backup{b("new", 0, true), b("less", 3, true), b("old", 8, true)}, []string{"old", "less"}},
		"none has any":                    {[]folder.Backup{b("new", 0, true), b("old", 0, true)}, []string{"new"}},
		"what a damaged one holds is not": {[]folder.Backup{b("x", 9, false), b("old", 0, true)}, []string{"old"}},
	} {
		var got []string
		for _, o := range Offered(c.backups) {
			got = append(got, o.Path)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
}

// TestWhatWasSetAsideIsSaidOnce, at the next start, and not where there is no record to go on with.
func TestWhatWasSetAsideIsSaidOnce(t *testing.T) {
	needsFiles(t, "a damaged file")
	dir := ruined(t)
	first, _ := reopened(dir)
	if err := first.Record.Restore(Offered(backupsOf(t, first))[0]).Do(); err != nil {
		t.Fatal(err)
	}
	moved := movedIn(t, dir)
	for i, want := range []bool{true, false} {
		next, err := reopened(dir)
		if said := strings.Join(next.Notices(), " "); err != nil || strings.Contains(said, filepath.Base(moved)+". To read or remove it: ") != want {
			t.Errorf("start %d: %q, %v", i+1, said, err)
		}
	}
}

func backupsOf(t *testing.T, tutor *Tutor) []folder.Backup {
	t.Helper()
	backups := tutor.Record.FindBackups().Do()
	if backups.Err != nil {
		t.Fatal(backups.Err)
	}
	return backups.All
}

// movedIn is where the damaged record in a folder was moved.
func movedIn(t *testing.T, dir string) string {
	t.Helper()
	moved, err := filepath.Glob(filepath.Join(dir, "*corrupt*"))
	if err != nil || len(moved) != 1 {
		t.Fatalf("moved are %v, %v", moved, err)
	}
	return moved[0]
}
