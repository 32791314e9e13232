// Phrases: what was done, how and for how long, as every page says it.

package certificate

import (
	"fmt"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress"
	"probity/progress/paper"
)

// way says whether somebody led.
func (c Certificate) way() string {
	a := c.Evidence.Activity
	switch f := c.Own.Facilitated; {
	case f != nil && a.Sessions > 0 && a.Answers > 0 && !c.earlier():
		return fmt.Sprintf("Self-study, and %s led by %s, at %s, in a group of %d", text.Count(a.Sessions, "session"), f.Facilitator, f.Place, f.Size)
	case f != nil && a.Size > 0 && a.Size != f.Size:
		return fmt.Sprintf("Facilitated by %s, at %s, in a group of %d; %d by the session's record", f.Facilitator, f.Place, f.Size, a.Size)
	case f != nil:
		return fmt.Sprintf("Facilitated by %s, at %s, in a group of %d", f.Facilitator, f.Place, f.Size)
	case a.Sessions > 0 && a.Answers > 0:
		return "Self-study, and " + text.Count(a.Sessions, "facilitated session")
	case a.Sessions > 0:
		return guidance.Capital(text.Count(a.Sessions, "facilitated session"))
	case a.Kind == Attendance && a.Size > 0:
		return fmt.Sprintf("In a room of %d, with a facilitator", a.Size)
	case a.Kind == Attendance && !c.earlier():
		return "In a room, with a facilitator"
	case a.Kind == Attendance && !c.early():
		return "Facilitated session"
	}
	return "Self-study"
}

// done says in a phrase what the work was.
func (c Certificate) done() string {
	a := c.Evidence.Activity
	n := text.Count(a.Situations, "situation")
	switch {
	case a.Answered != nil && *a.Answered == 0:
		n += ", all left blank: none was answered"
	case a.Answered != nil && a.Kind == string(progress.Assessment):
		n += fmt.Sprintf(", %d of them answered and %d left blank", *a.Answered, a.Blank)
	case a.Answered != nil:
		n = text.Count(*a.Answered, "situation")
		if given := a.Answers - a.Blank; given > *a.Answered {
			n += fmt.Sprintf(", answered %d times in all", given)
		}
		n += "; " + text.Count(a.Blank, "situation") + " left blank"
	case a.Answers > a.Situations:
		n += fmt.Sprintf(", answered %d times in all", a.Answers)
	}
	switch a.Kind {
	case string(progress.Assessment):
		return "Assessment of " + n
	case Attendance:
		if a.Session != "" {
			return "Facilitated session “" + a.Session + "” on " + n
		}
		return "Facilitated session on " + n
	case Period:
		return guidance.Capital(text.Series(a.parts())) + " over a period: " + n
	case string(progress.Review):
		return "Review of " + n
	}
	return "Practice: " + n
}

// parts are what was done in a period.
func (a Activity) parts() (all []string) {
	if a.Answers > a.Assessed {
		all = append(all, "practice")
	}
	if a.Assessed > 0 {
		all = append(all, "assessment")
	}
	if a.Sessions > 0 {
		all = append(all, text.Count(a.Sessions, "facilitated session"))
	}
	return all
}

// minutes says what was measured, and by whose clock.
func (c Certificate) minutes() paper.Facts {
	e := c.Evidence
	var facts paper.Facts
	if e.Activity.Kind != Attendance && (e.Activity.Sessions == 0 || e.Activity.Answers > 0) {
		measured := text.Count(e.Minutes-e.InSessions, "minute")
		if e.Seconds > 0 {
			measured = "less than a minute"
		}
		facts = add(facts, "Active time measured", measured+", idle time left out")
	}
	switch led := e.InSessions; {
	case e.Activity.Kind == Attendance:
		facts = add(facts, "Length of the session", text.Count(e.Minutes, "minute")+", by the facilitator's clock")
	case e.Activity.Sessions == 1 && !c.earlier():
		facts = add(facts, "Length of the session", text.Count(led, "minute")+", by the facilitator's clock")
	case e.Activity.Sessions > 0:
		facts = add(facts, "Length of the sessions", text.Count(led, "minute")+", by the facilitators' clocks")
	}
	return facts
}

// counted says how many answers the record holds, and how many situations were left without one.
func (c Certificate) counted() string {
	answers, blank := c.Evidence.Facts.Count, c.Evidence.Activity.Blank
	switch {
	case blank == 0:
		return text.Count(answers, "answer")
	case blank == answers:
		return text.Count(blank, "situation") + " left blank, and no answer,"
	}
	return text.Count(answers-blank, "answer") + ", and " + text.Count(blank, "situation") + " left blank,"
}

// listed is a list under its heading; nothing for an empty one.
func listed(heading string, items []string) []paper.Block {
	if len(items) == 0 {
		return nil
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: heading}, paper.List{Items: items}}}
}

func (c Certificate) guidance() []paper.Block {
	if len(c.Evidence.Guidance) == 0 {
		return nil
	}
	table := paper.Table{
		Caption: "The documents for where you practise that the situations' rationales cite. None of them is superseded.",
		Head:    []string{"Document", "Cited", "Checked"},
	}
	for _, g := range c.Evidence.Guidance {
		document := fmt.Sprintf("%s (%s, %s): %s, %s", g.Title, g.Publisher, g.Edition, g.Country, g.Status)
		if g.OwnCopy {
			document += ". Read beside the learner's own copy"
		}
		table.Rows = append(table.Rows, []string{document, g.Cited, shortDay(g.Checked)})
	}
	return []paper.Block{paper.Heading{Level: 1, Text: "Guidance relied on"}, table}
}

// add adds a fact, unless there is nothing to say.
func add(facts paper.Facts, label, value string) paper.Facts {
	if value == "" {
		return facts
	}
	return append(facts, paper.Fact{Label: label, Value: value})
}
