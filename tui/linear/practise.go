package linear

import (
	"fmt"
	"strconv"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Practise leads through a practice and saves as it goes. At the end of the input it stops where it is: nothing is
// recorded for a question that was not answered, and the summary is of what was. The error is a fault of saving or
// writing; what could not be saved is still waiting in the tutor.
func (c *Console) Practise(t *tutor.Tutor, p *tutor.Practice) error {
	if p.Note != "" {
		c.say("%s", p.Note)
	}
	c.say("To stop, end the input (ctrl+d): what is answered is kept.\n")
	for p.Sitting.Stage() != scenarios.Finished {
		if !c.question(p) {
			break
		}
		c.certainty(p)
		c.keep(t)
		c.feedback(t, p)
		if !c.goOn(t, p) {
			break
		}
		p.Sitting.Next()
	}
	c.summary(t, p)
	err := t.Flush()
	c.notices(t)
	if err != nil {
		return err
	}
	return c.fault()
}

// keep saves what waits, and says so when it could not.
func (c *Console) keep(t *tutor.Tutor) {
	defer t.CatchUp()
	switch err := t.Flush(); {
	case err != nil:
		c.say("Not saved yet: %s", prose.Worded(err))
	case t.Record.SavingEnabled():
		c.say("Saved.")
	}
	c.notices(t)
}

// notices says what there is to say once: what was set aside by a save, a backup that could not be made.
func (c *Console) notices(t *tutor.Tutor) {
	for _, n := range t.Notices() {
		c.say("%s", n)
	}
}

// question asks the current situation until it has an answer; false at the end of the input.
func (c *Console) question(p *tutor.Practice) bool {
	s, attempt := p.Sitting.Current(), p.Sitting.Attempt()
	n, of := p.Sitting.Place()
	word := "Situation"
	if p.Review {
		word = "Review"
	}
	c.pose(fmt.Sprintf("%s %d of %d: %s", word, n, of, prose.Line(s.Title)), s, attempt)
	c.say("Your answer:")
	for {
		line, ok := c.read()
		if !ok {
			return false
		}
		p.Touch()
		if err := attempt.Read(line); err != nil {
			c.say("That can't be used: %s. Please answer again.", err)
			continue
		}
		if err := p.Submit(); err != nil {
			c.say("%s", err)
			continue
		}
		return true
	}
}

// pose puts a situation to the learner: heading, stem, ask and options.
func (c *Console) pose(heading string, s *scenarios.Situation, attempt scenarios.Attempt) {
	c.say("%s", heading)
	c.say("%s. Level %d of 3.\n", s.Format.Title(), s.Level)
	c.say("%s\n", prose.FromMarkdown(s.Stem).Plain())
	c.say("%s", prose.Line(s.Ask))
	c.say("%s", s.Format.Instruction(s))
	for _, line := range attempt.Lines() {
		o, _ := s.Option(line.ID)
		c.say("%s. %s", line.Letter, prose.Line(o.Text))
	}
}

// certainty asks how sure the learner is, unless the answer stands already. At the end of the input the answer stands without it.
func (c *Console) certainty(p *tutor.Practice) {
	if p.Sitting.Stage() == scenarios.Weighing {
		p.Weigh(c.sure())
	}
}

// sure asks how sure the learner is, until the answer can be used; NotAsked when it is skipped.
func (c *Console) sure() scenarios.Certainty {
	c.say("How sure are you? 1 a guess, 2 fairly sure, 3 very sure, or an empty line to skip.")
	for {
		line, ok := c.read()
		switch {
		case !ok || line == "":
			return scenarios.NotAsked
		case line == "1" || line == "2" || line == "3":
			return scenarios.Certainty(line[0] - '0')
		}
		c.say("Please answer 1, 2 or 3, or with an empty line.")
	}
}

// feedback says the mark, each option's rationale, and the guidance that decides it.
func (c *Console) feedback(t *tutor.Tutor, p *tutor.Practice) {
	if out, ok := p.Result(); ok {
		c.marked(t, out, p.Sitting.Attempt().Lines())
		if at, due := t.Record.History().DueAt(out.Situation.Principle, t.Clock.Now()); due && out.Marking.Of > 0 && t.Record.Waiting() == 0 {
			c.say("This principle comes back for review %s.", t.Clock.Day(at))
		}
	}
}

// marked says a marked answer, with the options in the order the learner saw them.
func (c *Console) marked(t *tutor.Tutor, out scenarios.Outcome, lines []scenarios.Line) {
	m := out.Marking
	if m.Of == 0 {
		c.say("\nThere is no right answer here: each position has something for it and against it.")
	} else {
		c.say("\nMarks: %s of %s. Chance alone brings %s.", prose.Number(m.Marks), prose.Number(m.Of), prose.Number(m.Chance*m.Of))
	}
	if note := out.Situation.Format.Note(); note != "" {
		c.say("%s", note)
	}
	for _, line := range lines {
		o, _ := out.Situation.Option(line.ID)
		tags, marked := "", m.Option(line.ID)
		for _, tag := range tutor.Tags(out.Situation, marked) {
			tags += " [" + tag + "]"
		}
		if marked.Marks > 0 {
			tags += " [" + prose.Count(marked.Marks, "mark") + "]"
		}
		c.say("%s.%s %s", line.Letter, tags, prose.Line(o.Text))
		c.say("   %s", prose.Line(o.Why))
	}
	deciding, also := t.Library.Cited(t.Profile.Learner().Jurisdiction, out.Situation)
	c.say("\nThe guidance that %s it:", decides(m))
	for _, clause := range deciding {
		c.extract(t, clause)
	}
	if len(also) > 0 {
		c.say("Also cited:")
	}
	for _, clause := range also {
		c.extract(t, clause)
	}
}

// decides is what the cited guidance does: of a discussion it decides nothing.
func decides(m scenarios.Marking) string {
	if m.Of == 0 {
		return "bears on"
	}
	return "decides"
}

// extract says one clause: force, words, where it stands, labels, and the original where the learner has it.
func (c *Console) extract(t *tutor.Tutor, clause *guidance.Clause) {
	c.say("%s. %s", strings.ToUpper(clause.Force.Name()), prose.FromMarkdown(clause.Text).Plain())
	c.say("   %s. %s, %s.", prose.Line(clause.Cite()), prose.Capital(string(clause.Source.Status)), clause.Source.Jurisdiction.Short())
	for _, l := range clause.Labels(t.Profile.Learner().Reader()) {
		c.say("   %s.", prose.Line(l))
	}
	if p, ok := t.Copies.All().Original(clause); ok {
		c.say("   The document says: “%s”", prose.Line(p.Text))
		c.say("   %s. %s", prose.Line(p.Where(clause)), p.Standing())
	}
}

// goOn waits for the empty line that goes on, and gives what changed or takes a reflection when asked to; false at the
// end of the input.
func (c *Console) goOn(t *tutor.Tutor, p *tutor.Practice) bool {
	c.say("\nAn empty line goes on. w says what changed since 2013, r takes a reflection, u takes the answer back as a slip, ! is for when this seems wrong.")
	for {
		line, ok := c.read()
		switch {
		case !ok:
			return false
		case line == "":
			return true
		case line == "w":
			c.changed(t, p)
		case line == "!":
			c.say("Send this to whoever gave you Probity, with a sentence of your own:")
			c.say("%s", prose.Line(p.Report()))
		case line == "u":
			if err := p.TakeBack(); err != nil {
				c.say("%s.", prose.Capital(err.Error()))
				continue
			}
			c.keep(t)
			c.say("Taken back: the answer stays in the record, and counts nowhere.")
		case line == "r":
			if !c.reflect(t, p) {
				return false
			}
		default:
			c.say("Please answer with an empty line, w, r, u or !.")
		}
	}
}

// changed says what is different since 2013, and where the UK and Ireland differ.
func (c *Console) changed(t *tutor.Tutor, p *tutor.Practice) {
	cites, lib := p.Sitting.Current().Cites(), t.Library.Pack().Guidance
	before, differ := lib.Before(cites), lib.Differences(cites)
	if len(before)+len(differ) == 0 {
		c.say(tutor.NothingChanged)
		return
	}
	for _, clause := range before {
		c.extract(t, clause)
		c.say("   Now: %s", prose.Line(clause.Changed))
	}
	for _, d := range differ {
		c.say("UK and Ireland, %s: %s", prose.Line(d.Title), prose.FromMarkdown(d.Says).Plain())
	}
}

// reflect takes lines up to an empty one as the learner's reflection; false at the end of the input.
func (c *Console) reflect(t *tutor.Tutor, p *tutor.Practice) bool {
	c.say("%s", prose.Line(p.Sitting.Current().Reflect))
	c.say("Write your reflection, without anything that could identify a patient. An empty line ends it.")
	var lines []string
	for {
		line, ok := c.read()
		if ok && line != "" {
			lines = append(lines, line)
			continue
		}
		if p.Reflect(strings.Join(lines, "\n")) {
			c.say(tutor.TooLong)
		}
		if len(lines) > 0 {
			c.keep(t)
		}
		return ok
	}
}

// summary says what the sitting amounted to.
func (c *Console) summary(t *tutor.Tutor, p *tutor.Practice) {
	outcomes := p.Sitting.Outcomes()
	sum := scenarios.Summarise(outcomes)
	c.say("\nSummary: %s answered.", situations(len(outcomes)))
	if sum.Total.Of > 0 {
		c.say("%s", tutor.Working(sum.Total))
	}
	for _, ts := range sum.Topics {
		topic, _ := t.Library.Pack().Bank.Topic(ts.Topic)
		c.say("%s: %s, %s.", prose.Line(topic.Title), ts.Score.Words(), tutor.Marks(ts.Score))
	}
	if next := t.Practices.Reviews(); next.Due > 0 {
		c.say("Due for review today: %s.", prose.Count(float64(next.Due), "principle"))
	} else if !next.Next.IsZero() {
		c.say("The next review is due %s.", t.Clock.Day(next.Next))
	}
	for _, o := range sum.Again {
		lesson, _ := t.Library.Pack().Bank.Principle(o.Situation.Principle)
		c.say("Look again at: %s. %s", prose.Line(o.Situation.Title), prose.Line(lesson.Lesson))
	}
}

func situations(n int) string {
	if n == 1 {
		return "1 situation"
	}
	return strconv.Itoa(n) + " situations"
}
