package guidance

import (
	"fmt"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/guidance"
	"probity/scenarios/find"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// prepare makes what is searched in, once somebody searches.
func (g *Screen) prepare() tea.Cmd {
	if g.here().kind != found || g.tutor.Library.Pack() == nil || g.tutor.Library.Index() != nil {
		return nil
	}
	return screen.Run(g.tutor.Library.MakeIndex(), func(*find.Index) tea.Msg { return screen.ChangedMsg{} })
}

// Caret is where the next letter of what is searched for goes: where the field would draw a cursor of its own, in reverse. It says nothing
// of that itself that holds for wide letters, or once its text has scrolled.
func (g *Screen) Caret() (x, y int, ok bool) {
	field := g.finder
	field.SetVirtualCursor(true)
	before, _, _ := strings.Cut(field.View(), ansi.NewStyle().Reverse(true).String())
	y, ok = g.menu.IntroRow()
	return len(margin) + ansi.StringWidth(before), y, ok && g.finding
}

// margin is what stands at the left of the field.
const margin = "  "

// fillFound lists what was found, by kind.
func (g *Screen) fillFound() {
	query, index := g.finder.Value(), g.tutor.Library.Index()
	switch {
	case index == nil:
		g.say("Getting the search ready…")
		return
	case strings.TrimSpace(query) == "":
		g.say(tutor.SearchFor)
		return
	}
	reader := g.tutor.Profile.Learner().Reader()
	groups := index.Search(query, reader)
	if len(groups) == 0 {
		others := index.Instead(query, reader)
		g.say(tutor.NothingFound(others), instead(others)...)
		return
	}
	var items []list.Item[place]
	for i, group := range groups {
		most := tutor.AtFirst(groups, i)
		if g.here().all {
			most = len(group.Hits)
		}
		items = append(items, g.groupItems(group, most, reader)...)
	}
	g.menu.Fill("\n"+margin+g.finder.View(), items)
}

// say shows a sentence below the words that are searched for.
func (g *Screen) say(sentence string, items ...list.Item[place]) {
	g.menu.Fill("\n"+margin+g.finder.View()+"\n\n"+pane.Hang("  ", sentence, pane.Measure(g.frame.Width), g.frame.Theme.Faint), items)
}

// groupItems are the lines of what was found of one kind, or of as many of it as are listed at most.
func (g *Screen) groupItems(group find.Group, most int, r guidance.Reader) (items []list.Item[place]) {
	hits := group.Hits[:most]
	for i, h := range hits {
		item := g.foundItem(h, r)
		item.Heading = first(i, fmt.Sprintf("%s · %d", tutor.KindFound(group.Kind), len(group.Hits)))
		items = append(items, item)
	}
	if left := len(group.Hits) - len(hits); left > 0 {
		items = append(items, list.Item[place]{Text: fmt.Sprintf("%d more", left), Value: place{kind: allFound}})
	}
	return items
}

// instead are other words to search for.
func instead(queries []string) (items []list.Item[place]) {
	for i, q := range queries {
		items = append(items, list.Item[place]{Heading: first(i, "Did you mean"), Text: q, Value: place{kind: otherWords, id: q}})
	}
	return items
}

// foundItem is a line for something that was found, with the words that were met standing out.
func (g *Screen) foundItem(h find.Hit, r guidance.Reader) list.Item[place] {
	said := tutor.Around(prose.FromMarkdown(h.Line).Plain(), foundIn(g.frame.Width), h, ansi.StringWidth)
	item := list.Item[place]{Value: place{id: h.ID}}
	switch h.Kind {
	case find.Extract:
		item.Value.kind = clause
	case find.Difference:
		item.Value.kind = countries
	case find.Situation:
		item.Value.kind = situation
	case find.Principle:
		item.Value.kind = principle
	}
	item.Text, item.Note = g.tutor.Library.Found(h, r)
	if h.Kind != find.Principle {
		item.Note += said
	}
	item.Strong = append(met(item.Text, h), met(said, h)...)
	return item
}

// The length of a line that was found.
const (
	leastFound = 30
	mostFound  = 150
)

// foundIn is the length of a line that was found in a window: in a narrow one the first stands below the words that are searched for.
func foundIn(width int) int { return max(leastFound, min(mostFound, 3*(width-30))) }

// met are the words of a line that were met, as they are written there.
func met(line string, h find.Hit) (out []string) {
	for _, w := range strings.Fields(line) {
		if h.Met(w) {
			out = append(out, strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		}
	}
	return out
}

// fillPrinciple lists what teaches a principle, and the extracts that decide there.
func (g *Screen) fillPrinciple(id string) {
	width := pane.Measure(g.frame.Width)
	p, _ := g.tutor.Library.Pack().Bank.Principle(id)
	g.menu.SetIntro("\n" + pane.Hang("  ", prose.Line(p.Lesson), width, g.frame.Theme.Title) + "\n" +
		pane.Hang("  ", prose.Line(g.tutor.Library.TopicTitle(p.Topic)), width, g.frame.Theme.Faint))
	g.menu.SetItems(links(g.tutor.Library.PrincipleLinks(id, g.tutor.Profile.Learner().Jurisdiction)))
}
