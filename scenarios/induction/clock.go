// Time: what a fact adds to it, the countdowns, and how the session stands against its plan.

package induction

import "time"

const (
	sameMeeting = 15 * time.Minute // a room that waits longer than this has gone home
	longestPass = 24 * time.Hour   // between two facts; more is a clock that was set
)

// thinkTime is how long a room thinks about a situation: about a seventh of its time, half a minute to two minutes.
func thinkTime(planned time.Duration) time.Duration {
	return min(max((planned/7).Truncate(15*time.Second), 30*time.Second), 2*time.Minute)
}

// discussTime is how long it argues: a little under half of the time, half a minute at least.
func discussTime(planned time.Duration) time.Duration {
	return max((planned * 9 / 20).Truncate(30*time.Second), 30*time.Second)
}

// countdown is the time a step may take and how much of it has run, up to the latest fact.
type countdown struct{ length, ran time.Duration }

// extend adds time. What is over already begins again from nought.
func (c *countdown) extend(by time.Duration) {
	c.length = max(c.length, c.ran) + by
}

// whole is the time as facts keep it.
func whole(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }

// since is how long ago the latest fact was; never below nought, though clocks go backwards.
func (s *Session) since(now time.Time) time.Duration {
	if s.ended {
		return 0
	}
	return min(max(now.Sub(s.last), 0), longestPass)
}

// pass lets the time between the latest fact and this one go by. What a session lay still counts as the room's time when
// it was short enough for the room to have waited, and never runs a countdown.
func (s *Session) pass(f Fact) {
	d, still := s.since(f.when()), time.Duration(0)
	if up, ok := f.(TakenUp); ok {
		still = min(d, time.Duration(min(up.Seconds, int(longestPass/time.Second)))*time.Second)
	}
	s.last = f.when()
	if c := s.countdown(); c != nil && s.running {
		c.ran += d - still
	}
	if still > sameMeeting {
		d -= still
	}
	s.elapsed += d
	if s.step.closing() {
		s.closing += d
	} else {
		s.now().spent += d
	}
}

// countdown is that of the current step; nil when it has none.
func (s *Session) countdown() *countdown {
	switch s.step {
	case Think:
		return &s.now().think
	case Discuss:
		return &s.now().discuss
	}
	return nil
}

// Remaining is what is left of the current step's countdown: below nought when it is over, and nought for a step that
// has none.
func (s *Session) Remaining(now time.Time) time.Duration {
	c := s.countdown()
	switch {
	case c == nil:
		return 0
	case s.running:
		return c.length - c.ran - s.since(now)
	}
	return c.length - c.ran
}

// Ran is how much of the current step's countdown has run.
func (s *Session) Ran(now time.Time) time.Duration {
	switch c := s.countdown(); {
	case c == nil:
		return 0
	case s.running:
		return c.ran + s.since(now)
	default:
		return c.ran
	}
}

// Timed reports whether the current step has a countdown.
func (s *Session) Timed() bool { return s.step.timed() && !s.ended }

// Running reports whether it is going.
func (s *Session) Running() bool { return s.running }

// Spent is how long the session has gone on. The time that it lay still counts up to a quarter of an hour, when the room
// may be taken to have waited.
func (s *Session) Spent(now time.Time) time.Duration { return s.elapsed + s.since(now) }

// Drift is how far the session is behind its plan, or, below nought, ahead of it: how much later it would end than was
// planned if everything still to come took just its minutes. Skipping brings it forward, adding puts it back. The closing is no delay as
// long as the slot has minutes for it.
func (s *Session) Drift(now time.Time) time.Duration {
	ahead, free := time.Duration(0), time.Duration(0)
	if s.step.closing() {
		free = min(s.Closing(now), time.Duration(max(0, s.plan.Minutes-s.plan.Planned()))*time.Minute)
	}
	for i := range s.stops {
		if i >= s.place && !s.ended && !s.step.closing() {
			ahead += s.left(i, now)
		}
	}
	return s.Spent(now) + ahead - free - time.Duration(s.plan.Planned())*time.Minute
}

// Closing is how long the room has been at the closing.
func (s *Session) Closing(now time.Time) time.Duration {
	if s.step.closing() {
		return s.closing + s.since(now)
	}
	return s.closing
}

// left is what a stop may still take.
func (s *Session) left(i int, now time.Time) time.Duration {
	p := s.stops[i]
	if p.skipped || p.done {
		return 0
	}
	return max(0, p.planned-s.spent(i, now))
}

// spent is how long the room has been at a stop.
func (s *Session) spent(i int, now time.Time) time.Duration {
	if i == s.place && !s.step.closing() {
		return s.stops[i].spent + s.since(now)
	}
	return s.stops[i].spent
}
