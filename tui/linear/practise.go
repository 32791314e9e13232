package linear

import (
	"io"
	"strconv"
	"strings"

	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Practise leads through a practice, and leaves the tutor. The error is a fault of saving or writing; what could not be saved is still waiting in
// the tutor.
func (c *Console) Practise(t *tutor.Tutor, p *tutor.Practice) error {
	c.practise(t, p)
	return c.leave(t)
}

// leave ends the run: what waits is saved, or put elsewhere.
func (c *Console) leave(t *tutor.Tutor) error {
	err := t.Leave()
	c.notices(t)
	if err != nil {
		return err
	}
	if c.stop || c.in.err == io.EOF {
		c.say("You have left Probity. %s", t.Record.IfKept("What you answered is kept.", "Nothing is kept here."))
	}
	return c.fault()
}

// practise leads through a practice and saves as it goes. Where the learner goes back or stops, it stops where it is: nothing is
// recorded for a question that was not answered, and the summary is of what was.
func (c *Console) practise(t *tutor.Tutor, p *tutor.Practice) {
	if p.Note != "" {
		c.say("%s", p.Note)
	}
	kept := t.Record.IfKept(", and what is answered is kept", "")
	if t.Troubled() { // which was said
		kept = ""
	}
	c.say("help says what can be typed; stop, or the end of the input, leaves%s.\n", kept)
	if out, reopened := p.Result(); reopened {
		c.answeredLast(p, out)
		advance(p)
	}
	for p.Sitting.Stage() != scenarios.Finished {
		if !c.step(t, p) {
			break
		}
	}
	c.summary(t, p)
	p.Summed()
}

// CarryOn asks what is to become of a practice that was left, before another is begun, and reports whether it is carried on. At the end of the
// input it is.
func (c *Console) CarryOn(left tutor.UnfinishedPractice) bool {
	const asks = "An empty line carries on, n begins the new one."
	p := prompt{
		says: func() { c.say("%s %s", left.Asked(), asks) }, asks: asks,
		help: "Give an empty line to carry on with what you left, or n to begin the new one.",
	}
	p.says()
	for {
		line, r := c.ask(p)
		switch {
		case r != given || line == "":
			return true
		case strings.EqualFold(line, "n"):
			return false
		}
		c.refuse(line, "Please answer with an empty line or n.")
	}
}

// step is a question with its feedback; false where the learner leaves.
func (c *Console) step(t *tutor.Tutor, p *tutor.Practice) bool {
	switch c.question(p) {
	case stopped, goneBack:
		return false
	case passed:
		p.Sitting.Skip()
		return true
	case reheard:
		p.Reopen()
	case given:
		c.keep(t)
	}
	if c.stop || c.homeward { // the feedback can be heard when this is carried on
		return false
	}
	c.feedback(t, p)
	return c.goOn(t, p)
}

// advance goes on to the turn where there is one, else to the next situation.
func advance(p *tutor.Practice) {
	if p.Sitting.Offered() == nil {
		p.Sitting.Next()
		return
	}
	p.Sitting.Turn()
}

// answeredLast says what was answered last, where a practice is taken up.
func (c *Console) answeredLast(p *tutor.Practice, out scenarios.Outcome) {
	c.say("Answered last: %s: %s.", prose.Line(out.Situation.Title), answered(out.Situation, p.Sitting.Attempt()))
	switch {
	case out.Undone:
		c.say(takenBack)
	case out.Marking.Of > 0:
		c.say("Marks: %s of %s.", prose.Number(out.Marking.Marks), prose.Number(out.Marking.Of))
	}
	c.say("The word again brings its feedback.\n")
}

// keep saves what waits, and says so when it could not.
func (c *Console) keep(t *tutor.Tutor) {
	defer t.CatchUp()
	spared := t.Record.Spared()
	switch err := t.Flush(); {
	case t.Record.Spared() > spared: // which the notices say
	case err != nil:
		c.say("%s", t.WhyUnsaved(err))
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

// summary says what the sitting amounted to.
func (c *Console) summary(t *tutor.Tutor, p *tutor.Practice) {
	sum := scenarios.Summarise(p.Sitting.Outcomes())
	switch {
	case sum.Answers+sum.TakenBack == 0:
		c.say("\nLeft: nothing was answered.")
		return
	case sum.Answers == 0:
		c.say("\nSummary: %s taken back, and nothing that counts.", prose.Several(sum.TakenBack, "answer"))
		return
	}
	if sum.Answers > sum.Situations { // there were turns
		c.say("\nSummary: %s, %s.", situations(sum.Situations), prose.Several(sum.Answers, "answer"))
	} else {
		c.say("\nSummary: %s answered.", situations(sum.Situations))
	}
	if sum.TakenBack > 0 {
		c.say("Taken back: %s.", prose.Several(sum.TakenBack, "answer"))
	}
	if sum.Total.Of > 0 {
		c.say("%s", amounting(sum.Total))
	}
	for _, ts := range sum.Topics {
		topic, _ := t.Library.Pack().Bank.Topic(ts.Topic)
		c.say("%s: %s, %s.", prose.Line(topic.Title), ts.Score.Words(), tutor.Marks(ts.Score))
	}
	switch next := t.Practices.Reviews(); {
	case !t.Record.SavingEnabled(): // nothing comes back
	case next.Due > 0:
		c.say("Due for review today: %s.", prose.Count(float64(next.Due), "principle"))
	case !next.Next.IsZero():
		c.say("The next review is due %s.", t.Clock.Day(next.Next))
	}
	for _, o := range sum.Again {
		lesson, _ := t.Library.Pack().Bank.Principle(o.Situation.Principle)
		c.say("Look again at: %s. %s", prose.Line(o.Situation.Title), prose.Line(lesson.Lesson))
	}
}

// amounting is a score in words. Where it has a percentage that is by shares of situations, and the marks would seem to say something else.
func amounting(score scenarios.Score) string {
	words := prose.Capital(score.Words()) + "."
	if score.Enough() {
		return words
	}
	return tutor.Earned(score) + " " + words
}

func situations(n int) string {
	if n == 1 {
		return "1 situation"
	}
	return strconv.Itoa(n) + " situations"
}
