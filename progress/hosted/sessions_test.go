package hosted_test

import (
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/scenarios/induction"
)

// TestASessionIsLedInOneWindow: the one that took it up last. What was saved is there for that and for who follows.
func TestASessionIsLedInOneWindow(t *testing.T) {
	l, r := begun(t)
	const id = "20261122-120000-abcd"
	at := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Second) }
	follower := l.Open(t).Sessions().Follow()
	first := r.Sessions().New(id)
	if err := first.Append(t.Context(), journal.Any, induction.Began{ID: id, Title: "Monday", At: at(0)}); err != nil {
		t.Fatal(err)
	}
	if facts, fresh, err := follower.Look(); err != nil || !fresh || len(facts) != 1 {
		t.Errorf("who follows sees %v, %v, %v", facts, fresh, err)
	}
	second, facts, err := l.Open(t).Sessions().Open(id)
	if err != nil || len(facts) != 1 {
		t.Fatalf("taken up with %v, %v", facts, err)
	}
	if err := second.Append(t.Context(), journal.Any, induction.Extended{At: at(1)}); err != nil {
		t.Fatal(err)
	}
	if err := first.Append(t.Context(), journal.Any, induction.Extended{At: at(2)}); err == nil || !strings.Contains(err.(*file.NotSavedError).Message(), "another window of yours leads this session") {
		t.Errorf("in the first window: %v", err)
	}
	if _, fresh, _ := follower.Look(); !fresh {
		t.Error("who follows sees nothing new")
	}
	if _, fresh, _ := follower.Look(); fresh {
		t.Error("who follows sees something new twice")
	}
	got, err := r.Sessions().Read(id)
	if err != nil || len(got) != 2 || progress.Seq(got[1]) != 2 {
		t.Errorf("it holds %v, %v", got, err)
	}
}
