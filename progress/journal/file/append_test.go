// Appending after what the writer knows.

package file

import (
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
