package tutor

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// Reviews is how things stand with review.
type Reviews struct {
	Due  int       // principles due by the end of today
	Next time.Time // when the first comes due that is not due yet; zero when there is none
}

// Reviews looks at the schedule. Only principles count that can be met where the learner practises.
func (t *Tutor) Reviews() Reviews {
	var r Reviews
	for _, d := range t.scheduled() {
		if d.By(t.Now()) {
			r.Due++
		} else if r.Next.IsZero() {
			r.Next = d.At
		}
	}
	return r
}

// scheduled is the schedule of the principles that can be met, soonest first.
func (t *Tutor) scheduled() []progress.Due {
	if !t.Ready() {
		return nil
	}
	met := map[string]bool{}
	for _, s := range t.pack.Bank.Offered(t.Learner().Jurisdiction, "") {
		met[s.Principle] = met[s.Principle] || s.Format.Scored()
	}
	return slices.DeleteFunc(t.history.Schedule(t.Now()), func(d progress.Due) bool { return !met[d.Principle] })
}

// ErrNoneDue is returned when there is nothing to review.
var ErrNoneDue = errors.New("nothing is due for review today")

// ErrNoneMet is returned when there is nothing to review because nothing was answered.
var ErrNoneMet = errors.New("there is nothing to review yet: practise first, and what you meet comes back here")

// drawReview draws what is due, or with ahead what comes next whether it is due or not, each through a sibling.
func (t *Tutor) drawReview(ahead bool, seed int64) (drawn []*scenarios.Situation, note string, err error) {
	var due []string
	scheduled := t.scheduled()
	for _, d := range scheduled {
		if ahead || d.By(t.Now()) {
			due = append(due, d.Principle)
		}
	}
	switch {
	case len(scheduled) == 0:
		return nil, "", ErrNoneMet
	case len(due) == 0:
		return nil, "", ErrNoneDue
	case len(due) > t.opt.Count && t.opt.Count == 1 && !ahead:
		note = fmt.Sprintf("%d principles are due: this is the one that has waited longest.", len(due))
	case len(due) > t.opt.Count && !ahead:
		note = fmt.Sprintf("%d principles are due: these are the %d that have waited longest.", len(due), t.opt.Count)
	}
	due = due[:min(len(due), t.opt.Count)]
	return t.pack.Bank.Siblings(due, t.Learner().Jurisdiction, t.past(), seed), note, nil
}

// Date says the day of something past, where the learner is.
func (t *Tutor) Date(at time.Time) string { return at.In(t.Now().Location()).Format("2 January 2006") }

// Day says a day as a learner would, seen from now: today, tomorrow, a weekday with its date.
func (t *Tutor) Day(at time.Time) string {
	now := t.Now()
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
