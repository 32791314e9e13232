package guidance

import (
	"fmt"
	"strings"

	"probity/guidance"
	"probity/tui/parts/list"
	"probity/tui/parts/original"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// fill lists what the place holds.
func (g *Screen) fill() {
	switch {
	case g.tutor.Library.Pack() == nil && g.finding:
		g.say("Getting the guidance ready…")
		return
	case g.tutor.Library.Pack() == nil:
		g.menu.SetIntro("\n" + g.frame.Theme.Faint.Render("  Getting the guidance ready…"))
		return
	}
	if g.opened != "" {
		if _, ok := g.library().Clause(g.opened); ok {
			g.trail = append(g.trail, place{kind: clause, id: g.opened})
		}
		g.opened = ""
	}
	switch here := g.here(); here.kind {
	case shelf:
		g.fillShelf()
	case source:
		g.fillSource(here.id)
	case topic:
		g.fillTopic(here.id)
	case countries:
		g.fillCountries(here.id)
	case found:
		g.fillFound()
	case clause:
		g.fillClause(here.id)
	case principle:
		g.fillPrinciple(here.id)
	case address:
		g.fillAddress(here.id)
	}
}

func (g *Screen) library() *guidance.Library { return g.tutor.Library.Pack().Guidance }

// fillShelf lists documents and topics.
func (g *Screen) fillShelf() {
	th := g.frame.Theme
	g.menu.SetIntro("\n" + pane.Hang("  ", tutor.Held, pane.Measure(g.frame.Width), th.Faint))
	var items []list.Item[place]
	for i, s := range g.tutor.Library.Documents(g.tutor.Profile.Learner().Jurisdiction) {
		items = append(items, list.Item[place]{
			Heading: first(i, "Documents"), Text: prose.Line(s.Title),
			Note: fmt.Sprintf("%s · %s · %s · %s", prose.Line(s.Publisher), prose.Line(s.Edition()), tutor.StandingOf(s), prose.Count(float64(len(s.Clauses)), "paragraph")), Value: place{kind: source, id: s.ID},
		})
	}
	items = append(items, list.Item[place]{
		Heading: "Side by side", Text: "UK and Ireland", Note: prose.Count(float64(len(g.library().AllDifferences())), "matter") + " on which they differ", Value: place{kind: countries},
	})
	for i, t := range g.tutor.Library.Pack().Bank.Topics() {
		items = append(items, list.Item[place]{
			Heading: first(i, "Topics"), Text: prose.Line(t.Title), Note: prose.Line(t.Covers), Value: place{kind: topic, id: t.ID},
		})
	}
	g.menu.SetItems(items)
}

func first(i int, heading string) string {
	if i == 0 {
		return heading
	}
	return ""
}

func (g *Screen) fillSource(id string) {
	th, width := g.frame.Theme, pane.Measure(g.frame.Width)
	s, ok := g.library().Source(id)
	if !ok {
		return
	}
	text := "\n" + pane.Hang("  ", prose.Line(s.Title), width, th.Title) + "\n" +
		pane.Hang("  ", prose.Line(s.Publisher)+", "+prose.Line(s.Edition())+" · "+tutor.StandingOf(s)+" · addressed to "+s.Audience(), width, th.Faint)
	if s.Note != "" {
		text += "\n" + pane.Hang("  ", prose.Line(s.Note), width, th.Faint)
	}
	if s.URL != "" {
		text += "\n\n" + pane.Hang("  ", "Read the original:", width, th.Faint) + "\n" + original.Address(prose.Line(s.URL), g.window, th.Accent)
	}
	text += "\n" + pane.Hang("  ", "Extracts last checked against it on "+s.Checked.Format("2 January 2006")+".", width, th.Faint) + g.whose(s.ID)
	g.menu.SetIntro(text)
	g.menu.SetItems(g.clauseItems(s.Clauses, false))
}

// whose is a paragraph that says whose pack a document or a topic is of; "" for the library's own.
func (g *Screen) whose(id string) string {
	says := g.tutor.Library.Pack().Whose(id)
	if says == "" {
		return ""
	}
	return "\n\n" + pane.Hang("  ", says, pane.Measure(g.frame.Width), g.frame.Theme.Text)
}

func (g *Screen) fillTopic(id string) {
	th, width := g.frame.Theme, pane.Measure(g.frame.Width)
	t, _ := g.tutor.Library.Pack().Bank.Topic(id)
	text := "\n" + pane.Hang("  ", prose.Line(t.Title), width, th.Title) + "\n" + pane.Hang("  ", prose.Line(t.Covers), width, th.Faint) + g.whose(id)
	items := g.clauseItems(g.library().ByTopic(id), true)
	if len(items) == 0 { // of a pack that brings situations and no document
		text += "\n\n" + pane.Hang("  ", tutor.NoParagraph+" / searches them all.", width, th.Text)
	}
	g.menu.SetIntro(text)
	g.menu.SetItems(items)
}

// fillCountries lists where the countries differ: on one matter, by its title, or on all.
func (g *Screen) fillCountries(only string) {
	th := g.frame.Theme
	text := "\n" + pane.Hang("  ", "Where the UK and Ireland differ, as far as these documents say", pane.Measure(g.frame.Width), th.Title) + "\n"
	var items []list.Item[place]
	for _, d := range g.library().AllDifferences() {
		if only != "" && d.Title != only {
			continue
		}
		text += "\n" + pane.Indent(g.env.Markdown.Render(prose.FromMarkdown("**"+d.Title+"**\n\n"+d.Says), pane.Measure(g.frame.Width)-2, th), 2) + "\n"
		items = append(items, links(g.tutor.Library.DifferenceLinks(d))...)
	}
	g.menu.SetIntro(text)
	g.menu.SetItems(items)
}

// clauseItems is a line for each clause; under documents' names where they come from several.
func (g *Screen) clauseItems(clauses []*guidance.Clause, grouped bool) []list.Item[place] {
	var items []list.Item[place]
	last := ""
	for _, c := range clauses {
		item := list.Item[place]{Text: strings.ToUpper(c.Force.Name()) + " · " + prose.Line(c.Locator), Note: prose.FromMarkdown(c.Text).Plain(), Value: place{kind: clause, id: c.ID}}
		if grouped && c.Source.ID != last {
			last = c.Source.ID
			item.Heading = prose.Line(c.Source.Title) + " · " + c.Source.Edition() + " · " + tutor.StandingOf(c.Source)
		}
		items = append(items, item)
	}
	return items
}
