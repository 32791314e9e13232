// The page: a certificate as a document, in the order an appraiser reads.

package certificate

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress"
	"probity/progress/paper"
)

// Paper is the certificate as a document. It rests on nothing but the certificate, so that whoever has the signed content
// can make the same document again.
func (c Certificate) Paper() paper.Document {
	blocks := []paper.Block{
		paper.Title{Text: c.heading(), Sub: c.holder()}, c.who(), paper.Notice{Text: c.Statement},
	}
	for _, part := range [][]paper.Block{c.time(), c.scores(), c.objectives(), c.reflection(), c.guidance(), c.record()} {
		blocks = append(blocks, part...)
	}
	return paper.Document{
		Meta: paper.Meta{
			Title: c.heading() + ": " + c.Own.Name, Subject: c.Evidence.Activity.Title, Author: c.Own.Name,
			Language: c.language(), Narrow: c.early(), Date: date(c.Evidence.Activity.To), Program: c.Program,
			Footer: "Certificate " + c.Number + " · made with " + c.Program,
		},
		Blocks: blocks,
	}
}

func (c Certificate) heading() string {
	if c.Evidence.Activity.Kind == Attendance {
		return "Certificate of attendance"
	}
	return "Certificate of learning"
}

// holder is whose certificate it is, with their role where it is known.
func (c Certificate) holder() string {
	if c.Role == "" {
		return c.Own.Name
	}
	return c.Own.Name + ", " + uncapital(c.Role)
}

func (c Certificate) language() string {
	if c.Jurisdiction == string(guidance.Ireland) {
		return "en-IE"
	}
	return "en-GB"
}

// who is the learner and what they did.
func (c Certificate) who() paper.Facts {
	a := c.Evidence.Activity
	facts := add(nil, "Registration number", c.Own.Registration)
	facts = add(facts, "What was done", c.done())
	if a.From != a.To {
		facts = add(facts, "Period", dated(a.From)+" to "+dated(a.To))
	}
	if a.Kind != Period {
		facts = add(facts, "Completed", dated(a.To))
	}
	facts = add(facts, "Library", a.Title+", version "+a.Version)
	facts = add(facts, "Edition", "guidance last checked on "+dated(a.Edition))
	return add(facts, "Way of learning", c.way())
}

// way says whether somebody led.
func (c Certificate) way() string {
	a := c.Evidence.Activity
	switch f := c.Own.Facilitated; {
	case f != nil:
		return fmt.Sprintf("Facilitated by %s, at %s, in a group of %d", f.Facilitator, f.Place, f.Size)
	case a.Sessions > 0 && a.Answers > 0:
		return "Self-study, and " + count(a.Sessions, "facilitated session")
	case a.Sessions > 0:
		return guidance.Capital(count(a.Sessions, "facilitated session"))
	case a.Kind == Attendance && !c.early():
		return "Facilitated session"
	}
	return "Self-study"
}

// done says in a phrase what the work was.
func (c Certificate) done() string {
	a := c.Evidence.Activity
	n := count(a.Situations, "situation")
	switch {
	case a.Answered != nil && *a.Answered == 0:
		n += ", all left blank: none was answered"
	case a.Answered != nil && a.Kind == string(progress.Assessment):
		n += fmt.Sprintf(", %d of them answered and %d left blank", *a.Answered, a.Blank)
	case a.Answered != nil:
		n = count(*a.Answered, "situation")
		if given := a.Answers - a.Blank; given > *a.Answered {
			n += fmt.Sprintf(", answered %d times in all", given)
		}
		n += "; " + count(a.Blank, "situation") + " left blank"
	case a.Answers > a.Situations:
		n += fmt.Sprintf(", answered %d times in all", a.Answers)
	}
	switch a.Kind {
	case string(progress.Assessment):
		return "Assessment of " + n
	case Attendance:
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
		all = append(all, count(a.Sessions, "facilitated session"))
	}
	return all
}

func (c Certificate) time() []paper.Block {
	e := c.Evidence
	claimed, suggested := "none claimed", figure(c.Credits)+": "+c.Norm
	if c.Own.Hours > 0 {
		claimed = amount(c.Own.Hours, "hour") + ", claimed by the learner"
	}
	if c.Credits == 0 {
		suggested = "none: less than a quarter of an hour was measured, and no hours are claimed"
	}
	facts := c.minutes()
	facts = add(facts, "Time claimed", claimed)
	facts = add(facts, "Suggested credits", suggested)
	facts = add(facts, "Good medical practice (2024)", strings.Join(e.Domains, "; "))
	facts = add(facts, "Category", e.Category)
	facts = add(facts, "Scheme year", e.SchemeYear)
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "Time and credits"}, facts}}
}

// minutes says what was measured, and by whose clock.
func (c Certificate) minutes() paper.Facts {
	e := c.Evidence
	var facts paper.Facts
	if e.Activity.Kind != Attendance && (e.Activity.Sessions == 0 || e.Activity.Answers > 0) {
		measured := count(e.Minutes-e.InSessions, "minute")
		if e.Seconds > 0 {
			measured = "less than a minute"
		}
		facts = add(facts, "Active time measured", measured+", idle time left out")
	}
	switch led := e.InSessions; {
	case e.Activity.Kind == Attendance:
		facts = add(facts, "Length of the session", count(e.Minutes, "minute")+", by the facilitator's clock")
	case e.Activity.Sessions > 0:
		facts = add(facts, "Length of the sessions", count(led, "minute")+", by the facilitators' clocks")
	}
	return facts
}

// objectives are those met, and the others that were worked on.
func (c Certificate) objectives() []paper.Block {
	e := c.Evidence
	if c.early() {
		return c.earlyObjectives()
	}
	others := slices.DeleteFunc(slices.Clone(e.Objectives), func(o string) bool { return slices.Contains(e.Met, o) })
	return append(listed("Learning objectives met", e.Met), listed("Learning objectives worked on", others)...)
}

// listed is a list under its heading; nothing for an empty one.
func listed(heading string, items []string) []paper.Block {
	if len(items) == 0 {
		return nil
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: heading}, paper.List{Items: items}}}
}

func (c Certificate) reflection() []paper.Block {
	r := c.Own.Reflection
	var out []paper.Block
	for _, part := range []struct{ heading, text string }{{"What?", r.What}, {"So what?", r.SoWhat}, {"Now what?", r.NowWhat}} {
		if part.text != "" {
			out = append(out, paper.Heading{Level: 2, Text: part.heading}, paper.Quote{Text: part.text})
		}
	}
	if len(out) > 0 {
		out = append([]paper.Block{paper.Heading{Level: 1, Text: "Reflection"}}, out...)
	}
	if c.Own.Change != "" {
		out = append(out, paper.Heading{Level: 1, Text: "Intended change in practice"}, paper.Quote{Text: c.Own.Change})
	}
	return out
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

func (c Certificate) record() []paper.Block {
	facts := add(nil, "Certificate number", c.Number)
	if f := c.Evidence.Facts; f.Count > 0 {
		facts = add(facts, "Evidence", c.counted()+" in the learner's own record")
		facts = add(facts, "SHA-256 of these answers", f.Digest)
	}
	if n := c.Evidence.LeftOut; n > 0 {
		facts = add(facts, "Left out", count(n, "answer")+" in the record with marks that can't be right")
	}
	if c.Key != "" {
		signed := "Ed25519, key " + c.Key
		if c.Institution != "" {
			signed += ", which names itself as " + c.Institution
		}
		facts = add(facts, "Signed", signed)
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "This record"}, facts, paper.Small(
		"The PDF and the HTML page carry the signed content. The command probity verify FILE tells whether a copy is unchanged " +
			"since it was made; it does not show who made it. A Markdown copy can't be verified.")}}
}

// add adds a fact, unless there is nothing to say.
func add(facts paper.Facts, label, value string) paper.Facts {
	if value == "" {
		return facts
	}
	return append(facts, paper.Fact{Label: label, Value: value})
}

// counted says how many answers the record holds, and how many situations were left without one.
func (c Certificate) counted() string {
	answers, blank := c.Evidence.Facts.Count, c.Evidence.Activity.Blank
	switch {
	case blank == 0:
		return count(answers, "answer")
	case blank == answers:
		return count(blank, "situation") + " left blank, and no answer,"
	}
	return count(answers-blank, "answer") + ", and " + count(blank, "situation") + " left blank,"
}
