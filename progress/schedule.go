// The schedule: when a principle is to be met again. It is spaced by FSRS, version 6 as github.com/open-spaced-repetition/go-fsrs
// has it with its published weights, at a retention of 90 %, and is derived from the answers alone. What it counts is the
// learner's calendar days: all answers to a principle on one day are one review.

package progress

import (
	"cmp"
	"maps"
	"slices"
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v4"

	"probity/scenarios"
)

// Due is a principle and the day on which it should be met again.
type Due struct {
	Principle string
	Day       time.Time // noon of that day, where the learner is: there are zones in which a day has no midnight
}

// By reports whether the principle is due by the end of the day that now falls on, where the learner is.
func (d Due) By(now time.Time) bool { return !d.Day.After(midday(now, now.Location())) }

// schedule is the last review of each principle, by its id, and what spaces them.
type schedule struct {
	reviews map[string]review
	spacing *fsrs.FSRS
	zone    *time.Location // where the learner is, whose days count
	latest  time.Time      // the latest time of an answer that was believed
	until   time.Time      // when a time comes to be believed that is not yet; zero when there is none
}

// review is all answers to a principle on one day. Its times are those of the clock on the learner's wall.
type review struct {
	before fsrs.Card   // the principle as it stood before that day
	at     time.Time   // when the first answer was given
	grade  fsrs.Rating // that of the worst answer
	slip   bool        // one of the answers is a confident mistake
	after  fsrs.Card   // the principle as it stands since
}

// scheduled returns the schedule as it is at a time, whose zone is the learner's: of the answers that count, given when it can be
// believed they were. What was met ahead of its time comes back when it would have.
func (h *History) scheduled(now time.Time) *schedule {
	if h.due != nil && h.due.holds(now) {
		return h.due
	}
	s := &schedule{reviews: map[string]review{}, spacing: spacing(), zone: now.Location()}
	for i, at := range h.Given(now) {
		s.take(h.answers[i], at, h.spaces(h.answers[i]))
		if soon := h.answers[i].At.Add(-Ahead); soon.After(now) && (s.until.IsZero() || soon.Before(s.until)) {
			s.until = soon
		}
	}
	h.due = s
	return s
}

// holds reports whether the schedule is the same at another time: its zone is the same, nothing that was believed is in the
// future then, and nothing more comes to be believed.
func (s *schedule) holds(now time.Time) bool {
	return s.zone == now.Location() && !s.latest.After(now.Add(Ahead)) && (s.until.IsZero() || now.Before(s.until))
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
			h.due.take(f, f.At, h.spaces(f))
		}
	case Sitting:
		if f.Kind == Assessment || f.Ahead == 1 {
			h.due = nil
		}
	case Undo, Submit:
		h.due = nil
	}
}

// spaces reports whether an answer has a part in the schedule: it counts, and was not given ahead of time. What an assessment was handed in
// without says nothing of what is remembered.
func (h *History) spaces(a Answer) bool {
	return h.Answered(a) && !h.folded().ahead[a.Sitting]
}

// take takes the next answer into the review of its principle on its day, if it has a part in the schedule and is scored.
func (s *schedule) take(a Answer, at time.Time, spaces bool) {
	s.latest = at
	if !spaces || !a.Scored() {
		return
	}
	wall := onTheWall(at, s.zone)
	r, known := s.reviews[a.Principle]
	if !known || dayOf(wall).After(dayOf(r.at)) {
		r = review{before: r.after, at: wall, grade: fsrs.Easy}
	}
	r.grade, r.slip = min(r.grade, grade(a)), r.slip || a.confident() && !a.Right()
	r.after = s.space(r)
	s.reviews[a.Principle] = r
}

// space returns a principle as it stands after a review. A confident mistake comes back the next day, however well the principle
// was known before: in professionalism it matters most.
func (s *schedule) space(r review) fsrs.Card {
	next, _ := s.spacing.Next(r.before, r.at, r.grade) // an error is for grades and for orders of time that no review has
	if r.slip {
		next.Card.Due = r.at.AddDate(0, 0, 1)
	}
	return next.Card
}

// onTheWall returns what a clock shows in a zone, as if it were UTC: there every day has 24 hours, so that days can be counted.
func onTheWall(t time.Time, zone *time.Location) time.Time {
	_, offset := t.In(zone).Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}

// dayOf returns the beginning of the day that a clock on the wall shows.
func dayOf(wall time.Time) time.Time { return wall.Truncate(24 * time.Hour) }

// midday returns noon, in a zone, of the date that a time has.
func midday(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 12, 0, 0, 0, zone)
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

// Schedule returns every principle with scored answers as things are at the time now, whose zone is the learner's: the one that
// is due first before the others, and of one day the one that was met earlier in its day.
func (h *History) Schedule(now time.Time) []Due {
	s := h.scheduled(now)
	first := func(x, y string) int {
		return cmp.Or(s.reviews[x].after.Due.Compare(s.reviews[y].after.Due), cmp.Compare(x, y))
	}
	due := make([]Due, 0, len(s.reviews))
	for _, id := range slices.SortedFunc(maps.Keys(s.reviews), first) {
		due = append(due, Due{Principle: id, Day: s.due(id)})
	}
	return due
}

// DueAt returns the day on which a principle is to be met again, as Due has it, as things are at the time now, whose zone is the
// learner's; false when nothing scored was answered on it.
func (h *History) DueAt(principle string, now time.Time) (time.Time, bool) {
	s := h.scheduled(now)
	_, known := s.reviews[principle]
	return s.due(principle), known
}

// due returns the day on which a principle is to be met again, as Due has it.
func (s *schedule) due(principle string) time.Time {
	return midday(s.reviews[principle].after.Due, s.zone)
}
