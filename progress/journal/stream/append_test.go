package stream

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/nats-io/nats.go"

	"probity/progress"
	"probity/progress/journal"
)

// settings returns facts of these names.
func settings(names ...string) (facts []progress.Fact) {
	for _, name := range names {
		facts = append(facts, progress.Setting{Name: name})
	}
	return facts
}

// holds checks the names and numbers of the settings of a record.
func holds(t *testing.T, s *Store, want ...string) {
	t.Helper()
	var got []string
	_, err := s.Read(t.Context(), 0, func(f progress.Fact) error {
		set := f.(progress.Setting)
		got = append(got, fmt.Sprint(set.Seq, set.Name))
		return nil
	})
	check(t, err)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
}

// unsaved fails unless an error says that something is not saved yet and what to do.
func unsaved(t *testing.T, err error) {
	t.Helper()
	var said *NotSavedError
	const words = "Your setting is not saved yet: the store of records does not answer. Try again in a moment"
	if !errors.As(err, &said) || !strings.HasPrefix(said.Message(), words) {
		t.Fatalf("it is said: %v", err)
	}
}

// TestWhatNeverArrivedIsSavedWhenGivenAgain, after what another window saved meanwhile is read.
func TestWhatNeverArrivedIsSavedWhenGivenAgain(t *testing.T) {
	e, l := overALine(t)
	other := must(connect(t.Context(), "", options(), nats.InProcessServer(l.to)))(t)
	t.Cleanup(func() { check(t, other.Close()) })
	s := store(t, e, "learner")
	_, err := s.Append(t.Context(), 0, settings("a")...)
	check(t, err)
	l.sever(true)
	_, err = s.Append(t.Context(), 1, settings("b")...)
	unsaved(t, err)
	if s.Behind() {
		t.Error("behind what, nobody can tell")
	}
	_, err = store(t, other, "learner").Append(t.Context(), 1, settings("c")...)
	check(t, err)
	l.sever(false)
	back := time.Now().Add(time.Minute)
	for _, err = s.Append(t.Context(), 1, settings("b")...); !errors.Is(err, journal.ErrConflict) && time.Now().Before(back); {
		_, err = s.Append(t.Context(), 1, settings("b")...)
	}
	holds(t, s, "1a", "2c")
	_, err = s.Append(t.Context(), 2, settings("b")...)
	check(t, err)
	holds(t, s, "1a", "2c", "3b")
}

// TestWhatComesJustWhenItIsLookedForIsNoOtherWindows: it is late, and comes after it was looked for, and before the end of the record is.
func TestWhatComesJustWhenItIsLookedForIsNoOtherWindows(t *testing.T) {
	e, l := overALine(t)
	s := store(t, e, "learner")
	must(s.begun(t.Context()))(t)
	comes, came := make(chan struct{}), make(chan struct{})
	l.each(func(f frame) fate {
		if f.subject != s.subject {
			return fate{}
		}
		return fate{until: comes, done: sync.OnceFunc(func() { close(came) })}
	})
	_, err := s.Append(t.Context(), 0, settings("b")...)
	unsaved(t, err)
	lookedFor := sync.OnceFunc(func() { close(comes); <-came })
	l.each(func(f frame) fate {
		if bytes.Contains(f.body, []byte("last_by_subj")) {
			lookedFor()
		}
		return fate{}
	})
	saved, err := s.Append(t.Context(), 0, settings("b")...)
	if err != nil || len(saved) != 1 || progress.Seq(saved[0]) != 1 {
		t.Errorf("saved %v: %v", saved, err)
	}
	holds(t, s, "1b")
}

// TestOfSeveralAttemptsAnyMayHaveBeenTakenIn: the first, of which nothing was heard, is as good as the last.
func TestOfSeveralAttemptsAnyMayHaveBeenTakenIn(t *testing.T) {
	e, l := overALine(t)
	s := store(t, e, "learner")
	must(s.Append(t.Context(), 0, settings("a")...))(t)
	comes, came := make(chan struct{}), make(chan struct{})
	for _, of := range []fate{{until: comes, done: sync.OnceFunc(func() { close(came) })}, {lost: true}} {
		l.each(func(f frame) fate {
			if f.subject == s.subject {
				return of
			}
			return fate{}
		})
		_, err := s.Append(t.Context(), 1, settings("b")...)
		unsaved(t, err)
	}
	l.each(nil)
	close(comes)
	<-came
	must(s.Append(t.Context(), 1, settings("b", "c")...))(t)
	holds(t, s, "1a", "2b", "3c")
}

// TestAMessageThatStandsTwiceCountsOnce, as it may where it was given again while the leader of a stream changed.
func TestAMessageThatStandsTwiceCountsOnce(t *testing.T) {
	s := store(t, embedded(t, t.TempDir()), "learner")
	_, err := s.Append(t.Context(), 0, settings("a", "b")...)
	check(t, err)
	_, at, _ := s.what()
	m, _ := must2(s.engine.last(t.Context(), s.stream, s.subject))(t)
	_, err = s.engine.publish(t.Context(), s.subject, at.place, m.data)
	check(t, err)
	holds(t, s, "1a", "2b")
	_, err = s.Append(t.Context(), 2, settings("c")...)
	check(t, err)
	holds(t, s, "1a", "2b", "3c")
	check(t, s.Forget(t.Context(), 2))
	holds(t, store(t, s.engine, "learner"), "1a", "3c")
}

// TestManyFactsAreOneAppend: a whole record that is brought along is saved or is not.
func TestManyFactsAreOneAppend(t *testing.T) {
	s := store(t, embedded(t, t.TempDir()), "learner")
	var names, want []string
	for i := range 1200 {
		names, want = append(names, "a"), append(want, fmt.Sprint(i+1, "a"))
	}
	_, err := s.Append(t.Context(), 0, settings(names...)...)
	check(t, err)
	holds(t, s, want...)
	if _, err := s.Append(t.Context(), 1199, settings(names...)...); !errors.Is(err, journal.ErrConflict) {
		t.Errorf("behind another number: %v", err)
	}
	holds(t, s, want...)
}

// TestARecordThatWasErasedCanBeBegunAnew, by a store that is opened then, and by no other, whatever that did before.
func TestARecordThatWasErasedCanBeBegunAnew(t *testing.T) {
	e := embedded(t, t.TempDir())
	eraser, beside, reader := store(t, e, "learner"), store(t, e, "learner"), store(t, e, "learner")
	check(t, beside.WriteBeside("draft", nil)) // it has the key, and has seen no fact
	_, err := eraser.Append(t.Context(), 0, settings("a")...)
	check(t, err)
	holds(t, reader, "1a")
	check(t, eraser.Erase(t.Context()))
	for name, s := range map[string]*Store{"it erased it": eraser, "it has the key": beside, "it read it": reader} {
		for _, after := range []int64{0, 1, journal.Any} {
			if _, err := s.Append(t.Context(), after, settings("b")...); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s, after %d: %v", name, after, err)
			}
		}
		if err := s.WriteBeside("draft", nil); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: writing beside: %v", name, err)
		}
	}
	anew := store(t, e, "learner")
	holds(t, anew)
	_, err = anew.Append(t.Context(), 0, settings("c")...)
	check(t, err)
	for _, s := range []*Store{eraser, beside, reader} {
		if _, err := s.Append(t.Context(), journal.Any, settings("d")...); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("an earlier store: %v", err)
		}
		holds(t, s)
	}
	holds(t, anew, "1c")
}
