package linear

import (
	"strings"

	"probity/guidance"
	"probity/progress/privacy"
	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// feedback says the mark, each option's rationale, and the guidance that decides it.
func (c *Console) feedback(t *tutor.Tutor, p *tutor.Practice) {
	if out, ok := p.Result(); ok {
		if again := p.Reworded(); again != "" {
			c.say("%s", again)
		}
		c.marked(t, out, p.Sitting.Attempt().Lines())
		if before := p.Sitting.TurnOf(); before != nil {
			c.say("\n%s.\n%s: %s\n%s: %s", out.Situation.Difference(before), scenarios.Was, prose.FromMarkdown(before.Turns).Plain(), scenarios.Now, prose.FromMarkdown(out.Situation.Turns).Plain())
		}
		if day, ok := p.Back(); ok {
			c.say("This principle comes back for review %s.", t.Clock.Day(day))
		}
	}
}

// takenBack is said of an answer that was a slip.
const takenBack = "Taken back: the answer stays in the record, and counts nowhere."

// marked says a marked answer, with the options in the order the learner saw them.
func (c *Console) marked(t *tutor.Tutor, out scenarios.Outcome, lines []scenarios.Line) {
	m := out.Marking
	if out.Undone {
		c.say("\n%s", takenBack)
	}
	switch {
	case out.ToCompare():
		verdict, worth := t.Library.Compared(out.Situation, t.Profile.Learner().Jurisdiction)
		c.say("\n%s. %s", verdict, worth)
	case m.Of == 0:
		c.say("\nThere is no right answer here: each position has something for it and against it.")
	default:
		c.say("\n%s.%s Marks: %s of %s. Chance alone brings %s.", prose.Capital(tutor.Judge(out).Words), key(out, lines), prose.Number(m.Marks), prose.Number(m.Of), prose.Number(m.Chance*m.Of))
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
		if marked.Marks > 0 && m.Of > 0 {
			tags += " [" + prose.Count(marked.Marks, "mark") + "]"
		}
		c.say("%s.%s %s", line.Letter, tags, prose.Line(o.Text))
		c.say("   %s", prose.Line(o.Why))
		for _, said := range tutor.Stated(o) {
			c.say("   %s", said)
		}
	}
	deciding, also := t.Library.Cited(t.Profile.Learner().Jurisdiction, out.Situation)
	c.say("\nThe guidance that %s it:", decides(out.Situation))
	told := map[string]bool{}
	for _, clause := range deciding {
		c.extract(t, clause, told)
	}
	if len(also) > 0 {
		c.say("Also cited:")
	}
	for _, clause := range also {
		c.extract(t, clause, told)
	}
}

// key is what the key names, by its letters, where the answer is not that and the key names options; "" otherwise.
func key(out scenarios.Outcome, lines []scenarios.Line) string {
	if s := out.Situation; s.Format.Outright() && out.Marking.Marks < out.Marking.Of {
		word, letters := "", []string{}
		for _, line := range scenarios.ByLetter(lines) {
			if said := s.Format.KeyOf(s, line.ID); said != "" {
				word, letters = said, append(letters, line.Letter)
			}
		}
		return " " + prose.Capital(word) + ": " + strings.Join(letters, ", ") + "."
	}
	return ""
}

// decides is what the cited guidance does: of a discussion it decides nothing.
func decides(s *scenarios.Situation) string {
	if !s.Format.Scored() {
		return "bears on"
	}
	return "decides"
}

// extract says one clause: force, words, where it stands, labels, and the original where the learner has it. What a label says of a document is
// told once, beside the first of its extracts.
func (c *Console) extract(t *tutor.Tutor, clause *guidance.Clause, told map[string]bool) {
	c.say("%s. %s", strings.ToUpper(clause.Force.Name()), prose.FromMarkdown(clause.Text).Plain())
	c.say("   %s. %s, %s.", prose.Line(clause.Cite()), prose.Capital(string(clause.Source.Status)), clause.Source.Jurisdiction.Short())
	for _, l := range clause.Labels(t.Profile.Learner().Reader()) {
		if of := clause.Source.ID + " " + l; !told[of] {
			told[of] = true
			c.say("   %s.", prose.Line(l))
		}
	}
	if p, ok := t.Copies.All().Original(clause); ok {
		c.say("   The document says: “%s”", prose.Line(p.Text))
		c.say("   %s. %s", prose.Line(p.Where(clause)), p.Standing())
	}
}

// goOn waits for the line that goes on, and gives what changed or takes a reflection when asked to; false at the end of the input.
func (c *Console) goOn(t *tutor.Tutor, p *tutor.Practice) bool {
	on := "An empty line goes on."
	if p.Sitting.Offered() != nil {
		on = "An empty line goes on, with one thing different; next goes on without that."
	}
	c.say("\n%s w says what changed since 2013, r takes a reflection, u takes the answer back as a slip, ! is for when this seems wrong.", on)
	slip := false // the line before was u, and whether that is meant was asked
	for {
		line, ok := c.read()
		sure := slip
		slip = line == "u" && !sure && !undone(p)
		switch {
		case !ok:
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
		case line == "!":
			c.say("Send this to whoever gave you Probity, with a sentence of your own:")
			c.say("%s", prose.Line(p.Report()))
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
			c.say("Please answer with an empty line, w, r, u or !.")
		}
	}
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
		c.say("UK and Ireland, %s: %s", prose.Line(d.Title), prose.FromMarkdown(d.Says).Plain())
	}
}

// reflect takes lines up to an empty one as the learner's reflection; false at the end of the input.
func (c *Console) reflect(t *tutor.Tutor, p *tutor.Practice) bool {
	c.say("%s", prose.Line(p.Sitting.Current().Reflect))
	c.say("Write your reflection, without anything that could identify a patient. An empty line ends it.")
	begun := ""
	if kept, ok := p.Kept(p.Sitting.Current()); ok {
		c.say("You wrote so far, and what you write now goes below it:\n%s", kept.Text)
		begun = kept.Text + "\n"
	}
	var lines []string
	for {
		line, ok := c.read()
		if ok && line != "" {
			lines = append(lines, line)
			continue
		}
		if ok && len(lines) > 0 && c.again(strings.Join(lines, "\n")) {
			lines = nil
			continue
		}
		if len(lines) > 0 && p.Reflect(begun+strings.Join(lines, "\n")) {
			c.say(tutor.TooLong)
		}
		if len(lines) > 0 {
			c.keep(t)
		}
		return ok
	}
}

// again says which words of a reflection could lead to a patient, before it is kept, and reports whether the learner wants to write it anew.
func (c *Console) again(written string) bool {
	advice := privacy.Advise(written)
	if advice == "" {
		return false
	}
	c.say("%s", prose.Line(advice))
	c.say("An empty line keeps it as it is; w lets you write it again.")
	line, ok := c.read()
	if again := ok && strings.EqualFold(strings.TrimSpace(line), "w"); !again {
		return false
	}
	c.say("Write it again. An empty line ends it.")
	return true
}
