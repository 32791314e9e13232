package linear

import (
	"fmt"

	"probity/progress"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Progress says in words what the record amounts to: what the screen shows as charts.
func (c *Console) Progress(t *tutor.Tutor) error {
	s := t.Progress.Overview()
	if s.Answers == 0 {
		c.say("%s", s.Nothing())
		c.bookmarks(t)
		return c.fault()
	}
	c.say("%s.", s.Headline())
	c.say("%s", tutor.Working(s.Score))
	next, _ := s.Next()
	c.say("Next: %s.\n", prose.Line(next))
	c.say("%s:", topicsHeard)
	for _, topic := range s.Topics {
		c.say("%s: %s.", prose.Line(topic.Title), lately(topic))
	}
	c.weeks(t, s)
	c.calibration(s)
	c.mistakes(t, s)
	c.bookmarks(t)
	c.activity(t, s)
	if reflections := t.Record.History().Reflections(); len(reflections) > 0 {
		c.say("\nReflections:")
		for _, r := range reflections {
			c.say("%s, %s: %s", t.Clock.Date(r.At), prose.Line(t.Library.TitleOf(r.Scenario)), r.Text)
		}
	}
	for _, n := range s.Notes() {
		c.say("%s", n)
	}
	return c.fault()
}

// topicsHeard stands above the topics.
const topicsHeard = "Topics, the weakest first, as they went lately"

// lately is how a topic went, and how much of it was met.
func lately(topic tutor.TopicOverview) string {
	went := "nothing scored yet"
	if topic.Recent.Answers > 0 {
		went = topic.Recent.Words()
	}
	return fmt.Sprintf("%s. %d of %s met", went, topic.Met, situations(topic.Of))
}

// weeks says how it went over time.
func (c *Console) weeks(t *tutor.Tutor, s tutor.Overview) {
	if len(s.Weeks) > 0 {
		c.say("\nOver time, by week:")
	}
	for _, w := range s.Weeks {
		score := w.Score.Words()
		if w.Score.Enough() {
			score += ", " + prose.Count(float64(w.Score.Answers), "answer")
		}
		c.say("Week of %s: %s.", t.Clock.Date(w.From), score)
	}
}

// calibration says how certainty and being right go together.
func (c *Console) calibration(s tutor.Overview) {
	for i, sure := range s.Calibration() {
		if i == 0 {
			c.say("\nHow sure, and how often right:")
		}
		c.say("%s", tutor.HowOften(sure))
	}
	if judgement := s.Judgement(); judgement != "" {
		c.say("%s", judgement)
	}
}

// surelyMissed stands above the confident mistakes.
const surelyMissed = "Very sure, and missed"

// mistakes lists the confident mistakes.
func (c *Console) mistakes(t *tutor.Tutor, s tutor.Overview) {
	if len(s.Mistakes) > 0 {
		c.say("\n%s:", surelyMissed)
	}
	for _, a := range s.Mistakes {
		c.say("%s, %s%s.", prose.Line(t.Library.TitleOf(a.Situation())), t.Clock.Date(a.At), sinceThen(t, a))
	}
}

func sinceThen(t *tutor.Tutor, a progress.Answer) string {
	if since := t.Progress.RightSince(a); since != "" {
		return ", " + since
	}
	return ""
}

// bookmarks lists what is marked to come back to.
func (c *Console) bookmarks(t *tutor.Tutor) {
	for i, b := range t.Record.Bookmarks() {
		if i == 0 {
			c.say("\nTo come back to:")
		}
		c.say("%s, bookmarked %s.", prose.Line(t.Library.TitleOf(b.Scenario)), t.Clock.Date(b.At))
	}
}

// activity says when time was put in.
func (c *Console) activity(t *tutor.Tutor, s tutor.Overview) {
	said := false
	for _, m := range s.Months(t.Clock.Now()) {
		if m.Seconds == 0 {
			continue
		}
		if !said {
			c.say("\nActive time by month:")
			said = true
		}
		c.say("%s: %s.", m.From.Format("January 2006"), prose.Minutes(m.Seconds))
	}
}
