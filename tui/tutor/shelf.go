// The guidance as every front end lays it out: which documents come first, and where one can go from a paragraph.

package tutor

import (
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/tui/prose"
)

// Held is said above the documents.
const Held = "Summaries help you learn; the original is what you are held to."

// Documents are all there are, those of a country before others.
func (l *Library) Documents(own guidance.Jurisdiction) []*guidance.Source {
	sources := l.pack.Guidance.Sources()
	foreign := func(s *guidance.Source) bool { return s.Jurisdiction != own }
	return append(slices.DeleteFunc(slices.Clone(sources), foreign), slices.DeleteFunc(slices.Clone(sources), func(s *guidance.Source) bool { return !foreign(s) })...)
}

// StandingOf is whether a document holds, and where.
func StandingOf(s *guidance.Source) string { return string(s.Status) + ", " + s.Jurisdiction.Short() }

// Link is where one can go from a paragraph or a principle: to another paragraph, or to a situation.
type Link struct {
	Under  string            // what the links of a kind stand under
	Clause *guidance.Clause  // nil for a situation
	Family *scenarios.Family // nil for a paragraph
	Note   string            // what there is to know of it besides; "" for nothing
}

// Links are where one can go from a paragraph: where it stands today, what it was before, what holds in the other country, and the situations
// that teach it.
func (l *Library) Links(c *guidance.Clause, own guidance.Jurisdiction) []Link {
	lib, ids := l.pack.Guidance, []string{c.ID}
	all := linked("Where it stands today", lib.Clauses(c.Today))
	for _, before := range lib.Before(ids) {
		all = append(all, Link{Under: "What it was before", Clause: before, Note: prose.Line(before.Changed)})
	}
	for _, d := range lib.Differences(ids) {
		other := d.IE
		if c.Source.Jurisdiction == guidance.Ireland {
			other = d.UK
		}
		all = append(all, linked("The other country: "+d.Title, lib.Clauses(other))...)
	}
	for _, f := range l.pack.Bank.Teaching(c.ID) {
		all = append(all, taught(f, own))
	}
	return all
}

// PrincipleLinks are where one can go from a principle: the situations that teach it, those to compare last, and the paragraphs that decide there.
func (l *Library) PrincipleLinks(id string, own guidance.Jurisdiction) []Link {
	var here, abroad []Link
	var decide []string
	for _, f := range l.pack.Bank.Families() {
		if f.Principle != id {
			continue
		}
		offered := f.For(own)
		if len(offered) == 0 {
			abroad = append(abroad, taught(f, own))
			continue
		}
		here = append(here, taught(f, own))
		for _, s := range offered {
			decide = append(decide, s.Decides()...)
		}
	}
	return slices.Concat(here, abroad, linked("What decides there", l.pack.Guidance.Clauses(decide)))
}

// DifferenceLinks are the paragraphs between which the countries differ on a matter.
func (l *Library) DifferenceLinks(d *guidance.Difference) []Link {
	return linked(d.Title, l.pack.Guidance.Clauses(slices.Concat(d.UK, d.IE)))
}

func linked(under string, clauses []*guidance.Clause) (all []Link) {
	for _, c := range clauses {
		all = append(all, Link{Under: under, Clause: c})
	}
	return all
}

// taught is the link to a situation.
func taught(f *scenarios.Family, own guidance.Jurisdiction) Link {
	note := "practise it"
	if len(f.For(own)) == 0 {
		note = ToCompare(f)
	}
	return Link{Under: "Situations that teach it", Family: f, Note: note}
}

// Name is what a link leads to.
func (l Link) Name() string {
	if l.Family != nil {
		return l.Family.Title
	}
	return prose.Line(l.Clause.Source.Title) + ", " + prose.Line(l.Clause.Locator)
}

// Says is what there is to know of a link, before it is followed.
func (l Link) Says() string {
	if l.Family != nil {
		return l.Note
	}
	said := strings.ToUpper(l.Clause.Force.Name()) + " · " + StandingOf(l.Clause.Source)
	if l.Note != "" {
		said += " · " + l.Note
	}
	return said
}

// ToCompare says that a situation of another country is there to compare.
func ToCompare(f *scenarios.Family) string {
	return "for " + guidance.The(f.Variants[0].Jurisdictions[0]) + ": to compare"
}
