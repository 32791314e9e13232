package tutor

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/prose"
)

// Progress is where the learner looks back.
type Progress struct {
	sittings
	practices *Practices
}

// Overview is what the record amounts to: what the learner is good at, how well they know what they know, and the time they
// put in. Every front end says it from here.
type Overview struct {
	Answers  int // all that were given, counted or not: without what was left blank or changed in an assessment
	Undone   int // of these, taken back
	Blank    int // situations that an assessment was handed in without an answer to
	Seconds  int // active
	Days     []progress.Day
	Future   int // answers dated after today: a clock was wrong
	Marks    int // answers with marks that can't be: in no score
	Times    int // answers with a time that can't be: in no sum of time
	Score    scenarios.Score
	Weeks    []progress.Week
	Topics   []TopicOverview // the weakest first, those without answers last
	Sure     []progress.Calibration
	Mistakes []progress.Answer
	Reworded int // answers to situations since reworded
	Gone     int // answers to situations no longer in the library
	Reviews  Reviews
}

// TopicOverview is one topic: the score of its recent answers, and how much of it was met.
type TopicOverview struct {
	ID, Title string
	Recent    scenarios.Score
	Met, Of   int // families answered, of those offered
}

// Overview works out what the record amounts to. Progress has to be Ready.
func (p *Progress) Overview() Overview {
	h, loc := p.record.history, p.clock.Now().Location()
	s := Overview{
		Answers: len(h.Made()), Seconds: h.Seconds(), Score: h.Total(), Sure: h.Calibration(),
		Mistakes: h.Mistakes(), Topics: p.topics(), Reviews: p.practices.Reviews(),
	}
	for _, a := range h.Answers() {
		if h.Undone(a) {
			s.Undone++
		}
		if a.Blank() && h.Counts(a) { // handing in that was cut short leaves blanks that count nowhere
			s.Blank++
		}
	}
	s.Reworded, s.Gone = p.older()
	s.Marks, s.Times = h.Disbelieved()
	for _, w := range h.Weeks(loc) {
		if !w.From.After(p.clock.Now()) {
			s.Weeks = append(s.Weeks, w)
		}
	}
	for _, d := range h.Days(loc) {
		if d.Date.After(p.clock.Now()) {
			s.Future += d.Answers
		} else {
			s.Days = append(s.Days, d)
		}
	}
	return s
}

func (p *Progress) topics() []TopicOverview {
	var out []TopicOverview
	past := p.record.past() // once for all topics: a long record takes a while
	for _, topic := range p.library.pack.Bank.Topics() {
		offered, met := p.library.pack.Bank.Pool(p.practices.request(Selection{Topic: topic.ID}, 0), past), 0
		if len(offered) == 0 {
			continue
		}
		for _, family := range offered {
			met += min(1, p.record.history.Times(family.ID))
		}
		out = append(out, TopicOverview{ID: topic.ID, Title: topic.Title, Recent: p.record.history.Recent(topic.ID), Of: len(offered), Met: met})
	}
	slices.SortStableFunc(out, func(x, y TopicOverview) int { return cmp.Compare(strength(x), strength(y)) })
	return out
}

// strength orders topics: by score above chance, and after all others those without any.
func strength(s TopicOverview) float64 {
	if above, ok := s.Recent.Above(); ok {
		return above
	}
	return math.Inf(1)
}

// Headline is how much was done, in a line.
func (s Overview) Headline() string {
	given := answers(s.Answers-s.Undone, s.Blank)
	switch {
	case s.Undone > 0 && s.Undone == s.Answers:
		given = prose.Several(s.Undone, "answer") + " taken back"
	case s.Undone > 0:
		given += fmt.Sprintf(" and %d taken back", s.Undone)
	}
	return fmt.Sprintf("%s on %s, %s of active time", given, prose.Count(float64(len(s.Days)), "day"), prose.Minutes(s.Seconds))
}

// Nothing says that nothing was answered, and beside it what was handed in blank.
func (s Overview) Nothing() string {
	if s.Blank == 0 {
		return nothingAnswered
	}
	return prose.Several(s.Blank, "situation") + " handed in blank, none answered. Practise, and this fills in."
}

// answers is so many answers, and beside them how many situations were left blank.
func answers(given, blank int) string {
	text := prose.Several(given, "answer")
	if blank > 0 {
		text += fmt.Sprintf(" (%d left blank)", blank)
	}
	return text
}

// Next is what to do next, in words, and how: a review, or a practice of one topic.
func (s Overview) Next() (text string, selection Selection) {
	if s.Reviews.Due > 0 {
		return fmt.Sprintf("Review what is due today: %s", prose.Count(float64(s.Reviews.Due), "principle")), Selection{Review: true}
	}
	for _, topic := range s.Topics {
		if topic.Recent.Answers > 0 && !topic.Recent.Reaches(enough) {
			return fmt.Sprintf("Practise %s: %s lately", topic.Title, topic.Recent.Words()), Selection{Topic: topic.ID}
		}
	}
	for _, topic := range s.Topics {
		if topic.Met < topic.Of {
			return fmt.Sprintf("Meet what is new in %s: %d of %d met", topic.Title, topic.Met, topic.Of), Selection{Topic: topic.ID}
		}
	}
	return "Practise all topics: every one is in good shape", Selection{}
}

// enough is the score above chance from which a topic is not what to do next.
const enough = 0.6

// Months is the active seconds of the twelve months up to now, the earliest first.
func (s Overview) Months(now time.Time) []Month {
	months := make([]Month, 12)
	y, m, _ := now.Date()
	for i := range months {
		months[i].From = time.Date(y, m+time.Month(i-11), 1, 0, 0, 0, 0, now.Location())
	}
	for _, d := range s.Days {
		for i := range months {
			if d.Date.Year() == months[i].From.Year() && d.Date.Month() == months[i].From.Month() {
				months[i].Seconds += d.Seconds
			}
		}
	}
	return months
}

// Month is the active time of a month.
type Month struct {
	From    time.Time
	Seconds int
}

// HowOften says how often answers of one certainty were right: "When very sure, right 6 of 11."
func HowOften(c progress.Calibration) string {
	when := "When " + c.Sure.Name()
	if c.Sure == scenarios.Guess {
		when = "A guess"
	}
	return fmt.Sprintf("%s, right %d of %d.", when, c.Right, c.Answers)
}

// Calibration is how often answers of each certainty were right, the surest first, without those that there are none of.
func (s Overview) Calibration() []progress.Calibration {
	var given []progress.Calibration
	for _, c := range slices.Backward(s.Sure) {
		if c.Answers > 0 {
			given = append(given, c)
		}
	}
	return given
}

// Verdict is how often the learner was right when very sure, and what that says; "" while there is too little to say.
func (s Overview) Verdict() string {
	very := s.Sure[len(s.Sure)-1]
	if very.Answers == 0 {
		return ""
	}
	return strings.TrimSpace(HowOften(very) + " " + s.Judgement())
}

// Judgement is how certainty and being right go together, in a sentence; "" while there is too little to say, or nothing.
func (s Overview) Judgement() string {
	very, guess := s.Sure[len(s.Sure)-1], s.Sure[0]
	const least = 8 // answers of a kind, before more is said of it
	if very.Answers < least {
		return ""
	}
	switch share := float64(very.Right) / float64(very.Answers); {
	case share < 0.75:
		return "Surer than right: look at the confident mistakes."
	case share >= 0.9 && guess.Answers >= least && 2*guess.Right > guess.Answers:
		return "You know what you know, and more than you think."
	case share >= 0.9:
		return "You know what you know."
	}
	return ""
}

// Notes is what there is to say of answers that are not as others are.
func (s Overview) Notes() []string {
	var notes []string
	say := func(n int, what string) {
		if n > 0 {
			notes = append(notes, prose.Count(float64(n), "answer")+" "+what)
		}
	}
	say(s.Reworded, "to situations reworded since, counted as marked then.")
	say(s.Gone, "to situations no longer in the library, counted as marked then.")
	say(s.Future, "dated after today: a clock was wrong. They count, and are left out of the calendar.")
	say(s.Marks, "with marks that cannot be, left out of every score.")
	say(s.Times, "with a time that cannot be, left out of the active time.")
	return notes
}
