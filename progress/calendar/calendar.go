// Package calendar puts what is due into a file that calendar programs take (iCalendar, RFC 5545). It reads no clock.
package calendar

import (
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"probity/guidance/text"
)

// Day is a day on which principles come back.
type Day struct {
	On         time.Time // any time of that day, in the learner's zone
	Principles []string  // as the learner reads them
}

// Calendar is what goes into the file.
type Calendar struct {
	Days                []Day
	YearFirst, YearLast time.Time // days of the learner's scheme year; zero where there is none
	Made                time.Time // when the file is made
}

// Empty reports whether there is nothing in it.
func (c Calendar) Empty() bool { return len(c.Days) == 0 && c.YearLast.IsZero() }

// File is the calendar as a file. Each day's event has a name of its own that stays: a file taken in again replaces it, and makes no second one.
func (c Calendar) File() []byte {
	cal := ics.NewCalendar()
	cal.SetProductId("-//Probity//Probity//EN")
	cal.SetMethod(ics.MethodPublish)
	for _, d := range c.Days {
		c.add(cal, "review", d.On, d.title(), d.says())
	}
	if !c.YearLast.IsZero() {
		says := fmt.Sprintf("What was learnt since %s belongs in this year's log: probity certificate makes the evidence.", c.YearFirst.Format("2 January 2006"))
		c.add(cal, "scheme-year", c.YearLast, "Your scheme year ends", says)
	}
	return []byte(cal.Serialize(ics.WithNewLineWindows))
}

// add adds an event of a whole day.
func (c Calendar) add(cal *ics.Calendar, kind string, on time.Time, title, says string) {
	event := cal.AddEvent(fmt.Sprintf("%s-%s@probity.invalid", kind, on.Format("20060102")))
	event.SetDtStampTime(c.Made)
	event.SetAllDayStartAt(on)
	event.SetAllDayEndAt(on.AddDate(0, 0, 1))
	event.SetSummary(text.Line(title))
	event.SetDescription(text.Block(says))
	event.SetTimeTransparency(ics.TransparencyTransparent) // nobody is busy with it
}

func (d Day) title() string {
	if len(d.Principles) == 1 {
		return "Probity: 1 principle to meet again"
	}
	return fmt.Sprintf("Probity: %d principles to meet again", len(d.Principles))
}

func (d Day) says() string {
	return "probity today\n\n" + strings.Join(d.Principles, "\n")
}
