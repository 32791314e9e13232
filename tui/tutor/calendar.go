package tutor

import (
	"time"

	"probity/progress/calendar"
	"probity/progress/certificate"
)

// Calendar is what is due, and the end of the scheme year, for a calendar program. What waits since earlier is of today.
func (p *Progress) Calendar() calendar.Calendar {
	now := p.clock.Now()
	out := calendar.Calendar{Made: now}
	for _, d := range p.practices.scheduled() {
		on := d.Day
		if d.By(now) {
			on = now
		}
		text := d.Principle
		if principle, known := p.library.pack.Bank.Principle(d.Principle); known {
			text = principle.Lesson
		}
		if n := len(out.Days); n > 0 && sameDay(out.Days[n-1].On, on) {
			out.Days[n-1].Principles = append(out.Days[n-1].Principles, text)
		} else {
			out.Days = append(out.Days, calendar.Day{On: on, Principles: []string{text}})
		}
	}
	out.YearFirst, out.YearLast, _ = certificate.SchemeYear(p.profile.Learner().Reader(), now)
	return out
}

// sameDay reports whether two times are of one day, where each is told.
func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }
