// Leaving a host while what keeps the records does not answer.
package tutor

import (
	"errors"
	"testing"
	"time"

	"probity/progress/hosted/hostedtest"
)

// unreached is a tutor on a host with a bookmark that its store did not take. Again is asked before the store is tried again, with how often
// that was.
func unreached(t *testing.T, again func(l *hostedtest.Learner, times int) bool) (*Tutor, *hostedtest.Learner) {
	t.Helper()
	c := starting()
	l := hostedtest.New(func() time.Time { return c.now })
	tutor := onHost(t, l, c, hostedtest.NewFiles(), "")
	times := 0
	tutor.again = func() bool { times++; return again(l, times) }
	flush(t, tutor)
	l.Beside.Away = func() error { return errors.New("nats: no responders") }
	tutor.Record.Bookmark("friend-request")
	if tutor.Flush() == nil {
		t.Fatal("it is saved")
	}
	return tutor, l
}

// TestWhatAHostsStoreDoesNotTakeIsTriedAgain as the session ends, and is there when the learner comes back.
func TestWhatAHostsStoreDoesNotTakeIsTriedAgain(t *testing.T) {
	tutor, l := unreached(t, func(l *hostedtest.Learner, times int) bool {
		if times == 3 {
			l.Beside.Away = nil
		}
		return true
	})
	const asks = "A bookmark is not saved yet. q again leaves all the same: it is then tried for some seconds more, and lost if the server still does not answer."
	if said := tutor.Leaving("q", false); said != asks {
		t.Errorf("leaving asks %q", said)
	}
	if err := tutor.Leave(); err != nil {
		t.Errorf("leaving: %v", err)
	}
	h, err := l.Open(t).History()
	if err != nil || !h.Bookmarked("friend-request") {
		t.Errorf("it is not there: %v", err)
	}
}

// TestWhatAHostsStoreNeverTakesIsLost, and said to be, once nobody tries any more.
func TestWhatAHostsStoreNeverTakesIsLost(t *testing.T) {
	tries := 0
	tutor, _ := unreached(t, func(_ *hostedtest.Learner, times int) bool { tries = times; return times < 4 })
	var lost *NotKeptError
	const says = "Not saved: a bookmark. The server could not be asked for your record. What was saved before is safe. It is lost."
	if err := tutor.Leave(); !errors.As(err, &lost) || lost.Message() != says || tries != 4 {
		t.Errorf("after %d tries: %v", tries, err)
	}
}

// TestWhatNoTryCanSaveIsNotTriedAgain: the record was erased.
func TestWhatNoTryCanSaveIsNotTriedAgain(t *testing.T) {
	tutor, l := unreached(t, func(*hostedtest.Learner, int) bool { t.Error("it is tried again"); return false })
	l.Beside.Away = nil
	if err := l.Open(t).Erase(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := tutor.Leave(); err == nil {
		t.Error("it is saved")
	}
}
