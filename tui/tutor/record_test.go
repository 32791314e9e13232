// Two windows on one record.
package tutor

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/certificate"
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
		if sat.Score().Marks != 17 || tutor.Record.History().Total().Marks != 17 || len(sat.Answers) != 4 { // what two answered before is no blank
			t.Errorf("window %s: %v marks in the assessment, %v in all", name, sat.Score().Marks, tutor.Record.History().Total().Marks)
		}
	}
}

// TestASituationAnsweredInTwoWindowsCountsOnce: the second on the same practice is told, whether it had read what the first saved or finds it
// as it saves, and also when saving has to be tried again. Only what was kept can be taken back.
func TestASituationAnsweredInTwoWindowsCountsOnce(t *testing.T) {
	for name, c := range map[string]struct {
		sure   scenarios.Certainty
		chosen string
		then   func(two *Tutor)
	}{
		"another answer":              {scenarios.VerySure, "c", func(*Tutor) {}},
		"the same":                    {scenarios.FairlySure, "b", func(*Tutor) {}},
		"read before":                 {scenarios.VerySure, "c", func(two *Tutor) { two.Record.stale = true; two.CatchUp() }},
		"with a bookmark saved first": {scenarios.VerySure, "c", func(two *Tutor) { two.Record.Bookmark("a-thread"); flush(t, two) }},
	} {
		dir := t.TempDir()
		one, two := open(t, dir, small(t)), (*Tutor)(nil)
		begin(t, one, Selection{Only: "a-request"})
		two = open(t, dir, small(t))
		var windows []*Practice
		for _, tutor := range []*Tutor{one, two} {
			left, _ := tutor.Practices.Unfinished()
			windows = append(windows, tutor.Practices.Resume(left))
		}
		give(t, windows[0], scenarios.FairlySure, "b")
		c.then(two)
		two.Notices()
		give(t, windows[1], c.sure, c.chosen)
		flush(t, two)
		if said := two.Notices(); !slices.Equal(said, []string{answeredTwice}) || !windows[1].Elsewhere() || windows[0].Elsewhere() {
			t.Errorf("%s: the second is told %q", name, said)
		}
		if err := windows[1].TakeBack(); err == nil {
			t.Errorf("%s: what is not kept is taken back", name)
		}
		if a := two.Record.History().Answers(); len(a) != 1 || a[0].Sure != int(scenarios.FairlySure) || two.Record.Waiting() > 0 {
			t.Errorf("%s: the record has %+v", name, a)
		}
		one.Record.stale = true // as the watch on the file says
		one.CatchUp()
		if err := windows[0].TakeBack(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWhatNamesAnotherFactNamesItAfterAMerge: another window merges an older record, which gives every fact a new number, before
// an answer is taken back and a reflection reworded here.
func TestWhatNamesAnotherFactNamesItAfterAMerge(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	p := begin(t, tutor, Selection{Only: "a-request"})
	give(t, p, scenarios.FairlySure, "b")
	p.Reflect("A wording.")
	flush(t, tutor)
	mergeOlder(t, dir)
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

// mergeOlder merges a record of two days ago into the one in a folder: an answer to a-thread, and one to a-request with a reflection.
func mergeOlder(t *testing.T, dir string) *folder.Folder {
	t.Helper()
	needsFiles(t, "the merging of files")
	older, c := t.TempDir(), starting()
	c.pass(-2 * day)
	other := openAs(t, Options{Dir: older}, small(t), c)
	meet(t, other, "a-thread")
	p := begin(t, other, Selection{Only: "a-request"})
	give(t, p, scenarios.FairlySure, "b")
	p.Reflect("An older wording.")
	flush(t, other)
	record, err := folder.Open(folder.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := record.Merge(filepath.Join(older, "progress.toml")); err != nil {
		t.Fatal(err)
	}
	return record
}

// TestAnAnswerIsTakenBackAfterTwoRewrites: a merge gives every fact a new number, and erasing what came with it rewrites the record
// once more. The disk may then call the file what it called the one that was read here.
func TestAnAnswerIsTakenBackAfterTwoRewrites(t *testing.T) {
	needsFiles(t, "a file that is written anew")
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	p := begin(t, tutor, Selection{Only: "a-request"})
	give(t, p, scenarios.FairlySure, "b")
	record := mergeOlder(t, dir)
	h, err := record.History()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := record.ForgetReflection(h.Reflections()[0]); err != nil {
		t.Fatal(err)
	}
	if err := p.TakeBack(); err != nil {
		t.Fatal(err)
	}
	flush(t, tutor)
	if h := open(t, dir, small(t)).Record.History(); h.Times("a-thread") != 1 || h.Times("a-request") != 1 {
		t.Errorf("%d answers to a thread count, and %d to a request", h.Times("a-thread"), h.Times("a-request"))
	}
}

// TestARewordedReflectionIsTheOneThatWasMeant, though a draft was saved here, which reads the record, after a merge gave it a new number.
func TestARewordedReflectionIsTheOneThatWasMeant(t *testing.T) {
	needsFiles(t, "the merging of files")
	dir := t.TempDir()
	tutor := reflected(t, dir, "A wording.")
	mergeOlder(t, dir)
	one := tutor.Record.History().Reflections()[0]
	draft := certificate.Draft{For: "month", From: one.ID(), Own: certificate.Own{Change: "Less of it."}}
	tutor.Certificates.KeepDraft(draft)
	if err := tutor.Certificates.drafts.Flush(); err != nil {
		t.Fatal(err)
	}
	tutor.Record.Rewrite(one, "A later wording.")
	flush(t, tutor)
	if got := texts(tutor); got != "An older wording.|A later wording." {
		t.Errorf("the reflections are now %s", got)
	}
}

// TestAWindowLearnsOfANumberUsedAgain: another erases the last fact, and the next one has its number.
func TestAWindowLearnsOfANumberUsedAgain(t *testing.T) {
	dir := t.TempDir()
	tutor := reflected(t, dir, "A wording.")
	other := open(t, dir, small(t))
	if done := other.Record.Forget(other.Record.History().Reflections()[0]).Do(); done.Err != nil {
		t.Fatal(done.Err)
	}
	other.Profile.Change(SettingTheme, "dark")
	flush(t, other)
	meet(t, tutor, "a-thread")
	if theme := tutor.Profile.Setting(SettingTheme); texts(tutor) != "" || theme != "dark" {
		t.Errorf("the reflection %q is there, and the theme is %q", texts(tutor), theme)
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

// TestAWindowIsToldWhatAnotherSaves, and reads it, also where that is said while the record is being read.
func TestAWindowIsToldWhatAnotherSaves(t *testing.T) {
	dir := t.TempDir()
	one := open(t, dir, small(t))
	one.Record.Bookmark("a-thread")
	flush(t, one)
	two := open(t, dir, small(t))
	told := make(chan struct{}, 1)
	go two.Watch(t.Context(), func() { told <- struct{}{} })
	reading := two.Read()
	err := reading.Run() // what is saved now is not in it
	for saved := false; !saved; {
		one.Record.Bookmark("a-request")
		flush(t, one)
		select {
		case <-told:
			saved = true
		case <-time.After(100 * time.Millisecond): // the watch had not begun
		}
	}
	two.Record.Outdate()
	if reading.Done(err); !two.Record.Stale() {
		t.Error("what was saved during a reading is taken to be read")
	}
	if two.CatchUp(); two.Record.Stale() || two.Record.History().Seq() != one.Record.History().Seq() {
		t.Errorf("the record is read up to %d of %d", two.Record.History().Seq(), one.Record.History().Seq())
	}
}
