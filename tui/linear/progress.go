package linear

import (
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
	c.say("Topics, the weakest first, as they went lately:")
	for _, topic := range s.Topics {
		lately := "nothing scored yet"
		if topic.Recent.Answers > 0 {
			lately = topic.Recent.Words()
		}
		c.say("%s: %s. %d of %s met.", prose.Line(topic.Title), lately, topic.Met, situations(topic.Of))
	}
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
	c.calibration(t, s)
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

// calibration says how certainty and being right go together, and lists the confident mistakes.
func (c *Console) calibration(t *tutor.Tutor, s tutor.Overview) {
	for i, sure := range s.Calibration() {
		if i == 0 {
			c.say("\nHow sure, and how often right:")
		}
		c.say("%s", tutor.HowOften(sure))
	}
	if judgement := s.Judgement(); judgement != "" {
		c.say("%s", judgement)
	}
	if len(s.Mistakes) > 0 {
		c.say("\nVery sure, and missed:")
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
