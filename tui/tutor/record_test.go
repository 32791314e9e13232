// Two windows on one record.
package tutor

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/scenarios"
)

// TestTwoWindowsOnOneRecord see each other's answers after the next save, and hand one assessment in once.
func TestTwoWindowsOnOneRecord(t *testing.T) {
	dir := t.TempDir()
	one := open(t, dir, small(t))
	a := sit(t, one)
	two := open(t, dir, small(t))
	left, _ := two.Assessments.Unfinished()
	b := two.Assessments.Resume(left)
	put(t, one, a, "a-request", scenarios.FairlySure, "b")
	if n := len(two.Record.History().Answers()); n != 0 || two.Record.Stale() {
		t.Errorf("the other window has %d answers before it saves", n)
	}
	put(t, two, b, "four-ways", scenarios.FairlySure, "a=4", "b=3", "c=2", "d=1")
	if n := len(two.Record.History().Answers()); n != 2 || two.Record.Stale() {
		t.Errorf("after its own save the other window has %d answers", n)
	}
	a.HandIn()
	flush(t, one)
	one.CatchUp()
	put(t, two, b, "a-request", scenarios.FairlySure, "a") // too late
	b.HandIn()
	flush(t, two)
	two.CatchUp()
	for name, tutor := range map[string]*Tutor{"one": one, "two": two} {
		sat, _ := tutor.Record.History().Assessment(a.ID())
		if sat.Score().Marks != 1 || tutor.Record.History().Total().Marks != 1 || len(sat.Answers) != 4 {
			t.Errorf("window %s: %v marks in the assessment, %v in all", name, sat.Score().Marks, tutor.Record.History().Total().Marks)
		}
	}
}

// TestWhatNamesAnotherFactNamesItAfterAMerge: another window merges an older record, which gives every fact a new number, before
// an answer is taken back and a reflection reworded here.
func TestWhatNamesAnotherFactNamesItAfterAMerge(t *testing.T) {
	needsFiles(t, "the merging of files")
	older, dir := t.TempDir(), t.TempDir()
	c := starting()
	c.pass(-48 * time.Hour)
	other := openAs(t, Options{Dir: older}, small(t), c)
	meet(t, other, "a-thread")
	p := begin(t, other, Selection{Only: "a-request"})
	give(t, p, scenarios.FairlySure, "b")
	p.Reflect("An older wording.")
	flush(t, other)

	tutor := open(t, dir, small(t))
	p = begin(t, tutor, Selection{Only: "a-request"})
	give(t, p, scenarios.FairlySure, "b")
	p.Reflect("A wording.")
	flush(t, tutor)
	record, err := folder.Open(folder.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := record.Merge(filepath.Join(older, "progress.toml")); err != nil {
		t.Fatal(err)
	}
	if err := p.TakeBack(); err != nil || !tutor.Record.Rewrite(tutor.Record.History().Reflections()[0], "A later wording.") {
		t.Fatal(err)
	}
	if err := tutor.Flush(); err != nil {
		t.Fatal(err)
	}
	for name, h := range map[string]*progress.History{"this run": tutor.Record.History(), "the next": open(t, dir, small(t)).Record.History()} {
		if n := h.Total().Answers; n != 2 || h.Times("a-request") != 1 || h.Times("a-thread") != 1 {
			t.Errorf("%s: %d answers count", name, n)
		}
	}
	if got := texts(tutor); strings.Contains(got, "A wording.") || !strings.Contains(got, "A later wording.") || !strings.Contains(got, "An older wording.") {
		t.Errorf("the reflections are now %s", got)
	}
}

// TestNothingIsWrittenByNumbersThatAreGone: another window rewrites the record, and an answer is taken back here by its old number.
// Nothing is written any more until the record is read again, however often that is tried.
func TestNothingIsWrittenByNumbersThatAreGone(t *testing.T) {
	needsFiles(t, "a file that is written anew")
	dir := t.TempDir()
	tutor := reflected(t, dir, "A wording.")
	other := open(t, dir, small(t))
	p := begin(t, tutor, Selection{Only: "a-request"})
	give(t, p, scenarios.FairlySure, "b")
	if done := other.Record.Forget(other.Record.History().Reflections()[0]).Do(); done.Err != nil {
		t.Fatal(done.Err)
	}
	if err := p.TakeBack(); err != nil {
		t.Fatal(err)
	}
	if w := written(t, tutor); !errors.Is(w.Err, journal.ErrRenumbered) || !tutor.Record.Stale() {
		t.Fatalf("%+v", w)
	}
	tutor.Retry()
	if writes := tutor.Write(); len(writes) > 0 {
		t.Fatal("it is written all the same")
	}
	if err := tutor.Read().Do(); err != nil || tutor.Record.Stale() || tutor.Record.Trouble() != nil {
		t.Fatalf("read again: %v, trouble %v", err, tutor.Record.Trouble())
	}
	written(t, tutor)
	if n := open(t, dir, small(t)).Record.History().Total().Answers; n != 1 {
		t.Errorf("%d answers count", n)
	}
}
