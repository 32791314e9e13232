package tutor

import (
	"testing"
	"time"
)

// TestDay: days as a learner says them, where the learner is.
func TestDay(t *testing.T) {
	zone := time.FixedZone("", 5*3600)
	now := time.Date(2026, 12, 30, 23, 30, 0, 0, zone)
	c := &Clock{now: func() time.Time { return now }}
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
	if got := c.BriefDay(time.Date(2026, 3, 14, 9, 0, 0, 0, zone)); got != "14 March" {
		t.Errorf("without the weekday the 14th is %q", got)
	}
	if got := c.Day(time.Date(2026, 3, 14, 9, 0, 0, 0, zone)); got != "Saturday 14 March" {
		t.Errorf("this year: %q", got)
	}
	if got := c.Date(time.Date(2026, 3, 1, 20, 0, 0, 0, time.UTC)); got != "2 March 2026" {
		t.Errorf("a date past: %q", got)
	}
}

// TestTheDaysAreThoseOfTheZoneThatIsSet: it is the machine's, until a name is set that is known; another window's setting holds too.
func TestTheDaysAreThoseOfTheZoneThatIsSet(t *testing.T) {
	c, dir := &clock{time.Date(2026, 6, 10, 23, 30, 0, 0, time.UTC)}, t.TempDir()
	tutor := openAs(t, Options{Dir: dir}, small(t), c)
	flush(t, tutor)
	other := openAs(t, Options{Dir: dir}, small(t), c)
	for name, want := range map[string]string{
		"":                 "10 June 2026",
		"Europe/London":    "11 June 2026",
		"America/New_York": "10 June 2026",
		"Pacific/Niue":     "10 June 2026",
		MachineZone:        "10 June 2026",
		"Europe":           "10 June 2026",
		"../zone":          "10 June 2026",
		"Asia/Tokyo":       "11 June 2026",
	} {
		tutor.Profile.Change(SettingTimezone, name)
		flush(t, tutor)
		if err := other.Read().Do(); err != nil {
			t.Fatal(err)
		}
		for _, each := range []*Tutor{tutor, other} {
			if got := each.Clock.Date(c.now); got != want {
				t.Errorf("%q: it is %s, want %s", name, got, want)
			}
		}
	}
}
