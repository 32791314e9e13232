package tutor

import (
	"errors"
	"slices"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// Reviews is how things stand with review.
type Reviews struct {
	Due  int       // principles due by the end of today
	Next time.Time // the day on which the first comes due that is not due yet; zero when there is none
}

// Reviews looks at the schedule. Only principles count that can be met where the learner practises.
func (p *Practices) Reviews() Reviews {
	var r Reviews
	for _, d := range p.scheduled() {
		if d.By(p.clock.Now()) {
			r.Due++
		} else if r.Next.IsZero() {
			r.Next = d.Day
		}
	}
	return r
}

// scheduled is the schedule of the principles that can be met, soonest first.
func (p *Practices) scheduled() []progress.Due {
	if !p.Ready() {
		return nil
	}
	met := map[string]bool{}
	for _, s := range p.library.pack.Bank.Offered(p.profile.Learner().Jurisdiction, "") {
		met[s.Principle] = met[s.Principle] || s.Format.Scored()
	}
	return slices.DeleteFunc(p.record.history.Schedule(p.clock.Now()), func(d progress.Due) bool { return !met[d.Principle] })
}

// due lists the principles that are due today, the one that has waited longest first.
func (p *Practices) due() []string {
	return principles(slices.DeleteFunc(p.scheduled(), func(d progress.Due) bool { return !d.By(p.clock.Now()) }))
}

func principles(scheduled []progress.Due) []string {
	var ids []string
	for _, d := range scheduled {
		ids = append(ids, d.Principle)
	}
	return ids
}

// ErrNoneDue is returned when there is nothing to review.
var ErrNoneDue = errors.New("nothing is due for review today")

// ErrNoneMet is returned when there is nothing to review because nothing was answered.
var ErrNoneMet = errors.New("there is nothing to review yet: practise first, and what you meet comes back here")

// drawReview draws what is due, each principle through a sibling.
func (p *Practices) drawReview(seed int64) (drawn []*scenarios.Situation, note string, err error) {
	due := p.due()
	switch {
	case len(p.scheduled()) == 0:
		return nil, "", ErrNoneMet
	case len(due) == 0:
		return nil, "", ErrNoneDue
	}
	return p.siblings(due, seed), waiting(min(len(due), p.most()), max(0, len(due)-p.most())), nil
}

// aheadNote is said where principles are met ahead of their time.
const aheadNote = "Ahead of time: what you meet here comes back when it would have."

// MoreThanDue is what meeting principles ahead of their time is called, wherever it is begun, under way or left.
const MoreThanDue = "More than is due"

// drawAhead draws what is not due yet, soonest first, each principle through a sibling.
func (p *Practices) drawAhead(seed int64) (drawn []*scenarios.Situation, note string, err error) {
	early := p.notDue()
	switch {
	case len(p.scheduled()) == 0:
		return nil, "", ErrNoneMet
	case len(early) == 0:
		return nil, "", ErrNoneAhead
	}
	return p.siblings(early, seed), aheadNote, nil
}

// siblings draws what to meet principles through, as many as make a practice.
func (p *Practices) siblings(ids []string, seed int64) []*scenarios.Situation {
	return p.library.pack.Bank.Siblings(ids[:min(len(ids), p.most())], p.profile.Learner().Reader(), p.record.past(), seed)
}

// notDue lists the principles that come back later than today, the soonest first.
func (p *Practices) notDue() []string {
	return principles(slices.DeleteFunc(p.scheduled(), func(d progress.Due) bool { return d.By(p.clock.Now()) }))
}
