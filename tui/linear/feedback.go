package linear

import (
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// feedback says the verdict, what to remember, the learner's answer beside the key, and the extract that decides it.
func (c *Console) feedback(t *tutor.Tutor, p *tutor.Practice) {
	out, ok := p.Result()
	if !ok {
		return
	}
	if again := p.Reworded(); again != "" {
		c.say("%s", again)
	}
	c.brief(t, out, p.Sitting.Attempt().Lines())
	if before := p.Sitting.TurnOf(); before != nil {
		c.say("\n%s.\n%s: %s\n%s: %s", out.Situation.Difference(before), scenarios.Was, prose.FromMarkdown(before.Turns).Plain(), scenarios.Now, prose.FromMarkdown(out.Situation.Turns).Plain())
	}
	if day, ok := p.Back(); ok && t.Record.SavingEnabled() {
		c.say("This principle comes back for review %s.", t.Clock.Day(day))
	}
}

// brief says a marked answer as its first screen does: what matters most of it.
func (c *Console) brief(t *tutor.Tutor, out scenarios.Outcome, lines []scenarios.Line) {
	c.verdict(t, out, lines)
	if principle, ok := t.Library.Pack().Bank.Principle(out.Situation.Principle); ok {
		c.say("%s", prose.Line(principle.Lesson))
	}
	rows := tutor.Rows(out, lines)
	s := out.Situation
	in := s.Format.Input()
	switch in {
	case scenarios.PickOne:
		for _, r := range rows {
			if r.Mark.Yours != "" || r.Mark.Key != "" {
				c.option(out, r)
			}
		}
	case scenarios.PickSeveral:
		right, wrong, missed := tutor.Chosen(rows)
		c.letters("Right", right)
		c.letters("Should not be chosen", wrong)
		c.letters("Missed", missed)
		explain := tutor.InTurns(wrong, missed)
		if len(explain) == 0 {
			explain = right
		}
		for _, r := range explain[:min(len(explain), tutor.MostExplained(in))] {
			c.option(out, r)
		}
	case scenarios.PutInOrder, scenarios.GiveNumbers:
		c.table(out, rows, tutor.MostExplained(in))
	}
	if clause := t.Library.Deciding(t.Profile.Learner().Jurisdiction, s, tutor.Decider(s, rows)); clause != nil {
		c.say("\nThe guidance that %s it:", decides(s))
		c.extract(t, clause, map[string]bool{})
	}
}

// letters says which options are of a kind; nothing where none is.
func (c *Console) letters(kind string, rows []tutor.Row) {
	var letters []string
	for _, r := range rows {
		letters = append(letters, r.Line.Letter)
	}
	if len(letters) > 0 {
		c.say("%s: %s.", kind, strings.Join(letters, ", "))
	}
}

// table says each option with what the learner and the key said of it, and explains those that are furthest apart.
func (c *Console) table(out scenarios.Outcome, rows []tutor.Row, most int) {
	explained := tutor.Misses(out.Situation, rows, most)
	for _, r := range rows {
		if slices.Contains(explained, r.Option.ID) {
			c.option(out, r)
		} else {
			c.named(out, r)
		}
	}
}

// named says an option with what was said of it: before its words where the answer names options, behind them where it says something of each.
func (c *Console) named(out scenarios.Outcome, r tutor.Row) {
	text, said := prose.Line(r.Option.Text), tutor.Tags(out.Situation, r.Mark)
	if r.Mark.Marks > 0 && out.Marking.Of > 0 {
		said = append(said, prose.Count(r.Mark.Marks, "mark"))
	}
	switch {
	case len(said) == 0:
		c.say("%s. %s", r.Line.Letter, text)
	case out.Situation.Format.Outright():
		c.say("%s. %s: %s", r.Line.Letter, prose.Capital(strings.Join(said, ", ")), text)
	default:
		c.say("%s. %s %s.", r.Line.Letter, closed(text), prose.Capital(strings.Join(said, ", ")))
	}
}

// option says an option with what was said of it, and its rationale.
func (c *Console) option(out scenarios.Outcome, r tutor.Row) {
	c.named(out, r)
	c.say("   %s", prose.Line(r.Option.Why))
	for _, said := range r.Option.Grounds() {
		c.say("   %s", said)
	}
}

// takenBack is said of an answer that was a slip.
const takenBack = "Taken back: the answer stays in the record, and counts nowhere."

// verdict says how an answer was judged.
func (c *Console) verdict(t *tutor.Tutor, out scenarios.Outcome, lines []scenarios.Line) {
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
		out.Undone = false // that is said
		c.say("\n%s.%s Marks: %s of %s. Chance alone brings %s.", prose.Capital(tutor.Judge(out).Words), key(out, lines), prose.Number(m.Marks), prose.Number(m.Of), prose.Number(m.Chance*m.Of))
	}
	if note := out.Situation.Format.Note(); note != "" {
		c.say("%s", note)
	}
}

// rest is what brief leaves unsaid, with what it says.
func (c *Console) rest(t *tutor.Tutor, out scenarios.Outcome, lines []scenarios.Line) {
	c.everyOption(out, lines)
	deciding, also := t.Library.Cited(t.Profile.Learner().Jurisdiction, out.Situation)
	if len(deciding)+len(also) == 0 {
		return
	}
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

// everyOption says every option with its rationale.
func (c *Console) everyOption(out scenarios.Outcome, lines []scenarios.Line) {
	for _, line := range lines {
		o, _ := out.Situation.Option(line.ID)
		c.option(out, tutor.Row{Line: line, Option: o, Mark: out.Marking.Option(line.ID)})
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
	c.labelled(t, clause, t.Profile.Learner().Reader(), told)
}

// labelled says a clause as extract does, labelled for a reader.
func (c *Console) labelled(t *tutor.Tutor, clause *guidance.Clause, reader guidance.Reader, told map[string]bool) {
	c.say("%s. %s", strings.ToUpper(clause.Force.Name()), prose.FromMarkdown(clause.Text).Plain())
	c.say("   %s. %s, %s.", prose.Line(clause.Cite()), prose.Capital(string(clause.Source.Status)), clause.Source.Jurisdiction.Short())
	for _, l := range clause.Labels(reader) {
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
