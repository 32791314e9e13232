package tutor

import (
	"time"
	_ "time/tzdata" // for machines without a table of zones, as those with Windows are

	"probity/guidance"
)

// Clock is the time where the learner is, and the days as a learner says them.
type Clock struct {
	now  func() time.Time
	name string         // of the zone that was asked for
	zone *time.Location // nil for the machine's
}

// Now is the time. Its zone is the learner's: days are counted in it, and shown in it.
func (c *Clock) Now() time.Time {
	if c.zone == nil {
		return c.now()
	}
	return c.now().In(c.zone)
}

// move makes the zone the one of a name as IANA has them, such as Europe/London. For a name that is none it is the machine's.
func (c *Clock) move(name string) {
	if name == c.name {
		return
	}
	c.name, c.zone = name, nil
	if zone, err := time.LoadLocation(name); err == nil && name != "" { // "" would be UTC
		c.zone = zone
	}
}

// Of is the clock of a record that is shown elsewhere: in the zone that the learner chose, else in that of where they practise, wherever the
// computer is.
func (c *Clock) Of(country guidance.Jurisdiction) *Clock {
	if c.zone != nil {
		return c
	}
	return &Clock{now: c.now, zone: Zone(country)}
}

// Zone is the time zone of a country.
func Zone(country guidance.Jurisdiction) *time.Location {
	name := "Europe/London"
	if country == guidance.Ireland {
		name = "Europe/Dublin"
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return time.UTC // the table is part of the program, and has both
	}
	return zone
}

// Date says the day of something past, where the learner is.
func (c *Clock) Date(at time.Time) string { return at.In(c.Now().Location()).Format("2 January 2006") }

// Day says a day as a learner would, seen from now: today, tomorrow, a weekday with its date.
func (c *Clock) Day(at time.Time) string { return c.day(at, "Monday 2 January") }

// BriefDay is Day without the weekday.
func (c *Clock) BriefDay(at time.Time) string { return c.day(at, "2 January") }

func (c *Clock) day(at time.Time, layout string) string {
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
		return at.Format(layout)
	}
	return at.Format("2 January 2006")
}
