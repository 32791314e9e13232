package linear

import (
	"strings"
	"time"

	"probity/scenarios/induction"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// timed carries out an act on the time of the step, and says how much is left.
func (l *leader) timed(act tutor.Act) {
	if l.does(act) {
		l.console.say("%s", l.time())
	}
}

// extend says how the time stands, or gives so many minutes more.
func (l *leader) extend(more string) {
	if more == "" {
		said := l.time()
		if l.room.Session().Timed() {
			said += " time 1 gives a minute more."
		}
		l.console.say("%s", said)
		return
	}
	n, err := minutes(more)
	if err != nil {
		l.console.say("%s", prose.Sentence(err))
		return
	}
	l.timed(func(s *induction.Session, now time.Time) (induction.Fact, error) {
		return s.Extend(time.Duration(n)*time.Minute, now)
	})
}

// over is by how much the step is over its time; nought while it is not.
func (l *leader) over() time.Duration {
	s := l.room.Session()
	if !s.Timed() {
		return 0
	}
	return max(0, -s.Remaining(l.tutor.Clock.Now())).Truncate(time.Second)
}

// time says how much of the step's time is left, or by how much it is over.
func (l *leader) time() string {
	s := l.room.Session()
	left, over := max(0, s.Remaining(l.tutor.Clock.Now())), l.over()
	switch {
	case !s.Timed():
		return "This step has no time of its own."
	case over > 0:
		return "Over by " + lasting(over) + "."
	case !s.Running():
		return "Paused, with " + lasting(left) + " left. pause lets the time go on."
	}
	return lasting(left) + " left."
}

// lasting is a time in minutes and seconds, in words.
func lasting(d time.Duration) string {
	seconds := int(d.Round(time.Second).Seconds())
	var parts []string
	if n := seconds / 60; n > 0 {
		parts = append(parts, prose.Count(float64(n), "minute"))
	}
	if n := seconds % 60; n > 0 || len(parts) == 0 {
		parts = append(parts, prose.Count(float64(n), "second"))
	}
	return strings.Join(parts, " ")
}
