// Package scorm packs situations for a learning platform: a zip of SCORM 1.2 with a web page that asks, marks and explains them, and tells the
// platform how it went. It is pure: a library in, bytes out, the same for the same.
package scorm

import (
	"cmp"
	"fmt"
	"slices"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// Course is what a package is made of.
type Course struct {
	Pack       *pack.Pack
	Situations []*scenarios.Situation // to be given out, as far as they are offered in the reader's country
	Reader     guidance.Reader        // whom it is for; guidance.AnyRole where it is for several roles
	Seed       int64                  // fixes what is drawn and the order of options
}

// Package is a course that can be written.
type Package struct {
	Notes   []string // what whoever makes it should know, in sentences
	content content
}

// Title is what the course is called.
func (p *Package) Title() string { return p.content.Title }

// Practice is a course that goes through every family once, with a turn of each, and explains each answer. Where a family has more variants
// than those, there are several papers, of which each begins with what the ones before it left out, so that all together ask every variant.
func Practice(c Course) (*Package, error) {
	families := c.families()
	if len(families) == 0 {
		return nil, fmt.Errorf("there is nothing to practise on for %s: name another topic, or another country with --jurisdiction", guidance.The(c.Reader.Jurisdiction))
	}
	all := slices.Concat(families...)
	bank := scenarios.NewBank(c.Pack.Bank.Topics(), c.Pack.Bank.Principles(), all)
	w := c.writer(bank)
	past := scenarios.Past{Seen: map[string]int64{}, Families: map[string]int64{}}
	for len(past.Seen) < len(all) {
		w.paper(c.attempt(bank, past, len(families)))
	}
	w.content.Title = c.title(bank)
	w.pack.Notes = c.noted(all)
	return w.done()
}

// attempt is what one attempt at a practice asks: of each family the variant that the tutor would begin with, and the turn that it would take. They are
// noted in what was met before.
func (c Course) attempt(bank *scenarios.Bank, past scenarios.Past, families int) []asked {
	var out []asked
	meet := func(a asked) {
		out = append(out, a)
		at := int64(len(past.Seen) + 1)
		past.Seen[a.situation.ID], past.Families[a.situation.Family] = at, at
	}
	for _, s := range bank.Draw(scenarios.Request{Reader: c.Reader, AllRoles: true, Count: families, Seed: c.Seed}, past) {
		meet(asked{situation: s})
		f, _ := bank.Family(s.Family)
		if turn := f.Turn(s, c.Reader.Jurisdiction, past, c.Seed); turn != nil {
			meet(asked{turn, s})
		}
	}
	return out
}

// families are the situations offered to the reader, family by family.
func (c Course) families() [][]*scenarios.Situation {
	offer := c.taught().OfferTo(c.Reader, "")
	families := slices.Concat(offer.Own, offer.More)
	if c.Reader.Role == guidance.AnyRole {
		families = append(families, offer.Others...)
	}
	var out [][]*scenarios.Situation
	for _, f := range families {
		out = append(out, f.For(c.Reader.Jurisdiction))
	}
	return out
}

// title names the topics, where they are few, and the pack otherwise.
func (c Course) title(bank *scenarios.Bank) string {
	const few = 2
	var topics []string
	for _, f := range bank.Families() {
		if t, ok := bank.Topic(f.Topic); ok && !slices.Contains(topics, text.Line(t.Title)) {
			topics = append(topics, text.Line(t.Title))
		}
	}
	if len(topics) > few {
		return c.collection()
	}
	return cmp.Or(text.Series(topics), c.collection())
}
