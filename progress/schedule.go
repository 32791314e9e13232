// The schedule: when a principle is to be met again. It is spaced by FSRS, version 5 as github.com/open-spaced-repetition/go-fsrs
// has it with its published weights, at a retention of 90 %, and is derived from the answers alone.

package progress

import (
	"cmp"
	"slices"
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"probity/scenarios"
)

// Due is a principle and when it should be met again.
type Due struct {
	Principle string
	At        time.Time
}

// By tells whether the principle is due by the end of the day that now falls on, where the learner is: a review at seven is
// not put off because yesterday's was at eight.
func (d Due) By(now time.Time) bool {
	y, m, day := now.Date()
	return d.At.Before(time.Date(y, m, day+1, 0, 0, 0, 0, now.Location()))
}

// schedule is the state of each principle, by its id, and what spaces them.
type schedule struct {
	cards   map[string]fsrs.Card
	spacing *fsrs.FSRS
}

func newSchedule() schedule { return schedule{map[string]fsrs.Card{}, spacing()} }

// add takes the next answer as a review of its principle. The clock may have gone back between two: then no time passed. A
// confident mistake comes back the next day, however well the principle was known before: in professionalism it matters most.
func (s schedule) add(a Answer) {
	card, known := s.cards[a.Principle]
	if !known {
		card = fsrs.NewCard()
	}
	at := a.At
	if at.Before(card.LastReview) {
		at = card.LastReview
	}
	card = s.spacing.Next(card, at, grade(a)).Card
	if tomorrow := at.AddDate(0, 0, 1); a.Confident() && !a.Right() && tomorrow.Before(card.Due) {
		card.Due = tomorrow
	}
	s.cards[a.Principle] = card
}

// spacing is the scheduler in whole days: without fuzz, so that the same record always gives the same schedule, and without
// steps of minutes, since a principle met twice in a sitting is not yet remembered.
func spacing() *fsrs.FSRS {
	p := fsrs.DefaultParam()
	p.EnableFuzz, p.EnableShortTerm = false, false
	return fsrs.NewFSRS(p)
}

// grade is how well an answer went: wrong is Again; right and a guess is Hard; right and fairly sure, or not asked, is Good;
// right and very sure is Easy. Right is at least 75 % of the marks.
func grade(a Answer) fsrs.Rating {
	switch {
	case !a.Right():
		return fsrs.Again
	case a.Sure == int(scenarios.Guess):
		return fsrs.Hard
	case a.Sure == int(scenarios.VerySure):
		return fsrs.Easy
	}
	return fsrs.Good
}

// Confident tells whether the learner was very sure.
func (a Answer) Confident() bool { return a.Sure == int(scenarios.VerySure) }

// Right tells whether the answer counts as right for calibration and review. What is unscored is neither right nor wrong.
func (a Answer) Right() bool { return scenarios.Marking{Marks: a.Marks, Of: a.Of}.Right() }

// Schedule returns every principle with scored answers, the one that is due first before the others.
func (h *History) Schedule() []Due {
	cards := h.tally().schedule.cards
	due := make([]Due, 0, len(cards))
	for id, card := range cards {
		due = append(due, Due{Principle: id, At: card.Due})
	}
	slices.SortFunc(due, func(x, y Due) int { return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.Principle, y.Principle)) })
	return due
}

// DueAt returns when a principle is to be met again; false when nothing scored was answered on it.
func (h *History) DueAt(principle string) (time.Time, bool) {
	card, known := h.tally().schedule.cards[principle]
	return card.Due, known
}
