package command

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"probity/progress"
)

// offline is a learner whose store can be taken away. While it is, back is asked whether it comes back.
func offline(a *away, back func() bool) (gone *atomic.Bool) {
	gone = &atomic.Bool{}
	a.patience = time.Minute
	a.Beside.Away = func() error {
		if gone.Load() && !back() {
			return errors.New("nats: no responders")
		}
		gone.Store(false)
		return nil
	}
	return gone
}

// history is what the learner's record says.
func (a *away) history(t *testing.T) *progress.History {
	h, err := a.Open(t).History()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// TestPlainLinesThatEndWhileTheStoreIsAway: the answer is said to be tried for, and is there once the store is.
func TestPlainLinesThatEndWhileTheStoreIsAway(t *testing.T) {
	a := someoneAway(t)
	var came atomic.Bool
	gone := offline(a, came.Load)
	in, keys := io.Pipe()
	out, wrong, ended := newHeard(), newHeard(), make(chan int)
	go func() {
		ended <- a.begins(t, in, out, wrong, "--role", "doctor", "--jurisdiction", "uk", "practise", "--count", "1", "--seed", "7")
	}()
	out.hears("help says what can be typed")
	gone.Store(true)
	if _, err := io.WriteString(keys, "a\na\n3\n\n"); err != nil {
		t.Fatal(err)
	}
	out.hears("not saved yet")
	keys.Close()
	wrong.hears("It is tried for some 60 seconds more, whether you wait here or not.")
	came.Store(true)
	if code := <-ended; code != 0 || len(a.history(t).Answers()) != 1 || strings.Contains(wrong.String(), "lost") {
		t.Errorf("it ended with %d: %s%s", code, out, wrong)
	}
}

// TestAConnectionThatBreaksWhileTheStoreIsAway: nobody is there any more, and a bookmark is saved all the same once the store is back.
func TestAConnectionThatBreaksWhileTheStoreIsAway(t *testing.T) {
	a, _ := seated(t)
	session, over := context.WithCancel(t.Context())
	a.session = session
	var tries atomic.Int32

	gone := offline(a, func() bool { return session.Err() != nil && tries.Add(1) > 3 })
	s := a.sits(t, "--role", "doctor", "--jurisdiction", "uk", "practise", "--count", "1", "--seed", "7")
	s.heard.hears("enter")
	gone.Store(true)
	s.types(t, "*")
	s.heard.hears("not saved yet")
	over()
	s.keys.CloseWithError(errors.New("connection reset"))
	if code := <-s.ended; code != 0 || len(a.history(t).Bookmarks()) != 1 {
		t.Errorf("it ended with %d, after %d tries: %s", code, tries.Load(), s.wrong)
	}
}

// TestWhatAStoreDoesNotTakeInTimeIsLost, and said to be: of a command too, whose document is there.
func TestWhatAStoreDoesNotTakeInTimeIsLost(t *testing.T) {
	a := someoneAway(t)
	answer(t, a, "friend-request")
	a.patience = time.Nanosecond
	a.Beside.Away = func() error {
		if slices.Contains(a.files.Asked(), "mine.json") { // it is written, and its note in the record is what is left to do
			return errors.New("nats: no responders")
		}
		return nil
	}
	out, wrong, code := a.says(t, "", "certificate", "--from", "2026-11-01", "--name", "Siobhán", "--format", "json", "-o", "mine.json")
	if code != 0 || out != "Written to mine.json.\n" || !strings.Contains(wrong, "whether you wait here or not.\n") || !strings.HasSuffix(wrong, "It is lost.\n") {
		t.Errorf("a certificate ended with %d: %s%s", code, out, wrong)
	}
}
