// Figures: what the answers say beyond totals. How things went lately and week by week, how certainty and being right go
// together, and when time was spent.

package progress

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"probity/scenarios"
)

// recentAnswers is how many of a topic's latest scored answers say how well it is known now.
const recentAnswers = 20

// Calibration is how often answers of one certainty were right. Right is at least 75 % of the marks.
type Calibration struct {
	Sure    scenarios.Certainty
	Answers int
	Right   int
}

// Week is the score of the answers of a week, Monday to Sunday.
type Week struct {
	From  time.Time // the Monday, at midnight where the learner is
	Score scenarios.Score
}

// Day is what was done on a day.
type Day struct {
	Date    time.Time // midnight where the learner is
	Answers int
	Seconds int // active
}

// quarter is the stretch of time that figures are gathered by: fifteen minutes, which is a part of every day and week in
// every time zone.
type quarter int64

func quarterOf(at time.Time) quarter { return quarter(at.Unix() / 900) }

func (q quarter) in(loc *time.Location) time.Time { return time.Unix(int64(q)*900, 0).In(loc) }

// figures are gathered from the answers that count, as they come.
type figures struct {
	recent   map[string][]scenarios.Score // by topic, the latest last
	sure     [4]Calibration               // by certainty
	mistakes map[string]Answer            // the latest confident mistake, by situation
	scores   map[quarter]scenarios.Score
}

func newFigures() figures {
	return figures{recent: map[string][]scenarios.Score{}, mistakes: map[string]Answer{}, scores: map[quarter]scenarios.Score{}}
}

// add gathers the next scored answer.
func (f *figures) add(a Answer) {
	latest := f.recent[a.Topic]
	if len(latest) == recentAnswers {
		latest = slices.Delete(latest, 0, 1)
	}
	f.recent[a.Topic] = append(latest, with(scenarios.Score{}, a))
	f.scores[quarterOf(a.At)] = with(f.scores[quarterOf(a.At)], a)
	if a.Sure < int(scenarios.Guess) || a.Sure > int(scenarios.VerySure) {
		return
	}
	f.sure[a.Sure].Answers++
	if a.Right() {
		f.sure[a.Sure].Right++
	} else if a.confident() {
		f.mistakes[a.Situation()] = a
	}
}

// Recent returns the score of the latest scored answers of a topic, twenty at the most.
func (h *History) Recent(topic string) scenarios.Score {
	var sum scenarios.Score
	for _, s := range h.tally().recent[topic] {
		sum = sum.Add(s)
	}
	return sum
}

// Calibration returns guess, fairly sure and very sure, in this order.
func (h *History) Calibration() []Calibration {
	sure := h.tally().sure
	for i := range sure {
		sure[i].Sure = scenarios.Certainty(i)
	}
	return slices.Clone(sure[1:])
}

// Mistakes returns the confident mistakes: for each situation the latest answer that was very sure and not right, the latest
// first.
func (h *History) Mistakes() []Answer {
	return slices.SortedFunc(maps.Values(h.tally().mistakes), func(x, y Answer) int { return cmp.Compare(y.Seq, x.Seq) })
}

// RightSince returns the latest answer to the family of an earlier one, where that is right: then the family is not among what Missed returns.
// It may be to another variant than was missed, and whoever says it says so.
func (h *History) RightSince(missed Answer) (right Answer, ok bool) {
	for _, a := range slices.Backward(h.answers) {
		if a.Seq <= missed.Seq {
			break
		}
		if a.Scenario == missed.Scenario && a.Scored() && h.Answered(a) {
			return a, a.Right()
		}
	}
	return Answer{}, false
}

// PutRight reports whether what a confident mistake was about was answered rightly after it: its family, by whichever variant, or a sibling,
// which teaches the same principle.
func (h *History) PutRight(mistake Answer) bool {
	for _, a := range slices.Backward(h.answers) {
		if a.Seq <= mistake.Seq {
			break
		}
		same := a.Scenario == mistake.Scenario || mistake.Principle != "" && a.Principle == mistake.Principle
		if same && a.Right() && h.Counts(a) {
			return true
		}
	}
	return false
}

// Missed returns the families whose latest scored answer that counts was not right, the latest first.
func (h *History) Missed() (families []string) {
	seen := map[string]bool{}
	for _, a := range slices.Backward(h.answers) {
		if !seen[a.Scenario] && a.Scored() && h.Answered(a) {
			if seen[a.Scenario] = true; !a.Right() {
				families = append(families, a.Scenario)
			}
		}
	}
	return families
}

// Around returns the score of what was answered from a time on, and of what was answered before it, to a quarter of an hour.
func (h *History) Around(at time.Time) (since, before scenarios.Score) {
	for q, s := range h.tally().scores {
		if q < quarterOf(at) {
			before = before.Add(s)
		} else {
			since = since.Add(s)
		}
	}
	return since, before
}

// Weeks returns the weeks with scored answers, the earliest first.
func (h *History) Weeks(loc *time.Location) []Week {
	weeks := map[time.Time]scenarios.Score{}
	for q, s := range h.tally().scores {
		monday := midnight(q.in(loc))
		monday = monday.AddDate(0, 0, -(int(monday.Weekday())+6)%7)
		weeks[monday] = weeks[monday].Add(s)
	}
	out := make([]Week, 0, len(weeks))
	for from, s := range weeks {
		out = append(out, Week{from, s})
	}
	slices.SortFunc(out, func(x, y Week) int { return x.From.Compare(y.From) })
	return out
}

// Days returns the days with answers, counted or not, as Made has them, the earliest first.
func (h *History) Days(loc *time.Location) []Day {
	given := map[quarter]int{}
	for _, a := range h.Made() {
		given[quarterOf(a.At)]++
	}
	days := map[time.Time]Day{}
	for q, seconds := range h.spent {
		d := days[midnight(q.in(loc))]
		d.Date, d.Answers, d.Seconds = midnight(q.in(loc)), d.Answers+given[q], d.Seconds+seconds
		days[d.Date] = d
	}
	return slices.SortedFunc(maps.Values(days), func(x, y Day) int { return x.Date.Compare(y.Date) })
}

func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}
