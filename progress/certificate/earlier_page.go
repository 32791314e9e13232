// The page of earlier certificates.

package certificate

import (
	"slices"
	"strings"

	"probity/progress/paper"
)

// earlierPaper is an earlier certificate as a document.
func (c Certificate) earlierPaper() paper.Document {
	blocks := []paper.Block{
		paper.Title{Text: c.heading(), Sub: c.holder()}, c.earlierWho(), paper.Notice{Text: c.Statement},
	}
	for _, part := range [][]paper.Block{c.earlierTime(), c.scores(), c.earlierObjectives(), c.reflection(), c.guidance(), c.record()} {
		blocks = append(blocks, part...)
	}
	meta := c.meta()
	meta.Subject, meta.Narrow, meta.Roomy = c.Evidence.Activity.Title, c.early(), true
	return paper.Document{Meta: meta, Blocks: blocks}
}

// earlierWho is the learner and what they did.
func (c Certificate) earlierWho() paper.Facts {
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

func (c Certificate) earlierTime() []paper.Block {
	e := c.Evidence
	claimed, suggested := "none claimed", figure(c.earlierCredits())+": "+c.Norm
	if c.Own.Hours > 0 {
		claimed = amount(c.Own.Hours, "hour") + ", claimed by the learner"
	}
	if c.earlierCredits() == 0 {
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

// earlierObjectives are those met, and the others that were worked on.
func (c Certificate) earlierObjectives() []paper.Block {
	e := c.Evidence
	if c.early() {
		return c.earlyObjectives()
	}
	others := slices.DeleteFunc(slices.Clone(e.Objectives), func(o string) bool { return slices.Contains(e.Met, o) })
	return append(listed("Learning objectives met", e.Met), listed("Learning objectives worked on", others)...)
}
