package hosted_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/hosted"
	"probity/progress/hosted/hostedtest"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/scenarios/induction"
)

// answerless is a place that does what it is asked for, and one of whose answers is lost.
type answerless struct {
	*hostedtest.Place
	loses int // which one, counted from here on
}

// MakeBeside makes an entry.
func (p *answerless) MakeBeside(name string, text []byte) ([]byte, error) {
	there, err := p.Place.MakeBeside(name, text)
	if p.loses--; p.loses == 0 {
		return nil, errors.New("it went away")
	}
	return there, err
}

// TestALostAnswerTakesNoSessionAway: what was saved is there, and whoever leads the session was not told so and goes on.
func TestALostAnswerTakesNoSessionAway(t *testing.T) {
	l, _ := begun(t)
	place := &answerless{Place: l.Beside}
	r, err := hosted.Open(hosted.Options{Facts: l.Facts.Open(nil), Beside: place, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	const id = "20261122-120000-abcd"
	began, more := induction.Began{ID: id, Title: "Monday", At: noon}, induction.Extended{At: noon.Add(time.Second)}
	led := r.Sessions().New(id)
	place.loses = 1
	if err := led.Append(t.Context(), journal.Any, began); !errors.As(err, new(*file.NotSavedError)) {
		t.Fatalf("an answer was lost: %v", err)
	}
	place.loses = 2
	if err := led.Append(t.Context(), journal.Any, began, more); !errors.As(err, new(*file.NotSavedError)) {
		t.Fatalf("another answer was lost, that on what came behind: %v", err)
	}
	if err := led.Append(t.Context(), journal.Any, began, more); err != nil {
		t.Errorf("going on: %v", err)
	}
	if err := led.Append(t.Context(), journal.Any, more); err != nil {
		t.Errorf("and on: %v", err)
	}
	if got, err := r.Sessions().Read(id); err != nil || len(got) != 3 {
		t.Errorf("it holds %v, %v", got, err)
	}
}

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
