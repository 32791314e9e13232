package hosted_test

import (
	"errors"
	"testing"
	"time"

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
