package guidance

import (
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
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
	for _, d := range g.library().Differences([]string{c.ID}) {
		text += "\n\n" + pane.Indent(g.env.Markdown.Render(prose.FromMarkdown("**UK and Ireland: "+d.Title+"**\n\n"+d.Says), width-2, th), 2)
	}
	text += "\n\n" + pane.Hang("  ", "Its id, to quote or to search for: "+c.ID, width, th.Faint)
	g.menu.SetIntro(text)
	g.menu.SetItems(links(g.tutor.Library.Links(c, g.tutor.Profile.Learner().Jurisdiction)))
}

// links is a line for each link, the first of a kind under its heading.
func links(all []tutor.Link) (items []list.Item[place]) {
	last := ""
	for _, l := range all {
		item := list.Item[place]{Text: l.Name(), Note: l.Says()}
		if l.Under != last {
			last = l.Under
			item.Heading = l.Under
		}
		if l.Family != nil {
			item.Value = place{kind: situation, id: l.Family.ID}
		} else {
			item.Value = place{kind: clause, id: l.Clause.ID}
		}
		items = append(items, item)
	}
	return items
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
