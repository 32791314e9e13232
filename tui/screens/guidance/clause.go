package guidance

import (
	"strings"

	"probity/guidance"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// fillClause shows one clause, and where one can go from it.
func (g *Screen) fillClause(id string) {
	th, width := g.frame.Theme, pane.Measure(g.frame.Width)
	c, ok := g.library().Clause(id)
	if !ok {
		return
	}
	md := prose.FromMarkdown(g.tutor.Copies.Extract(c))
	text := "\n" + pane.Indent(g.env.Markdown.Render(md, width-2, th), 2)
	if c.Changed != "" {
		text += "\n\n" + pane.Hang("  ", "Now: "+prose.Line(c.Changed), width, th.Strong)
	}
	ids := []string{c.ID}
	for _, d := range g.library().Differences(ids) {
		text += "\n\n" + pane.Indent(g.env.Markdown.Render(prose.FromMarkdown("**UK and Ireland: "+d.Title+"**\n\n"+d.Says), width-2, th), 2)
	}
	text += "\n\n" + pane.Hang("  ", "Its id, to quote or to search for: "+c.ID, width, th.Faint)
	g.menu.SetIntro(text)

	items := g.links("Where it stands today", g.library().Clauses(c.Today))
	before := g.library().Before(ids)
	for i, b := range before {
		item := g.link(first(i, "What it was before"), b)
		item.Note += " · " + prose.Line(b.Changed)
		items = append(items, item)
	}
	for _, d := range g.library().Differences(ids) {
		other := d.IE
		if c.Source.Jurisdiction == guidance.Ireland {
			other = d.UK
		}
		items = append(items, g.links("The other country: "+d.Title, g.library().Clauses(other))...)
	}
	for i, f := range g.tutor.Library.Pack().Bank.Teaching(id) {
		note := "practise it"
		if len(f.For(g.tutor.Profile.Learner().Jurisdiction)) == 0 {
			note = abroad(f)
		}
		items = append(items, list.Item[place]{Heading: first(i, "Situations that teach it"), Text: f.Title, Note: note, Value: place{kind: situation, id: f.ID}})
	}
	g.menu.SetItems(items)
}

// links is a line for each clause under one heading.
func (g *Screen) links(heading string, clauses []*guidance.Clause) []list.Item[place] {
	var items []list.Item[place]
	for i, c := range clauses {
		items = append(items, g.link(first(i, heading), c))
	}
	return items
}

func (g *Screen) link(heading string, c *guidance.Clause) list.Item[place] {
	return list.Item[place]{
		Heading: heading, Text: prose.Line(c.Source.Title) + ", " + prose.Line(c.Locator),
		Note: strings.ToUpper(c.Force.Name()) + " · " + standing(c.Source), Value: place{kind: clause, id: c.ID},
	}
}

// name is how a place is called in the title.
func (g *Screen) name(p *place) string {
	if g.tutor.Library.Pack() == nil {
		return ""
	}
	switch p.kind {
	case source, address:
		if s, ok := g.library().Source(p.id); ok {
			return prose.Line(s.Title)
		}
	case topic:
		if t, ok := g.tutor.Library.Pack().Bank.Topic(p.id); ok {
			return prose.Line(t.Title)
		}
	case principle:
		if p, ok := g.tutor.Library.Pack().Bank.Principle(p.id); ok {
			return prose.Line(g.tutor.Library.TopicTitle(p.Topic))
		}
	case clause:
		if c, ok := g.library().Clause(p.id); ok {
			return prose.Line(c.Source.Title)
		}
	}
	return ""
}
