package tutor

import (
	"testing"
	"time"
)

// TestDay: days as a learner says them, where the learner is.
func TestDay(t *testing.T) {
	zone := time.FixedZone("", 5*3600)
	now := time.Date(2026, 12, 30, 23, 30, 0, 0, zone)
	c := &Clock{func() time.Time { return now }}
	for at, want := range map[time.Time]string{
		time.Date(2026, 12, 30, 1, 0, 0, 0, zone):      "today",
		time.Date(2026, 12, 30, 23, 59, 59, 0, zone):   "today",
		time.Date(2025, 1, 1, 0, 0, 0, 0, zone):        "today", // overdue
		time.Date(2026, 12, 31, 0, 0, 0, 0, zone):      "tomorrow",
		time.Date(2026, 12, 30, 19, 0, 0, 0, time.UTC): "tomorrow", // midnight there
		time.Date(2027, 1, 1, 0, 0, 0, 0, zone):        "1 January 2027",
	} {
		if got := c.Day(at); got != want {
			t.Errorf("%v is %q, want %q", at, got, want)
		}
	}
	now = time.Date(2026, 3, 2, 9, 0, 0, 0, zone)
	if got := c.Day(time.Date(2026, 3, 14, 9, 0, 0, 0, zone)); got != "Saturday 14 March" {
		t.Errorf("this year: %q", got)
	}
	if got := c.Date(time.Date(2026, 3, 1, 20, 0, 0, 0, time.UTC)); got != "2 March 2026" {
		t.Errorf("a date past: %q", got)
	}
}
