// A record that is damaged or gone: nothing is made or moved before the learner decides, and two windows decide as one.
package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress"
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
		var corrupt *progress.CorruptError
		if !errors.As(err, &corrupt) || tutor.Write() != nil {
			t.Fatalf("%v, or a write is on its way", err)
		}
		if _, err := tutor.Salvage()(); err != nil || tutor.Write() != nil {
			t.Fatalf("%v, or a write is on its way", err)
		}
	}
	tutor, _ := reopened(dir)
	moved, err := tutor.SetAside()()
	if err != nil || moved == "" || tutor.Write() != nil {
		t.Fatalf("moved to %q, %v, or a write is on its way", moved, err)
	}
	tutor, err = reopened(dir)
	var lost *progress.LostError
	if !errors.As(err, &lost) || lost.Aside != moved || tutor.Write() != nil {
		t.Fatalf("%v, or a write is on its way", err)
	}
	tutor.GoOn("")
	if err := tutor.Flush(); err != nil || !tutor.HasRecord() {
		t.Fatalf("no record was made: %v", err)
	}
}

func TestTwoWindowsRestoreOnce(t *testing.T) {
	dir := ruined(t)
	first, _ := reopened(dir)
	second, _ := reopened(dir)
	backups, err := first.Salvage()()
	if err != nil {
		t.Fatal(err)
	}
	b, ok := NewestWhole(backups)
	if !ok {
		t.Fatal("no backup")
	}
	for i, window := range []*Tutor{first, second} {
		moved, err := window.Restore(b)()
		if err != nil || (moved != "") != (i == 0) || !window.HasRecord() {
			t.Errorf("window %d: moved to %q, %v", i+1, moved, err)
		}
	}
}
