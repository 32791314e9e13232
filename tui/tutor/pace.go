package tutor

import (
	"slices"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// recentTimings is how many of the latest answers say how fast a learner is.
const recentTimings = 20

// pace is the learner's own, as their latest answers have it: those of practices and reviews, since feedback belongs to the time.
func (s sittings) pace() float64 {
	answers := s.record.History().Answers()
	var timings []scenarios.Timing
	for i, a := range slices.Backward(answers) {
		if len(timings) == recentTimings {
			break
		}
		situation, there := s.library.pack.Bank.Situation(a.Situation())
		sitting, known := s.record.history.Sitting(a.Sitting)
		if !there || !known || sitting.Kind == progress.Assessment || !progress.PossibleTime(a.Seconds) {
			continue
		}
		expected := situation.Length()
		if i > 0 && answers[i-1].Sitting == a.Sitting && answers[i-1].Scenario == a.Scenario {
			expected = situation.TurnLength()
		}
		timings = append(timings, scenarios.Timing{Expected: expected, Taken: time.Duration(a.Seconds) * time.Second})
	}
	return scenarios.Pace(timings)
}

// lasting is how long something is expected to take, at a pace.
func lasting(expected time.Duration, pace float64) time.Duration {
	return time.Duration(pace * float64(expected))
}

// filling is situations put together one after the other, as far as they fit into a time.
type filling struct {
	Length time.Duration // about how long they take
	First  time.Duration // about how long the first of them takes, with its turn
	drawn  []*scenarios.Situation
}

// add adds a situation that takes so long, and reports whether it fits. The first always does, and with no limit each does.
func (f *filling) add(s *scenarios.Situation, length, limit time.Duration) bool {
	switch {
	case len(f.drawn) == 0:
		f.First = length
	case limit > 0 && f.Length+length > limit:
		return false
	}
	f.drawn, f.Length = append(f.drawn, s), f.Length+length
	return true
}

// Left is about how long it takes the learner to come to the end of the sitting from here, turns included; 0 at the end.
func (p *Practice) Left() time.Duration {
	var expected time.Duration
	for i, s := range p.Sitting.Ahead() {
		if i == 0 && p.Sitting.TurnOf() != nil && p.Sitting.Stage() != scenarios.Showing {
			expected += s.TurnLength()
			continue
		}
		expected += p.in.length(s, p.turns(s))
	}
	if turn := p.Sitting.Offered(); turn != nil {
		expected += turn.TurnLength()
	}
	return lasting(expected, p.pace)
}

// length is how long a situation is expected to take, with the turn that follows it where there is to be one.
func (p *Practices) length(s *scenarios.Situation, turns bool) time.Duration {
	if family, ok := p.library.pack.Bank.Family(s.Family); ok && turns && len(family.Turns(s, p.profile.Learner().Jurisdiction)) > 0 {
		return s.Length() + s.TurnLength()
	}
	return s.Length()
}
