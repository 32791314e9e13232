// What waits to be saved, while the record is not as it was.

package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/prose"
	"probity/tui/screen"
)

// absent is a record on a disk that is away now and then, or full.
type absent struct {
	*folder.Folder
	away, full bool
	refused    int // writes, as the disk was full
}

func (a *absent) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if a.full {
		a.refused++
		return nil, &file.NotSavedError{What: facts[0].Table(), Err: syscall.ENOSPC}
	}
	return a.Folder.Append(ctx, after, facts...)
}

func (a *absent) Read(ctx context.Context, after int64, deliver func(progress.Fact) error) (int64, error) {
	if a.away {
		return 0, errors.New("the disk is away")
	}
	return a.Folder.Read(ctx, after, deliver)
}

// driveOn starts the app on a record that is on such a disk.
func driveOn(t *testing.T, s given) (*driver, *absent) {
	t.Helper()
	if s.dir == "" {
		s.dir = t.TempDir()
	}
	here, err := folder.Open(folder.Options{Dir: s.dir})
	if err != nil {
		t.Fatal(err)
	}
	disk := &absent{Folder: here}
	s.file = disk
	return drive(t, s), disk
}

// TestNothingIsSaidToBeKeptBeforeItIs: a reflection is written and reworded while the disk is full. Leaving tries to save once.
func TestNothingIsSaidToBeKeptBeforeItIs(t *testing.T) {
	d, disk := driveOn(t, given{learner: doctor, start: only("a-request")})
	d.keys("b enter 2").sees("Saved.")
	disk.full = true
	d.keys("r").write("Too quick.").keys("ctrl+s").sees("not saved").lacks("is kept")
	disk.full = false
	d.comes().sees("Your reflection is kept.").lacks("not saved")
	disk.full = true
	d.keys("u u").sees("the disk is full")
	disk.full = false
	d.comes().lacks("the disk is full")

	d.keys("esc esc o r").sees("x erase")
	disk.full = true
	d.keys("enter").write(" By far.").keys("ctrl+s").sees("not saved").lacks("is kept")
	d.keys("x x").sees("is still being saved")
	disk.full = false
	d.comes().keys("down").comes().lacks("not saved")
	disk.full = true
	d.keys("up enter").write(" Far.").keys("ctrl+s")
	disk.refused = 0
	if err := d.app.Close(); err == nil || disk.refused != 1 {
		t.Errorf("leaving, it was tried to save %d times: %v", disk.refused, err)
	}
}

// TestARecordIsReadAnewUntilItCanBe: an answer is taken back after another window rewrote the record, which then cannot be read for
// a while.
func TestARecordIsReadAnewUntilItCanBe(t *testing.T) {
	dir := t.TempDir()
	other, err := folder.Open(folder.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Create(progress.Learner{Role: "doctor", Jurisdiction: "uk"}); err != nil {
		t.Fatal(err)
	}
	written, err := other.Append(t.Context(), 0, progress.Reflection{Scenario: "a-request", Text: "A wording."})
	if err != nil {
		t.Fatal(err)
	}
	d, disk := driveOn(t, given{dir: dir, learner: doctor, start: screen.ToPractice{}})
	d.keys("b enter 2").sees("Saved.")
	if _, err := other.ForgetReflection(written[0].(progress.Reflection)); err != nil {
		t.Fatal(err)
	}
	disk.away = true
	d.keys("u u").sees("Not saved")
	for range 3 {
		d.comes()
	}
	if disk.away = false; strings.Contains(d.record(), "[[undo]]") {
		t.Fatal("it is taken back by a number that may be another's")
	}
	d.comes().lacks("Not saved")
	if !strings.Contains(d.record(), "[[undo]]") {
		t.Errorf("the answer is not taken back in\n%s", d.record())
	}
}

// TestWhatAScreenHasIsKeptWhenTheRecordIsFoundDamaged in the middle of a practice: the record is read anew as an answer waits for how
// sure the learner is.
func TestWhatAScreenHasIsKeptWhenTheRecordIsFoundDamaged(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request")})
	d.keys("b enter").sees("How sure are you?")
	found := &file.CorruptError{Path: filepath.Join(d.dir, "progress.toml"), Line: 9, Problem: errors.New("there are NUL bytes")}
	d.send(thenMsg(func() tea.Cmd { return d.app.app.known(found) }))
	d.sees("Your record could not be read").keys("ctrl+c")
	if !strings.Contains(d.record(), "[[answer]]") {
		t.Errorf("the answer is not in\n%s", d.record())
	}
}

// full is a driver on a disk that fills up after an answer.
func full(t *testing.T, elsewhere ...string) (d *driver, disk *absent) {
	t.Helper()
	return driveOn(t, given{learner: doctor, start: only("a-request"), rescue: elsewhere})
}

// TestAFailureGoesFirst: before the word of the key that led to it, which comes next; with each thing more all are named. Nothing has to be
// done for it to be tried again.
func TestAFailureGoesFirst(t *testing.T) {
	d, disk := full(t)
	d.keys("b enter 2").sees("Saved.")
	disk.full = true
	d.keys("b").sees("A bookmark is not saved yet: the disk is full. Free some space. Probity keeps", "not saved").lacks("try again").lacks("Bookmarked:")
	d.keys("down").sees("Bookmarked, but that is not saved yet: Probity keeps trying.").keys("down").lacks("Bookmarked")
	d.keys("r").write("Too quick.").keys("ctrl+s").sees("A reflection and a bookmark are not saved yet: the disk is full. Free some", "Probity keeps trying.")
	d.comes().lacks("is kept").sees("not saved yet")
	disk.full = false
	d.comes().sees("Your reflection is kept.").lacks("not saved")
}

// TestLeavingWithSomethingUnsavedAsksOnce, and puts it where it can be taken from.
func TestLeavingWithSomethingUnsavedAsksOnce(t *testing.T) {
	for _, key := range []string{"ctrl+c", "q"} {
		elsewhere := t.TempDir()
		d, disk := full(t, filepath.Join(elsewhere, "nowhere"), elsewhere)
		disk.full = true
		d.keys("b enter 2 down r").write("In haste.").keys("ctrl+s down")
		if key == "q" {
			d.keys("q").sees("Practise", "not saved")
		}
		d.keys(key).sees("An answer and a reflection are not saved yet. ", key+" again leaves").keys("down").lacks("leaves")
		if d.quit {
			t.Fatal("it has left")
		}
		d.failing = true
		if d.keys(key + " " + key); !d.quit {
			t.Fatal("it stays")
		}
		said := prose.Worded(d.left)
		files, _ := filepath.Glob(filepath.Join(elsewhere, "probity-not-saved-*.toml"))
		if len(files) != 1 || !strings.Contains(said, "an answer and a reflection. The disk is full.") || !strings.Contains(said, "data import --mine "+files[0]) {
			t.Fatalf("%q, %v", said, files)
		}
		disk.full = false
		if m, err := disk.Merge(files[0]); err != nil || m.NewAnswers != 1 || !strings.Contains(d.record(), "In haste.") {
			t.Errorf("merging it: %+v, %v\n%s", m, err, d.record())
		}
	}
}

// TestHomeOffersNoFirstSituationOnceOneWasAnswered, though that could not be saved, or nothing is kept.
func TestHomeOffersNoFirstSituationOnceOneWasAnswered(t *testing.T) {
	d, disk := driveOn(t, given{learner: doctor})
	d.keys("down up").sees("Try one now") // the record is made
	disk.full = true
	d.keys("n").keys("b enter 2").sees("not saved").keys("esc esc esc").sees("Practise", "not saved").lacks("Try one now")
	disk.full = false
	d.comes().lacks("Try one now").lacks("not saved")
	nowhere := filepath.Join(t.TempDir(), "data")
	if err := os.WriteFile(nowhere, nil, 0o600); err != nil { // where the folder should be
		t.Fatal(err)
	}
	d = drive(t, given{dir: nowhere, learner: doctor, start: only("a-request")})
	d.keys("down b enter 2 esc esc").sees("Practise", "not kept").lacks("Try one now")
}

// TestABookmarkIsSaidAsItIs when the word of it comes up: after the failure, and again once that is over.
func TestABookmarkIsSaidAsItIs(t *testing.T) {
	d, disk := full(t)
	d.keys("b enter 2")
	disk.full = true
	d.keys("b").sees("A bookmark is not saved yet").keys("down").sees("Bookmarked, but that is not saved yet")
	d.keys("down b").keys("down down")
	disk.full = false
	d.comes().keys("b").sees("Bookmarked: it is listed under progress")
	disk.full = true
	d.keys("b").sees("A bookmark is not saved yet")
	disk.full = false
	d.comes().lacks("saved yet").sees("The bookmark is taken away.")
}

// TestWhatCanBePutNowhereIsNamed.
func TestWhatCanBePutNowhereIsNamed(t *testing.T) {
	d, disk := full(t)
	disk.full = true
	d.keys("b enter 2 down ctrl+c")
	d.failing = true
	if said := prose.Worded(d.keys("ctrl+c").left); !strings.Contains(said, "an answer. The disk is full.") || !strings.Contains(said, "it is lost") {
		t.Errorf("%q", said)
	}
}

// TestNothingIsSaidToBeKeptWhereNothingIs: the top line says so all along.
func TestNothingIsSaidToBeKeptWhereNothingIs(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "data"), nil, 0o600); err != nil { // where the folder should be
		t.Fatal(err)
	}
	d := drive(t, given{dir: filepath.Join(dir, "data"), learner: doctor, start: only("a-request")})
	d.keys("down down").sees("not kept").lacks("UK")
	d.keys("b enter 2").sees("Not kept.", "not kept")
	d.keys("b").sees("Bookmarked until you quit: nothing is kept here.").keys("b").sees("taken away until you quit")
	d.keys("r").lacks("kept  ").write("Too quick.").keys("ctrl+s").sees("Your reflection is here until you quit: nothing is kept.")
	if d.keys("q q"); !d.quit {
		t.Error("it asks, though nothing can be done")
	}
}

// TestAFeedbackSpeaksOfItsAnswer: an answer that is saved is called so, though a reflection on it is not.
func TestAFeedbackSpeaksOfItsAnswer(t *testing.T) {
	d, disk := full(t, t.TempDir())
	d.keys("b enter 2").sees("Saved.")
	disk.full = true
	d.keys("r").write("Too quick.").keys("ctrl+s").sees("not saved", "Saved.").lacks("Not saved yet: trying again.")
}
