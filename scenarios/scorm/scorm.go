// Package scorm packs situations for a learning platform: a zip of SCORM 1.2 with a web page that asks, marks and explains them, and tells the
// platform how it went. It is pure: a library in, bytes out, the same for the same.
package scorm

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

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

// Situations is how many situations it has, each variant by itself.
func (p *Package) Situations() int { return len(p.content.Items) }

// Practice is a course that goes through every family once, with the turn of each, and explains each answer.
func Practice(c Course) (*Package, error) {
	families := c.families()
	if len(families) == 0 {
		return nil, fmt.Errorf("there is nothing to practise on for %s: name another topic, or another country with --jurisdiction", guidance.The(c.Reader.Jurisdiction))
	}
	bank := scenarios.NewBank(c.Pack.Bank.Topics(), c.Pack.Bank.Principles(), slices.Concat(families...))
	drawn := bank.Draw(scenarios.Request{Reader: c.Reader, AllRoles: true, Count: len(families), Seed: c.Seed}, scenarios.Past{})
	w := c.writer(bank)
	for _, s := range drawn {
		first := w.add(s, nil)
		if f, ok := bank.Family(s.Family); ok {
			if turn := f.Turn(s, c.Reader.Jurisdiction, scenarios.Past{}, c.Seed); turn != nil {
				w.content.Items[w.add(turn, s)].Before = first + 1
			}
		}
	}
	w.content.Papers = []paper{{Items: upTo(len(w.content.Items)), Within: w.within(upTo(len(w.content.Items)))}}
	w.content.Title = c.title(bank)
	return w.done()
}

// families are the situations offered to the reader, family by family.
func (c Course) families() [][]*scenarios.Situation {
	own := scenarios.NewBank(c.Pack.Bank.Topics(), c.Pack.Bank.Principles(), c.Situations)
	offer := own.OfferTo(c.Reader, "")
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

// papers is how many papers an assessment has to draw from, as far as the library has situations enough for them to differ.
const papers = 4

// Assessment is a course that sets a paper by the blueprint of the pack, and explains it once it is handed in. Several papers are drawn, with as
// little in common as the library allows: each attempt has one of them, by chance.
func Assessment(c Course) (*Package, error) {
	if c.Pack.Assessment == nil {
		return nil, errors.New("this pack sets no assessment: give it an [assessment] table, or leave out --assessment")
	}
	bank := scenarios.NewBank(c.Pack.Bank.Topics(), c.Pack.Bank.Principles(), c.Situations)
	blueprint, reader := c.Pack.Assessment.In(c.Reader.Jurisdiction), c.Reader
	if reader.Role == guidance.AnyRole { // drawn for those whom most is told of
		reader.Role = append(blueprint.Roles, guidance.Doctor)[0]
	}
	w := c.writer(bank)
	w.content.Pass, w.content.Minutes = blueprint.Pass, blueprint.Minutes
	w.content.Rule = scenarios.Rule(blueprint.Pass)
	w.content.Title = c.collection() + ": assessment"
	past := scenarios.Past{Seen: map[string]int64{}, Families: map[string]int64{}, When: map[string]time.Time{}}
	var sets [][]string
	for n := range papers {
		drawn := c.Pack.Assessment.Draw(bank, reader, past, start.AddDate(0, 0, n), c.Seed+int64(n))
		switch {
		case drawn.Refused != "":
			return nil, errors.New(drawn.Refused)
		case len(drawn.Drawn) == 0:
			return nil, fmt.Errorf("there is nothing to assess for %s: an assessment is drawn from situations that can be marked", guidance.The(reader.Jurisdiction))
		case n == 0:
			w.pack.Notes = drawn.Short
			w.content.Notes = append(w.content.Notes, lines(drawn.Short)...)
		}
		if set := idsOf(drawn.Drawn); !slices.ContainsFunc(sets, func(s []string) bool { return slices.Equal(s, set) }) {
			sets = append(sets, set)
			w.paper(drawn.Drawn)
		}
		for i, s := range drawn.Drawn {
			at := int64(n*len(drawn.Drawn) + i + 1)
			past.Seen[s.ID], past.Families[s.Family], past.When[s.Family] = at, at, start.AddDate(0, 0, n)
		}
	}
	return w.done()
}

// start is a day to count days of rest from: none is looked up.
var start = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// idsOf are the ids of situations, sorted: of two papers with the same, one is enough.
func idsOf(drawn []*scenarios.Situation) []string {
	ids := make([]string, len(drawn))
	for i, s := range drawn {
		ids[i] = s.ID
	}
	slices.Sort(ids)
	return ids
}

// upTo are the numbers from 0 to below n.
func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
