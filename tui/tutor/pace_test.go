package tutor

import (
	"testing"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// TestWhatIsLeftGetsLess with every answer, a turn included, down to nothing.
func TestWhatIsLeftGetsLess(t *testing.T) {
	p := begin(t, families(t, Options{Dir: t.TempDir(), Count: 2}, starting(), 7), Selection{})
	left := p.Left()
	for turns := 0; p.Sitting.Stage() != scenarios.Finished; {
		right(t, p)
		if p.Sitting.Offered() != nil {
			turns++
			p.Sitting.Turn()
		} else {
			p.Sitting.Next()
		}
		if now := p.Left(); now >= left {
			t.Errorf("%v are left after %v", now, left)
		}
		left = p.Left()
		if p.Sitting.Stage() == scenarios.Finished && turns == 0 {
			t.Error("there was no turn, so this shows less than it says")
		}
	}
	if left != 0 {
		t.Errorf("%v are left at the end", left)
	}
}

// TestWhatIsLeftGoesByTheLearnersPace: as their answers in practices have it, and not those of an assessment.
func TestWhatIsLeftGoesByTheLearnersPace(t *testing.T) {
	alone, _ := small(t).Bank.Situation("a-thread")
	taken := func(kind progress.Kind, factor float64) []progress.Fact {
		facts := []progress.Fact{progress.Sitting{ID: "before", Kind: kind, Drawn: []string{"a-thread"}}}
		for range 6 {
			facts = append(facts, progress.Answer{Sitting: "before", Scenario: "a-thread", Seconds: int(factor * alone.Length().Seconds())})
			facts = append(facts, progress.Answer{Sitting: "before", Scenario: "gone", Seconds: 1})
		}
		return facts
	}
	for name, c := range map[string]struct {
		facts []progress.Fact
		want  float64
	}{
		"nothing yet":   {nil, 1},
		"slower":        {taken(progress.Practice, 1.5), 1.5},
		"in a review":   {taken(progress.Review, 0.75), 0.75},
		"an assessment": {taken(progress.Assessment, 1.5), 1},
	} {
		tutor := knowing(t, Options{}, c.facts...)
		p, err := tutor.Practices.Begin(Selection{Only: "a-thread"})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := p.Left(), lasting(alone.Length(), c.want); (got - want).Abs() > 2*time.Second {
			t.Errorf("%s: %v are left, want %v", name, got, want)
		}
	}
}
