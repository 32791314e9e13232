package linear

import (
	"slices"
	"strings"

	"probity/scenarios/induction"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Notes prints what a facilitator should know of a session, one look after another: of each only what is new.
type Notes struct {
	console *Console
	seen    tutor.NotesPage
}

// Notes begins to follow a session in plain lines.
func (c *Console) Notes() *Notes { return &Notes{console: c} }

// Show says what is new in a session since the last look.
func (n *Notes) Show(t *tutor.Tutor, s *induction.Session) {
	c, p, was := n.console, t.Rooms.NotesOn(s), n.seen
	n.seen = p
	if p.Place != was.Place {
		n.situation(p)
	}
	if p.Place != was.Place || p.Step != was.Step {
		c.say("\n%s. %s", p.Step, p.Cue)
		if p.Next != "" {
			c.say("Next: %s", prose.Line(p.Next))
		}
		c.say("%s.", p.Session)
		if p.Left != "" {
			c.say("%s.", prose.Capital(p.Left))
		}
	}
	if !slices.Equal(p.Votes, was.Votes) {
		for _, v := range p.Heard {
			c.say("%s.", strings.TrimSuffix(v, "."))
		}
	}
	if p.Own != was.Own && p.Own != "" {
		c.say("For your own phone, and nobody else's: %s", p.Own)
	}
	if p.State != was.State && p.State != "" {
		c.say("%s", p.State)
	}
}

// situation says what is worth knowing of a situation for all its steps.
func (n *Notes) situation(p tutor.NotesPage) {
	c := n.console
	if p.Closing {
		c.say("\n%s", p.Place)
		for _, lesson := range p.Met {
			c.say("Met: %s", prose.Line(lesson))
		}
		return
	}
	c.say("\nSituation %s", prose.Line(p.Place))
	for _, t := range p.Turn {
		c.say("%s", prose.Line(t))
	}
	c.say("Key: %s", p.Key)
	for _, t := range p.Turned {
		c.say("What makes the difference. %s", prose.Line(t))
	}
	for _, prompt := range p.Prompts {
		c.say("Ask: %s", prose.Line(prompt))
	}
	for _, a := range p.Arguments {
		if a.Key != "" {
			c.say("%s. %s: %s", a.Letter, prose.Capital(a.Key), prose.Line(a.Text))
		} else {
			c.say("%s. %s", a.Letter, prose.Line(a.Text))
		}
		c.say("   %s", prose.Line(a.Why))
	}
	c.say("It comes down to: %s", prose.Line(p.Lesson))
	for _, s := range p.Sources {
		c.say("Where it is written: %s", prose.Line(s))
	}
}

// Fault is why nothing can be written any more; nil while it can.
func (n *Notes) Fault() error { return n.console.fault() }
