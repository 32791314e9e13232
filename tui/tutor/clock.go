package tutor

import "time"

// Clock is the time, and the days as a learner says them.
type Clock struct{ now func() time.Time }

// Now is the time.
func (c *Clock) Now() time.Time { return c.now() }

// Date says the day of something past, where the learner is.
func (c *Clock) Date(at time.Time) string { return at.In(c.Now().Location()).Format("2 January 2006") }

// Day says a day as a learner would, seen from now: today, tomorrow, a weekday with its date.
func (c *Clock) Day(at time.Time) string {
	now := c.Now()
	at = at.In(now.Location())
	y, m, d := now.Date()
	midnight := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
	switch {
	case at.Before(midnight.AddDate(0, 0, 1)):
		return "today"
	case at.Before(midnight.AddDate(0, 0, 2)):
		return "tomorrow"
	case at.Year() == now.Year():
		return at.Format("Monday 2 January")
	}
	return at.Format("2 January 2006")
}
