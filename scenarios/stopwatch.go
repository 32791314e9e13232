package scenarios

import "time"

// idleLimit is how long a pause may be and still count as active time.
const idleLimit = 2 * time.Minute

// Stopwatch measures active time: of each pause between two signs of life, at most two minutes count. It has no clock
// of its own.
type Stopwatch struct {
	last   time.Time
	active time.Duration
}

// Touch notes a sign of life.
func (w *Stopwatch) Touch(now time.Time) {
	if !w.last.IsZero() {
		w.active += min(max(now.Sub(w.last), 0), idleLimit)
	}
	w.last = now
}

// Running is the active time since the last lap, the pause that is going on included.
func (w *Stopwatch) Running(now time.Time) time.Duration {
	if w.last.IsZero() {
		return w.active
	}
	return w.active + min(max(now.Sub(w.last), 0), idleLimit)
}

// Lap is the active time since the last lap, in whole seconds; the remainder is carried over.
func (w *Stopwatch) Lap(now time.Time) int {
	w.Touch(now)
	seconds := int(w.active / time.Second)
	w.active -= time.Duration(seconds) * time.Second
	return seconds
}
