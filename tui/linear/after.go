package linear

import (
	"strings"

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
		asked.help = howItGoesOn(t, p)
		line, r := c.ask(asked)
		what := beside(line)
		sure := slip
		slip = what == "undo" && !sure && !undone(p)
		switch {
		case r != given:
			return false
		case slip:
			c.say(tutor.SureToTakeBack, "undo")
			continue
		case sure && line == "":
			c.say("It is not taken back.")
		case line == "":
			advance(p)
			return true
		case what == "next":
			p.Sitting.Next()
			return true
		case what == "changed":
			c.changed(t, p)
		case what == "bookmark":
			family := p.Sitting.Current().Family
			t.Record.Bookmark(family)
			c.say("%s", t.Record.BookmarkSaid(family))
			c.keep(t)
		case what == "wrong":
			c.report(t, p, reported)
			reported = true
		case what == "undo":
			if err := p.TakeBack(); err != nil {
				c.say("%s", prose.Sentence(err))
				continue
			}
			c.keep(t)
			c.say("%s", t.Record.IfKept(takenBack, "Taken back: it counts nowhere."))
		case what == "reflect":
			if !c.reflect(t, p) {
				return false
			}
		default:
			c.refuse(line, "Please answer with an empty line, more, changed, reflect, bookmark, undo or wrong.", "next", "changed", "reflect", "bookmark", "undo", "wrong")
			continue
		}
		c.say("%s", asked.asks)
	}
}

// beside is the word for what a line asks for beside going on, by that word or by the key of the screens; "" for none.
func beside(line string) string {
	switch line = strings.TrimSuffix(strings.ToLower(line), "."); line {
	case "w":
		return "changed"
	case "r", "reflection":
		return "reflect"
	case "b":
		return "bookmark"
	case "u", "slip":
		return "undo"
	case "!":
		return "wrong"
	case "p":
		return "practise"
	case "next", "practise", "changed", "reflect", "bookmark", "undo", "wrong":
		return line
	}
	return ""
}

// going says what goes on, and how to hear more.
func (c *Console) going(p *tutor.Practice) {
	on := goesOn
	if p.Sitting.Offered() != nil {
		on = "An empty line goes on to the same situation with one thing different: would the answer be another? next goes on without it."
	}
	c.say("%s more gives every option and all guidance; help says what else there is.", on)
}

// afterFeedback is the prompt below a feedback.
func (c *Console) afterFeedback(t *tutor.Tutor, p *tutor.Practice) prompt {
	return prompt{
		says:    func() { c.feedback(t, p); c.going(p) },
		options: func() { c.say("%s", howItGoesOn(t, p)) },
		more: func() {
			if out, ok := p.Result(); ok {
				c.rest(t, out, p.Sitting.Attempt().Lines())
			}
		},
		asks: goesOn,
	}
}

// goesOn stands where nothing else is asked below a feedback.
const goesOn = "An empty line goes on."

// howItGoesOn says what can be typed below a feedback.
func howItGoesOn(t *tutor.Tutor, p *tutor.Practice) string {
	help := goesOn + " changed says what is different since 2013, or between the UK and Ireland, reflect takes a reflection, " + bookmarking(t, p.Sitting.Current().Family)
	if !undone(p) {
		help += ", undo takes the answer back as a slip"
	}
	return help + ", wrong is for when this seems wrong. Their keys on the screens do too: w, r, b, u and !. back leaves this practice, to be carried on later."
}

// bookmarking says what the word bookmark does.
func bookmarking(t *tutor.Tutor, family string) string {
	if t.Record.Bookmarked(family) {
		return "bookmark takes the bookmark away"
	}
	return "bookmark marks it to come back to"
}

// report says what to send where a situation seems wrong; once that is said it is written to a file, for who can't copy what is said.
func (c *Console) report(t *tutor.Tutor, p *tutor.Practice, said bool) {
	report := prose.Line(p.Report())
	if !said {
		from, id := "Probity", p.Sitting.Current().ID
		if _, ok := t.Library.Pack().Origin(id); ok {
			from = "the pack"
		}
		c.say("Send this to whoever gave you %s, with a sentence of your own:", from)
		c.say("%s", report)
		c.whose(t, id)
		c.say("wrong once more writes it to a file, to copy it from or attach it.")
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
		if !t.Record.SavingEnabled() {
			c.say(tutor.UntilYouQuit)
		}
	}
	return r != stopped
}
