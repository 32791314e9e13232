// The page: a certificate as a document, in the order an appraiser reads. The first page is what was done, how it went and what the learner makes of
// it; the second is what that rests on.

package certificate

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress"
	"probity/progress/paper"
	"probity/scenarios"
)

// Paper is the certificate as a document. It rests on nothing but the certificate, so that whoever has the signed content
// can make the same document again.
func (c Certificate) Paper() paper.Document {
	if c.earlier() {
		return c.earlierPaper()
	}
	front, behind := c.Sheets()
	return paper.Document{Meta: c.meta(), Blocks: slices.Concat(front, behind)}
}

// Sheets are the two parts of a certificate that is made today: what was done, with what its holder says of it, and what that rests on.
func (c Certificate) Sheets() (front, behind []paper.Block) {
	front = []paper.Block{paper.Title{Text: c.heading(), Sub: c.holder()}, c.summary()}
	if thin := c.Evidence.Thin(); thin != "" {
		front = append(front, paper.Text(thin))
	}
	front = slices.Concat(front, []paper.Block{paper.Notice{Text: c.Statement}}, c.reflection(), c.objectives(), c.topics(), c.calibration())
	return front, slices.Concat(c.reliedOn(), c.filed(), c.record())
}

// reliedOn is the guidance in one place: its table does not begin on another page than its heading.
func (c Certificate) reliedOn() []paper.Block {
	if table := c.guidance(); len(table) > 0 {
		return []paper.Block{paper.Together(table)}
	}
	return nil
}

// meta is what the document says of itself.
func (c Certificate) meta() paper.Meta {
	return paper.Meta{
		Title: c.heading() + ": " + c.Own.Name, Subject: c.title(), Author: c.Own.Name,
		Language: guidance.Jurisdiction(c.Jurisdiction).Language(), Date: date(c.Evidence.Activity.To), Program: c.Program,
		Footer: "Certificate " + c.Number + " · made with " + c.Program,
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

// title is what the work is called in a log of learning.
func (c Certificate) title() string {
	a := c.Evidence.Activity
	kind := map[string]string{string(progress.Assessment): "assessment", string(progress.Practice): "practice", string(progress.Review): "review",
		Attendance: "facilitated session", Period: text.Series(a.parts())}[a.Kind]
	return a.Title + ": " + kind
}

// on is the day of the work, or the days, as people write them and as a form takes them.
func (c Certificate) on() string {
	a := c.Evidence.Activity
	if a.From == a.To {
		return fmt.Sprintf("%s (%s)", dated(a.To), a.To)
	}
	return fmt.Sprintf("%s to %s (%s to %s)", dated(a.From), dated(a.To), a.From, a.To)
}

// reflection is what the learner makes of it, in their own words.
func (c Certificate) reflection() []paper.Block {
	r, next := c.Own.Reflection, "What next?"
	if c.earlier() {
		next = "Now what?"
	}
	var out []paper.Block
	if r.written() {
		out = append(out, paper.Heading{Level: 1, Text: "Reflection"})
	}
	for _, part := range []struct{ heading, text string }{{"What?", r.What}, {"So what?", r.SoWhat}, {next, r.NowWhat}} {
		if part.text != "" {
			out = append(out, paper.Heading{Level: 2, Text: part.heading}, paper.Quote{Text: part.text})
		}
	}
	if c.Own.Change != "" {
		out = append(out, paper.Heading{Level: 1, Text: "Intended change in practice"}, paper.Quote{Text: c.Own.Change})
	}
	return out
}

// objectives are those worked on, with how much was on each, and those met.
func (c Certificate) objectives() []paper.Block {
	e := c.Evidence
	var items []string
	for i, o := range e.Objectives[:min(len(e.Objectives), len(e.OnObjective))] { // as many as it has, of one that is whole
		said := o + ": " + text.Count(e.OnObjective[i], "situation")
		if slices.Contains(e.Met, o) {
			said += ", met"
		}
		items = append(items, said)
	}
	blocks := listed("Learning objectives worked on", items)
	if len(e.Met) > 0 {
		blocks = append(blocks, paper.Small("Met: all its topics were in an assessment that was passed, and reached the pass rule together."))
	}
	return blocks
}

// topics are how many situations of each topic were right, in one paragraph: a page has room for it beside a reflection.
func (c Certificate) topics() []paper.Block {
	var said []string
	for _, t := range c.Evidence.Topics {
		how := fmt.Sprintf("%d of %d right", t.Right, t.Answers)
		if t.Blank > 0 {
			how = scenarios.WithBlanks(t.Answers, t.Right, t.Blank)
		}
		said = append(said, t.Title+": "+how)
	}
	if len(said) == 0 {
		return nil
	}
	blocks := paper.Together{paper.Heading{Level: 1, Text: "Topics"}, paper.Text(strings.Join(said, "; ") + ".")}
	if a := c.Evidence.Assessment; a != nil && len(a.NotAssessed) > 0 {
		blocks = append(blocks, paper.Text("Not assessed: "+strings.Join(a.NotAssessed, "; ")+"."))
	}
	return []paper.Block{blocks, paper.Small("Right is at least 75 % of the marks.")}
}

// calibration says in a sentence how often answers of each certainty were right.
func (c Certificate) calibration() []paper.Block {
	var said []string
	for _, k := range c.Evidence.Calibration {
		said = append(said, fmt.Sprintf("%s %s, right %d of %d", k.Certainty, times(k.Of), k.Right, k.Of))
	}
	if len(said) == 0 {
		return nil
	}
	return []paper.Block{paper.Text("How sure, and how often right: " + strings.Join(said, "; ") + ".")}
}

// times says how often.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return text.Count(n, "time")
}

// filed is what the learning is filed under, and who says what an hour counts for.
func (c Certificate) filed() []paper.Block {
	e := c.Evidence
	facts := add(nil, "Good medical practice (2024)", strings.Join(e.Domains, "; "))
	facts = add(facts, "Category", e.Category)
	facts = add(facts, "Domain of the Medical Council", e.CouncilDomain)
	facts = add(facts, "Scheme year", e.SchemeYear)
	if s := c.Suggestion; s != nil {
		facts = add(facts, "Source for "+s.Unit+"s", s.Source+", checked on "+dated(s.Checked))
		facts = add(facts, "Note", c.Note)
	}
	if len(facts) == 0 {
		return nil
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "Filed under"}, facts}}
}

// record is what all this rests on, and how a copy can be verified.
func (c Certificate) record() []paper.Block {
	a, e := c.Evidence.Activity, c.Evidence
	facts := add(nil, "Certificate number", c.Number)
	if !c.earlier() {
		facts = add(facts, "Library", a.Title+", version "+a.Version+"; guidance last checked on "+dated(a.Edition))
	}
	if s := e.Score; s != nil && !c.earlier() {
		facts = add(facts, "How it is scored", c.rule())
		facts = add(facts, "Marks", fmt.Sprintf("%s of %s; chance alone brings %s", figure(s.Marks), figure(s.Available), figure(s.Chance)))
	}
	if e.Facts.Count > 0 {
		facts = add(facts, "Evidence", c.counted()+" in the learner's own record")
		facts = add(facts, "SHA-256 of these answers", e.Facts.Digest)
	}
	if n := e.LeftOut; n > 0 {
		facts = add(facts, "Left out", text.Count(n, "answer")+" in the record with marks that can't be right")
	}
	if c.Key != "" {
		facts = add(facts, "Signed", c.signedBy())
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "This record"}, facts, paper.Small(
		"The PDF and the HTML page carry the signed content. The command probity verify FILE tells whether a copy is unchanged " +
			"since it was made; it does not show who made it. A Markdown copy can't be verified.")}}
}

// signedBy says with which key it is signed, and what the key calls itself.
func (c Certificate) signedBy() string {
	said := "Ed25519, key " + c.Key
	if c.Institution != "" {
		said += ", which names itself as " + c.Institution
	}
	return said
}
