package linear

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"probity/tui/prose"
	"probity/tui/tutor"
)

// Home is plain lines as a place: what can be done is numbered, and after each thing one is here again, until the learner stops. further are what
// the caller can do besides. Then the tutor is left; the error is a fault of saving or writing.
func (c *Console) Home(t *tutor.Tutor, further ...Choice) error {
	c.say("Type a number or the first letters of a line. help says what else can be typed, stop leaves.")
	c.homed = true
	err := c.home(func() []Choice { return slices.Concat(c.places(t), further, c.leftOpen(t)) }, func(line string) bool {
		first, _, _ := strings.Cut(line, " ")
		if !strings.EqualFold(first, "search") {
			return false
		}
		c.search(t, line)
		return true
	})
	if c.erased {
		return err
	}
	return errors.Join(err, c.leave(t))
}

// places are what can be done, in the order of the screen. Each has its number for good: what comes and goes stands behind them all.
func (c *Console) places(t *tutor.Tutor) []Choice {
	t.CatchUp()
	return []Choice{
		c.today(t),
		{"Practise", "5 minutes, 20 minutes, a topic, where you are weakest", func() error { return c.practising(t) }},
		{"Assess", c.assessNote(t), func() error { return c.assessing(t) }},
		{"Guidance", "the documents, what changed, where the UK and Ireland differ, and a search", func() error { return c.consulting(t) }},
		{"Progress", "what you have answered so far", func() error { return c.lookingBack(t) }},
		{"Certificate", "for your appraisal folder", func() error { return c.certifying(t) }},
		{"Induction", "a session with a room, led from here", func() error { return c.inducting(t) }},
		{"Settings", "your role and country, what is asked and shown, the time zone", func() error { return c.settings(t) }},
	}
}

// today is the line of Today, which stands first whatever there is: at first it is one situation to try.
func (c *Console) today(t *tutor.Tutor) Choice {
	if _, any := t.Practices.Unfinished(); !any && len(t.Record.History().Answers()) == 0 && !t.Record.Answering() {
		today := t.Practices.Today()
		note := fmt.Sprintf("try one now, %s; in all %s, %s", prose.About(today.First), today.Words(), prose.About(today.Length))
		return Choice{"Today", note, func() error { return c.begin(t, tutor.Selection{Today: true, First: true}) }}
	}
	return Choice{"Today", todayNote(t), func() error { return c.begin(t, tutor.Selection{Today: true}) }}
}

// todayNote says what Today holds, and about how long it takes, or how far the one is that was left.
func todayNote(t *tutor.Tutor) string {
	if left, ok := t.Practices.LeftToday(); ok {
		return "carry on, " + left.Where()
	}
	today := t.Practices.Today()
	switch next := t.Practices.Reviews().Next; {
	case today.Length > 0:
		return today.Words() + ", " + prose.About(today.Length)
	case !next.IsZero():
		return "nothing is due; the next is due " + t.Clock.BriefDay(next)
	}
	return "nothing is due"
}

// begin asks what is to become of a practice that the new one would give up, and leads through the one that is wanted.
func (c *Console) begin(t *tutor.Tutor, ask tutor.Selection) error {
	if left, ok := t.Practices.GivesUp(ask, tutor.AsAsked); ok && c.CarryOn(left) {
		c.practise(t, t.Practices.Resume(left))
		return nil
	}
	if c.Over() {
		return nil
	}
	p, err := t.Practices.Start(ask, tutor.AsAsked)
	if err == nil {
		c.practise(t, p)
	}
	return err
}

// practising is the choice of what to practise.
func (c *Console) practising(t *tutor.Tutor) error {
	return c.browse("Practise", "", func() (ways []Choice) {
		for _, w := range t.Practices.Ways() {
			ways = append(ways, Choice{w.Name, w.Note, func() error { return c.begin(t, w.Ask) }})
		}
		return append(ways, Choice{"One topic", "", func() error {
			return c.browse("Practise one topic", "The library has no topics.", func() (topics []Choice) {
				for _, w := range t.Practices.TopicWays() {
					topics = append(topics, Choice{w.Name, prose.Join(w.Note, w.Pack), func() error { return c.begin(t, w.Ask) }})
				}
				return topics
			})
		}})
	})
}

// assessNote says how far an assessment is that was left.
func (c *Console) assessNote(t *tutor.Tutor) string {
	left, ok := t.Assessments.Unfinished()
	switch {
	case ok:
		return fmt.Sprintf("carry on, %d of %d, %s in", len(left.Answers), len(left.Sitting.Drawn), prose.Minutes(left.Seconds))
	case !t.Assessments.Set():
		return "none is set for your role where you practise"
	}
	return "a whole sitting, with no feedback until the end"
}

// assessing is where an assessment is begun, taken up, handed in or looked back on.
func (c *Console) assessing(t *tutor.Tutor) error {
	return c.browse("Assess", "", func() (all []Choice) {
		if left, ok := t.Assessments.Unfinished(); ok {
			note := fmt.Sprintf("%d of %d answered, begun %s", len(left.Answers), len(left.Sitting.Drawn), t.Clock.Date(left.Sitting.At))
			all = append(all, Choice{"Carry on", note, func() error { return c.sitting(t, t.Assessments.Resume(left), t.Flush) }})
		}
		if lost, ok := t.Assessments.Stranded(); ok {
			all = append(all, Choice{"Hand in", "the library no longer has it", func() error { return c.stranded(t, lost, t.Flush) }})
		}
		all = append(all, Choice{"Begin a new one", "", func() error { return c.beginning(t) }})
		for _, sat := range t.Record.History().Assessments() {
			if !sat.Submitted.IsZero() {
				all = append(all, Choice{"Result of " + t.Clock.Date(sat.Submitted), tutor.InBrief(sat), func() error {
					c.result(t, sat)
					return nil
				}})
			}
		}
		return all
	})
}

// beginning begins an assessment, once what that means was said and agreed to.
func (c *Console) beginning(t *tutor.Tutor) error {
	preview, err := t.Assessments.Preview()
	if err != nil {
		return err
	}
	if c.givesUp(t) {
		c.say("An assessment is open. Beginning another gives it up, and its answers never count.")
	}
	if !c.Propose(t, preview) {
		return nil
	}
	return c.sitting(t, t.Assessments.Begin(preview), t.Flush)
}

// givesUp reports whether beginning an assessment gives one up.
func (c *Console) givesUp(t *tutor.Tutor) bool {
	_, open := t.Assessments.Unfinished()
	_, lost := t.Assessments.Stranded()
	return open || lost
}
