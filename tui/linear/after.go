package linear

import (
	"strings"

	"probity/progress/privacy"
	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// goOn waits for the line that goes on, and gives what is asked for beside; false where the learner leaves.
func (c *Console) goOn(t *tutor.Tutor, p *tutor.Practice) bool {
	slip := false // the line before was u, and whether that is meant was asked
	reported := false
	asked := c.afterFeedback(t, p)
	c.say("")
	c.going(p)
	for {
		line, r := c.ask(asked)
		sure := slip
		slip = line == "u" && !sure && !undone(p)
		switch {
		case r != given:
			return false
		case slip:
			c.say(tutor.SureToTakeBack)
		case line == "":
			advance(p)
			return true
		case strings.EqualFold(line, "next"):
			p.Sitting.Next()
			return true
		case line == "w":
			c.changed(t, p)
		case line == "b":
			family := p.Sitting.Current().Family
			t.Record.Bookmark(family)
			c.say("%s", t.Record.BookmarkSaid(family))
			c.keep(t)
		case line == "!":
			c.report(t, p, reported)
			reported = true
		case line == "u":
			if err := p.TakeBack(); err != nil {
				c.say("%s", prose.Sentence(err))
				continue
			}
			c.keep(t)
			c.say(takenBack)
		case line == "r":
			if !c.reflect(t, p) {
				return false
			}
		default:
			c.refuse(line, "Please answer with an empty line, more, w, r, b, u or !.", "next")
		}
	}
}

// going says what goes on, and how to hear more.
func (c *Console) going(p *tutor.Practice) {
	on := "An empty line goes on."
	if p.Sitting.Offered() != nil {
		on = "An empty line goes on, with one thing different; next goes on without that."
	}
	c.say("%s more gives every option and all guidance; help says what else there is.", on)
}

// afterFeedback is the prompt below a feedback.
func (c *Console) afterFeedback(t *tutor.Tutor, p *tutor.Practice) prompt {
	whole := func(says func(scenarios.Outcome, []scenarios.Line)) func() {
		return func() {
			if out, ok := p.Result(); ok {
				says(out, p.Sitting.Attempt().Lines())
			}
		}
	}
	return prompt{
		says:    func() { c.feedback(t, p); c.going(p) },
		options: whole(c.everyOption),
		more:    whole(func(out scenarios.Outcome, lines []scenarios.Line) { c.rest(t, out, lines) }),
		help: "An empty line goes on. w says what changed since 2013, r takes a reflection, b bookmarks, u takes the answer back as a slip, ! is for when " +
			"this seems wrong. back leaves this practice, to be carried on later.",
	}
}

// report says what to send where a situation seems wrong; once that is said it is written to a file, for who can't copy what is said.
func (c *Console) report(t *tutor.Tutor, p *tutor.Practice, said bool) {
	report := prose.Line(p.Report())
	if !said {
		c.say("Send this to whoever gave you Probity, with a sentence of your own:")
		c.say("%s", report)
		c.say("! once more writes it to a file, to copy it from or attach it.")
		return
	}
	path, err := t.Door.Place("", "probity-report.txt", false, tutor.Holding([]byte(report+"\n")))
	if err != nil {
		c.say("%s", prose.Sentence(err))
		return
	}
	c.say("Written to %s, in %s.", path, t.Door.FolderOf(path))
}

// undone reports whether the answer just shown is taken back.
func undone(p *tutor.Practice) bool {
	out, _ := p.Result()
	return out.Undone
}

// changed says what is different since 2013, and where the UK and Ireland differ.
func (c *Console) changed(t *tutor.Tutor, p *tutor.Practice) {
	cites, lib := p.Sitting.Current().Cites(), t.Library.Pack().Guidance
	before, differ := lib.Before(cites), lib.Differences(cites)
	if len(before)+len(differ) == 0 {
		c.say(tutor.NothingChanged)
		return
	}
	told := map[string]bool{}
	for _, clause := range before {
		c.extract(t, clause, told)
		c.say("   Now: %s", prose.Line(clause.Changed))
	}
	for _, d := range differ {
		c.differs(d)
	}
}

// reflect takes the learner's reflection; false at the end of the input.
func (c *Console) reflect(t *tutor.Tutor, p *tutor.Practice) bool {
	kept, _ := p.Kept(p.Sitting.Current())
	written, r := c.reflection(p.Sitting.Current().Reflect, kept.Text)
	if written != "" {
		if p.Reflect(written) {
			c.say(tutor.TooLong)
		}
		c.keep(t)
	}
	return r != stopped
}

// reflection takes lines up to an empty one as a reflection, below what is there already; "" where nothing was written.
func (c *Console) reflection(asks, there string) (written string, r reply) {
	c.say("%s", prose.Line(asks))
	c.say("Write your reflection, without anything that could identify a patient. An empty line ends it.")
	return c.written(asks, there)
}

// written takes lines up to an empty one, below what is there already; "" where none is given. Where they could lead to a patient that is said, and
// they can be written anew.
func (c *Console) written(asks, there string) (text string, r reply) {
	if there != "" {
		c.say("You wrote so far, and what you write now goes below it:\n%s", there)
		there += "\n"
	}
	asked := prompt{
		says: func() { c.say("%s", prose.Line(asks)) },
		help: "Write what you think, in as many lines as you like. An empty line ends it, and back does too: what is written is kept.",
	}
	var lines []string
	for {
		line, r := c.ask(asked)
		switch {
		case r == given && line != "":
			lines = append(lines, line)
		case len(lines) == 0:
			return "", r
		case r != stopped && c.again(strings.Join(lines, "\n")):
			lines = nil
		default:
			return there + strings.Join(lines, "\n"), r
		}
	}
}

// again says which words of a reflection could lead to a patient, before it is kept, and reports whether the learner wants to write it anew.
func (c *Console) again(written string) bool {
	advice := privacy.Advise(written)
	if advice == "" {
		return false
	}
	c.say("%s", prose.Line(advice))
	asked := prompt{says: func() { c.say("An empty line keeps it as it is; w lets you write it again.") }}
	asked.says()
	if line, r := c.ask(asked); r != given || !strings.EqualFold(line, "w") {
		return false
	}
	c.say("Write it again. An empty line ends it.")
	return true
}
