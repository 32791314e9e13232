package tutor

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"probity/progress/journal"
	"probity/scenarios"
)

// TestRescueSavesWhatWaitsOnce: what nobody wrote yet, and what a write has that is under way, whoever comes to it first.
func TestRescueSavesWhatWaitsOnce(t *testing.T) {
	for name, during := range map[string]func(write func()){
		"a write that has not begun": func(func()) {},
		"a write that is done":       func(write func()) { write() },
		"a write at the same time":   func(write func()) { go write() }, // it is over when the rescue is
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			tutor := open(t, dir, small(t))
			p, err := tutor.Practices.Begin(Selection{Topic: "boundaries"})
			if err != nil {
				t.Fatal(err)
			}
			room := led(t, tutor)
			answerRight(t, p)
			writes := tutor.Write()
			p.Reflect("waits in the queue")
			does(t, room, forward)
			during(func() { run(writes) })
			if err := tutor.Rescue(); err != nil {
				t.Fatal(err)
			}
			run(writes) // comes too late, and does nothing more
			after := open(t, dir, small(t))
			if n, reflections := len(after.Record.History().Answers()), after.Record.History().Reflections(); n != 1 || len(reflections) != 1 {
				t.Errorf("the record has %d answers and the reflections %v", n, reflections)
			}
			if diff := cmp.Diff([]string{"began", "entered"}, onDisk(t, dir)); diff != "" {
				t.Errorf("the session has (-want +is):\n%s", diff)
			}
		})
	}
}

// TestRescueSavesWhatNamesNothing, when what waits names facts by numbers that are no longer theirs: an answer is not taken back by a
// number that may be another's, and nothing else is lost by it.
func TestRescueSavesWhatNamesNothing(t *testing.T) {
	dir := t.TempDir()
	tutor := reflected(t, dir, "A wording.")
	other := open(t, dir, small(t))
	p := begin(t, tutor, Selection{Only: "a-request"})
	give(t, p, scenarios.FairlySure, "b")
	p.Reflect("Another wording.")
	flush(t, tutor)
	if done := other.Record.Forget(other.Record.History().Reflections()[0]).Do(); done.Err != nil {
		t.Fatal(done.Err)
	}
	if err := p.TakeBack(); err != nil {
		t.Fatal(err)
	}
	p.Reflect("Some thought.")
	tutor.Record.Rewrite(tutor.Record.History().Reflections()[1], "A later wording.")
	if err := tutor.Rescue(); !errors.Is(err, journal.ErrRenumbered) {
		t.Errorf("of the answer that was not taken back is said: %v", err)
	}
	after := open(t, dir, small(t))
	if h := after.Record.History(); texts(after) != "Another wording.|Some thought.|A later wording." || h.Times("a-request") != 2 {
		t.Errorf("there are the reflections %s, and %d answers count", texts(after), h.Times("a-request"))
	}
}

// TestRescueSaysWhatCouldNotBeSaved, and asks for nothing where nothing is kept.
func TestRescueSaysWhatCouldNotBeSaved(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	if err := tutor.Rescue(); err != nil {
		t.Errorf("nothing waits: %v", err)
	}
	tutor = open(t, t.TempDir(), small(t))
	if _, err := tutor.Practices.Begin(Selection{}); err != nil {
		t.Fatal(err)
	}
	if err := tutor.Rescue(); err == nil || !strings.Contains(err.Error(), "saving the sitting") { // no record was made yet
		t.Errorf("without a record: %v", err)
	}
	tutor = open(t, t.TempDir(), small(t))
	if _, err := tutor.Practices.Begin(Selection{}); err != nil {
		t.Fatal(err)
	}
	tutor.Record.disableSaving()
	if err := tutor.Rescue(); err != nil {
		t.Errorf("nothing is kept: %v", err)
	}
}

// run runs the first half of writes.
func run(writes []Task[Written]) {
	for _, w := range writes {
		w.Run()
	}
}
