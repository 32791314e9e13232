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

// By reports whether the principle is due by the end of the day that now falls on, where the learner is: a review at seven is
// not put off because yesterday's was at eight.
func (d Due) By(now time.Time) bool {
	y, m, day := now.Date()
	return d.At.Before(time.Date(y, m, day+1, 0, 0, 0, 0, now.Location()))
}

// schedule is the state of each principle, by its id, and what spaces them.
type schedule struct {
	cards   map[string]fsrs.Card
	spacing *fsrs.FSRS
	latest  time.Time // the latest time of an answer that was believed
	until   time.Time // when a time comes to be believed that is not yet; zero when there is none
}

// scheduled returns the schedule as it is at a time: of the answers that count, given when it can be believed they were.
func (h *History) scheduled(now time.Time) *schedule {
	if h.due != nil && h.due.holds(now) {
		return h.due
	}
	s := &schedule{cards: map[string]fsrs.Card{}, spacing: spacing()}
	for i, at := range h.Given(now) {
		s.take(h.answers[i], at, h.Counts(h.answers[i]))
		if soon := h.answers[i].At.Add(-Ahead); soon.After(now) && (s.until.IsZero() || soon.Before(s.until)) {
			s.until = soon
		}
	}
	h.due = s
	return s
}

// holds reports whether the schedule is the same at another time: nothing that was believed is in the future then, and
// nothing more comes to be believed.
func (s *schedule) holds(now time.Time) bool {
	return !s.latest.After(now.Add(Ahead)) && (s.until.IsZero() || now.Before(s.until))
}

// follow takes a fact into the schedule that comes after all others, or gives the schedule up where it may change more.
func (h *History) follow(fact Fact) {
	if h.due == nil {
		return
	}
	switch f := fact.(type) {
	case Answer:
		if f.At.Before(h.due.latest) || !h.due.until.IsZero() {
			h.due = nil
		} else {
			h.due.take(f, f.At, h.Counts(f))
		}
	case Undo, Submit:
		h.due = nil
	}
}

// take takes the next answer as a review of its principle, if it counts and is scored. A confident mistake comes back the next
// day, however well the principle was known before: in professionalism it matters most.
func (s *schedule) take(a Answer, at time.Time, counts bool) {
	s.latest = at
	if !counts || !scored(a) {
		return
	}
	card, known := s.cards[a.Principle]
	if !known {
		card = fsrs.NewCard()
	}
	card = s.spacing.Next(card, at, grade(a)).Card
	if tomorrow := at.AddDate(0, 0, 1); a.confident() && !a.Right() && tomorrow.Before(card.Due) {
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

// confident reports whether the learner was very sure.
func (a Answer) confident() bool { return a.Sure == int(scenarios.VerySure) }

// Right reports whether the answer counts as right for calibration and review. What is unscored is neither right nor wrong.
func (a Answer) Right() bool { return scenarios.Marking{Marks: a.Marks, Of: a.Of}.Right() }

// Schedule returns every principle with scored answers as things are at the time now, the one that is due first before the
// others.
func (h *History) Schedule(now time.Time) []Due {
	cards := h.scheduled(now).cards
	due := make([]Due, 0, len(cards))
	for id, card := range cards {
		due = append(due, Due{Principle: id, At: card.Due})
	}
	slices.SortFunc(due, func(x, y Due) int { return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.Principle, y.Principle)) })
	return due
}

// DueAt returns when a principle is to be met again, as things are at the time now; false when nothing scored was answered on
// it.
func (h *History) DueAt(principle string, now time.Time) (time.Time, bool) {
	card, known := h.scheduled(now).cards[principle]
	return card.Due, known
}
