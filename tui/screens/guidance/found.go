package guidance

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/find"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
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
		g.say("Type what you would say: whatsapp, selfie, libel, a patient's photo. This finds the extracts, situations and principles that have " +
			"all your words, and where the UK and Ireland differ. Other names for a thing are known, and a wrong letter is forgiven.")
		return
	}
	reader := g.tutor.Profile.Learner().Reader()
	groups := index.Search(query, reader)
	if len(groups) == 0 {
		g.say("Nothing found: no extract, situation or principle has all of these words.", instead(index.Instead(query, reader))...)
		return
	}
	var items []list.Item[place]
	for i, group := range groups {
		most := atFirst
		if slices.ContainsFunc(groups[i:], func(later find.Group) bool { return later.Kind == find.Extract && group.Kind != find.Extract }) {
			most = aboveExtracts
		}
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

// How many of a kind are listed, until all are asked for: a key press draws them all. Above the extracts stand a few: nobody should have to
// look for the guidance below dozens of situations.
const (
	atFirst       = 12
	aboveExtracts = 4
)

// groupItems are the lines of what was found of one kind, or of as many of it as are listed at most.
func (g *Screen) groupItems(group find.Group, most int, r guidance.Reader) (items []list.Item[place]) {
	hits := group.Hits[:min(len(group.Hits), most)]
	for i, h := range hits {
		item := g.foundItem(h, r)
		item.Heading = first(i, fmt.Sprintf("%s · %d", kindName(group.Kind), len(group.Hits)))
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

func kindName(k find.Kind) string {
	switch k {
	case find.Extract:
		return "Extracts"
	case find.Difference:
		return "UK and Ireland"
	case find.Situation:
		return "Situations"
	}
	return "Principles"
}

// foundItem is a line for something that was found, with the words that were met standing out.
func (g *Screen) foundItem(h find.Hit, r guidance.Reader) list.Item[place] {
	bank := g.tutor.Library.Pack().Bank
	said := around(prose.FromMarkdown(h.Line).Plain(), foundIn(g.frame.Width), h)
	item := list.Item[place]{Value: place{id: h.ID}}
	switch h.Kind {
	case find.Extract:
		c, _ := g.library().Clause(h.ID)
		item.Value.kind = clause
		item.Text = strings.ToUpper(c.Force.Name()) + " · " + prose.Line(c.Locator)
		item.Note = prose.Line(c.Source.Title) + ", " + document(c, r) + ": " + said
	case find.Difference:
		item.Value.kind = countries
		item.Text, item.Note = prose.Line(h.ID), said
	case find.Situation:
		f, _ := bank.Family(h.ID)
		item.Value.kind = situation
		item.Text, item.Note = f.Title, g.why(f, h.Topic, r)+said
	case find.Principle:
		p, _ := bank.Principle(h.ID)
		item.Value.kind = principle
		item.Text, item.Note = p.Lesson, g.tutor.Library.TopicTitle(p.Topic)
	}
	item.Strong = append(met(item.Text, h), met(said, h)...)
	return item
}

// why says of a situation that it is there to compare, or by which topic alone it was found.
func (g *Screen) why(f *scenarios.Family, topic string, r guidance.Reader) string {
	said := ""
	if len(f.For(r.Jurisdiction)) == 0 {
		said = prose.Capital(abroad(f)) + ". "
	}
	if topic != "" {
		said += g.tutor.Library.TopicTitle(topic) + ": "
	}
	return said
}

// document is the year of an extract's document, and what a reader has to know before trusting it.
func document(c *guidance.Clause, r guidance.Reader) string {
	said := c.Source.Edition()
	if c.Source.Status != guidance.InForce {
		said += ", " + string(c.Source.Status)
	}
	if c.Source.Jurisdiction != r.Jurisdiction {
		said += ", for " + guidance.The(c.Source.Jurisdiction)
	}
	return said
}

// abroad says that a situation is there to compare.
func abroad(f *scenarios.Family) string {
	return "for " + guidance.The(f.Variants[0].Jurisdictions[0]) + ": to compare"
}

// The length of a line that was found, and how many words of it stand before the first that was met where it is cut.
const (
	leastFound = 30
	mostFound  = 150
	leadIn     = 5
)

// foundIn is the length of a line that was found in a window: in a narrow one the first stands below the words that are searched for.
func foundIn(width int) int { return max(leastFound, min(mostFound, 3*(width-30))) }

// around is a line, or as much of it as there is room for around the first word that was met.
func around(line string, most int, h find.Hit) string {
	fields := strings.Fields(line)
	at := max(0, slices.IndexFunc(fields, h.Met))
	from, cut := 0, ""
	if ansi.StringWidth(strings.Join(fields[:min(at+leadIn, len(fields))], " ")) > most {
		from, cut = max(0, at-leadIn), "… "
	}
	to, length := from, 0
	for to < len(fields) && length+ansi.StringWidth(fields[to]) <= most {
		length += ansi.StringWidth(fields[to]) + 1
		to++
	}
	if from == 0 {
		cut = ""
	}
	said := cut + strings.Join(fields[from:to], " ")
	if to < len(fields) {
		said += " …"
	}
	return said
}

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
	bank, width := g.tutor.Library.Pack().Bank, pane.Measure(g.frame.Width)
	p, _ := bank.Principle(id)
	g.menu.SetIntro("\n" + pane.Hang("  ", prose.Line(p.Lesson), width, g.frame.Theme.Title) + "\n" +
		pane.Hang("  ", prose.Line(g.tutor.Library.TopicTitle(p.Topic)), width, g.frame.Theme.Faint))
	country := g.tutor.Profile.Learner().Jurisdiction
	var own, others []list.Item[place]
	var decide []string
	for _, f := range bank.Families() {
		if f.Principle != id {
			continue
		}
		item := list.Item[place]{Text: f.Title, Note: "practise it", Value: place{kind: situation, id: f.ID}}
		offered := f.For(country)
		if len(offered) == 0 {
			item.Note = abroad(f)
			others = append(others, item)
			continue
		}
		own = append(own, item)
		for _, s := range offered {
			decide = append(decide, s.Decides()...)
		}
	}
	items := append(own, others...)
	if len(items) > 0 {
		items[0].Heading = "Situations that teach it"
	}
	g.menu.SetItems(append(items, g.links("What decides there", g.library().Clauses(decide))...))
}
