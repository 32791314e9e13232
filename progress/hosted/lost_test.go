package hosted_test

import (
	"errors"
	"testing"
	"time"

	"probity/progress/hosted"
	"probity/progress/hosted/hostedtest"
	"probity/progress/journal"
	"probity/scenarios/induction"
)

// lossy is a place whose answers are lost while it is told so: what is asked of it is done.
type lossy struct {
	*hostedtest.Place
	lost bool
}

func (p *lossy) MakeBeside(name string, text []byte) ([]byte, error) {
	there, err := p.Place.MakeBeside(name, text)
	if p.lost {
		return nil, errors.New("nats: timeout")
	}
	return there, err
}

// TestAnActWhoseAnswerWasLostStandsOnce, and is not taken for another window's, when it is given again with what came after it.
func TestAnActWhoseAnswerWasLostStandsOnce(t *testing.T) {
	l, _ := begun(t)
	place := &lossy{Place: l.Beside}
	r, err := hosted.Open(hosted.Options{Facts: l.Facts.Open(nil), Beside: place, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	const id = "20261122-120000-abcd"
	led := r.Sessions().New(id)
	acts := []induction.Fact{induction.Began{ID: id, Title: "Monday", At: noon}}
	for n := range 4 {
		place.lost = n < 3 // each time one act more is given, with all that are not known to be saved
		if err := led.Append(t.Context(), journal.Any, acts...); (err != nil) != place.lost || err != nil && !errors.As(err, new(*hosted.UnreachedError)) {
			t.Errorf("at %d: %v", n, err)
		}
		acts = append(acts, induction.Extended{At: noon.Add(time.Duration(n+1) * time.Second)})
	}
	if err := led.Append(t.Context(), journal.Any, acts[4:]...); err != nil {
		t.Error(err)
	}
	if got, err := r.Sessions().Read(id); err != nil || len(got) != len(acts) {
		t.Errorf("of %d acts there are %d: %v", len(acts), len(got), err)
	}
}
