// Appending after what the writer knows.

package file

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
)

func TestAppendingAfterWhatIsKnown(t *testing.T) {
	for name, c := range map[string]struct {
		after int64
		want  error
	}{
		"the last fact":            {3, nil},
		"whatever is there":        {journal.Any, nil},
		"an earlier fact":          {2, journal.ErrConflict},
		"no fact":                  {0, journal.ErrConflict},
		"a fact that is not there": {4, journal.ErrConflict},
	} {
		t.Run(name, func(t *testing.T) {
			r := created(t, answers(3)...)
			before := content(t, r.Path())
			saved, err := r.Append(t.Context(), c.after, answer(4), answer(5))
			if !errors.Is(err, c.want) || (err == nil) != (len(saved) == 2) {
				t.Fatalf("%d facts saved, %v", len(saved), err)
			}
			if err != nil {
				notSaved(t, err, "another window saved something")
				same(t, "the record", content(t, r.Path()), before)
			}
		})
	}
}

// TestAFactOfUnknownKindIsCounted: a newer version may have saved it last.
func TestAFactOfUnknownKindIsCounted(t *testing.T) {
	r := must(Open(written(t, long(t, 2)+"\n[[bookmark]]\nseq = 3\nat = 2026-11-22T12:00:00Z\n")))(t)
	last := must(r.Read(t.Context(), 0, func(progress.Fact) error { return nil }))(t)
	same(t, "the last number", last, 3)
	must(r.Append(t.Context(), last, answer(3)))(t)
	same(t, "numbers", seqs(t, r), []int64{1, 2, 4})
}

func TestReadingFromANumberOn(t *testing.T) {
	r := created(t, answers(5)...)
	var numbers []int64
	last, err := r.Read(t.Context(), 3, func(f progress.Fact) error { numbers = append(numbers, progress.Seq(f)); return nil })
	check(t, err)
	same(t, "numbers", numbers, []int64{4, 5})
	same(t, "the last number", last, 5)
}

func TestNothingIsDoneForAContextThatHasEnded(t *testing.T) {
	r := created(t, answers(1)...)
	ended, end := context.WithCancel(t.Context())
	end()
	_, err := r.Append(ended, journal.Any, answer(2))
	if !errors.Is(err, context.Canceled) || strings.Count(content(t, r.Path()), "[[") != 1 {
		t.Errorf("appended: %v", err)
	}
	if _, err := r.Read(ended, 0, func(progress.Fact) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("read: %v", err)
	}
}

// TestARecordThatWasReadIsNotLookedThroughAgain to append to it, which other windows would wait for: damage far from its end does not
// show.
func TestARecordThatWasReadIsNotLookedThroughAgain(t *testing.T) {
	r := must(Open(written(t, long(t, 200))))(t)
	last := must(r.Read(t.Context(), 0, func(progress.Fact) error { return nil }))(t)
	damaged := strings.Replace(content(t, r.Path()), "seq = 9\n", "seq = ?\n", 1)
	check(t, os.WriteFile(r.Path(), []byte(damaged), disk.FileMode))
	must(r.Append(t.Context(), last, answer(201)))(t)
	if _, err := Open(written(t, damaged)); err != nil {
		t.Errorf("the damage shows at the ends: %v", err)
	}
}

// TestWhatCouldNotBeSavedIsCalledWhatALearnerCallsIt, for each kind of fact.
func TestWhatCouldNotBeSavedIsCalledWhatALearnerCallsIt(t *testing.T) {
	called := map[string]string{
		"answer": "answer", "sitting": "sitting", "reflection": "reflection", "setting": "setting", "attendance": "attendance",
		"undo": "correction", "flag": "mark on a situation", "bookmark": "bookmark", "submit": "assessment", "certificate": "note of a certificate",
	}
	for _, fact := range progress.Kinds() {
		err := &NotSavedError{What: fact.Table(), Err: errBusy}
		if want := "Your " + called[fact.Table()] + " has not been saved: another Probity window"; !strings.HasPrefix(err.Message(), want) {
			t.Errorf("of a %s is said: %s", fact.Table(), err.Message())
		}
	}
}
