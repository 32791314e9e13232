package linear

import (
	"fmt"
	"maps"
	"strings"
	"unicode/utf8"

	"probity/guidance"
	"probity/scenarios/find"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// consulting is the guidance as a place: its documents, what changed, where the countries differ, its topics, and a search in all of it.
func (c *Console) consulting(t *tutor.Tutor) error {
	c.visit(t, page{
		name: "Guidance",
		says: func() { c.say("Guidance. %s Type a number, or words to look for.", tutor.Held) }, lines: c.shelf(t),
	})
	return c.fault()
}

// shelf is where one can go in the guidance.
func (c *Console) shelf(t *tutor.Tutor) (all []line) {
	lib := t.Library.Pack().Guidance
	sources := t.Library.Documents(t.Profile.Learner().Jurisdiction)
	for _, s := range sources {
		all = append(all, line{"Documents", fmt.Sprintf("%s: %s, %s, %s, %s.", prose.Line(s.Title), prose.Line(s.Publisher), prose.Line(s.Edition()),
			tutor.StandingOf(s), prose.Count(float64(len(s.Clauses)), "paragraph")), func() bool { return c.document(t, s) }})
	}
	for _, s := range sources {
		if changed := replaced(s); len(changed) > 0 {
			all = append(all, line{"Side by side", fmt.Sprintf("What changed since %s (%s): %s.", prose.Line(s.Title), prose.Line(s.Edition()),
				prose.Count(float64(len(changed)), "paragraph")), func() bool { return c.changes(t, s, changed) }})
		}
	}
	all = append(all, line{"Side by side", fmt.Sprintf("Where the UK and Ireland differ: %s.", prose.Count(float64(len(lib.AllDifferences())), "matter")),
		func() bool { return c.countries(t) }})
	for _, topic := range t.Library.Pack().Bank.Topics() {
		all = append(all, line{"Topics", prose.Line(topic.Title) + ": " + prose.Line(topic.Covers), func() bool {
			title := prose.Line(topic.Title)
			lines := c.paragraphs(t, lib.ByTopic(topic.ID), ofDocument)
			return c.visit(t, page{name: title, lines: lines, runs: true, says: func() {
				c.say("%s.", title)
				c.whose(t, topic.ID)
				if len(lines) == 0 { // of a pack that brings situations and no document
					c.say(tutor.NoParagraph)
				}
			}})
		}})
	}
	return all
}

// replaced are the paragraphs of a document of which it is said what is different now.
func replaced(s *guidance.Source) (all []*guidance.Clause) {
	for _, clause := range s.Clauses {
		if clause.Changed != "" {
			all = append(all, clause)
		}
	}
	return all
}

// document is a document with its paragraphs.
func (c *Console) document(t *tutor.Tutor, s *guidance.Source) bool {
	return c.visit(t, page{
		name: prose.Line(s.Title),
		says: func() {
			c.say("%s. %s, %s. %s. Addressed to %s.", prose.Line(s.Title), prose.Line(s.Publisher), prose.Line(s.Edition()), prose.Capital(tutor.StandingOf(s)), s.Audience())
			c.whose(t, s.ID)
		},
		lines: c.paragraphs(t, s.Clauses, ofSection), runs: true,
		more: func() {
			if s.Note != "" {
				c.say("%s", prose.Line(s.Note))
			}
			c.original(s)
			c.say("Extracts last checked against it on %s.", s.Checked.Format("2 January 2006"))
		},
	})
}

// whose says whose pack a document or a topic is of, unless it is the library's own.
func (c *Console) whose(t *tutor.Tutor, id string) {
	if says := t.Library.Pack().Whose(id); says != "" {
		c.say("%s", says)
	}
}

// original says where the original of a document stands.
func (c *Console) original(s *guidance.Source) {
	if s.URL == "" {
		c.say("No address of the original is known here. The publisher's site has it under its title.")
		return
	}
	c.say("The original: %s", prose.Line(s.URL))
}

// changes are the paragraphs that were replaced.
func (c *Console) changes(t *tutor.Tutor, s *guidance.Source, changed []*guidance.Clause) bool {
	name := fmt.Sprintf("What changed since %s", prose.Line(s.Edition()))
	lines := c.paragraphs(t, changed, ofSection)
	before := ""
	for i, clause := range changed {
		now := prose.Line(clause.Changed)
		lines[i].text = prose.Capital(prose.Line(clause.Locator)) + ". Now: " + opening(after(before, now))
		before = now
	}
	return c.visit(t, page{name: name, says: func() { c.say("%s.", name) }, lines: lines, runs: true})
}

// countries are the matters on which the countries differ.
func (c *Console) countries(t *tutor.Tutor) bool {
	var lines []line
	for _, d := range t.Library.Pack().Guidance.AllDifferences() {
		lines = append(lines, line{"", prose.Line(d.Title), func() bool { return c.difference(t, d) }})
	}
	const name = "Where the UK and Ireland differ"
	return c.visit(t, page{name: name, says: func() { c.say("%s, as far as these documents say.", name) }, lines: lines, runs: true})
}

// difference is one of these matters, with the paragraphs of either country.
func (c *Console) difference(t *tutor.Tutor, d *guidance.Difference) bool {
	return c.visit(t, page{says: func() { c.differs(d) }, lines: c.links(t, t.Library.DifferenceLinks(d))})
}

func (c *Console) differs(d *guidance.Difference) {
	c.say("UK and Ireland, %s: %s", prose.Line(d.Title), prose.FromMarkdown(d.Says).Plain())
}

// What paragraphs stand under, in a list.
func ofSection(clause *guidance.Clause) string {
	section, _ := section(clause)
	return section
}

func ofDocument(clause *guidance.Clause) string {
	return prose.Line(clause.Source.Title) + ", " + prose.Line(clause.Source.Edition()) + ", " + tutor.StandingOf(clause.Source)
}

// section is the heading of its document that a paragraph stands under, and where it stands below that; "" for none.
func section(clause *guidance.Clause) (heading, where string) {
	for _, unit := range []string{"paragraph", "question"} {
		if heading, number, ok := strings.Cut(clause.Locator, ", "+unit); ok {
			return heading, unit + number
		}
	}
	return "", clause.Locator
}

// paragraphs is a line for each paragraph. What holds for several of them is told beside the first that is read.
func (c *Console) paragraphs(t *tutor.Tutor, clauses []*guidance.Clause, under func(*guidance.Clause) string) (all []line) {
	told, before := map[string]bool{}, ""
	for _, clause := range clauses {
		l := line{under: under(clause), goes: func() bool { return c.paragraph(t, clause, told) }}
		where := clause.Locator
		if heading, below := section(clause); heading == l.under {
			where = below
		}
		says := prose.FromMarkdown(clause.Text).Plain()
		l.text = fmt.Sprintf("%s, %s. %s", strings.ToUpper(clause.Force.Name()), prose.Line(where), opening(after(before, says)))
		before = says
		all = append(all, l)
	}
	return all
}

// paragraph is a paragraph whole, but for what was told already, and where one can go from it. It reports whether the next is wanted.
func (c *Console) paragraph(t *tutor.Tutor, clause *guidance.Clause, told map[string]bool) bool {
	before := maps.Clone(told)
	says := func() {
		again := maps.Clone(before)
		defer func() { maps.Copy(told, again) }()
		c.extract(t, clause, again)
		if clause.Changed != "" {
			c.say("   Now: %s", prose.Line(clause.Changed))
		}
		for _, d := range t.Library.Pack().Guidance.Differences([]string{clause.ID}) {
			if matter := "UK and Ireland, " + d.Title; !again[matter] {
				again[matter] = true
				c.differs(d)
			}
		}
	}
	return c.visit(t, page{
		says: says, lines: c.links(t, t.Library.Links(clause, t.Profile.Learner().Jurisdiction)),
		more: func() {
			c.original(clause.Source)
			c.say("Its id, to quote or to search for: %s", prose.Line(clause.ID))
		},
	})
}

// links is a line for each link.
func (c *Console) links(t *tutor.Tutor, links []tutor.Link) (all []line) {
	for _, link := range links {
		l := line{under: link.Under, text: prose.Line(link.Name()) + ": " + plainly(link.Says()), goes: func() bool { return c.paragraph(t, link.Clause, map[string]bool{}) }}
		if link.Family != nil {
			l.goes = func() bool { return c.met(t, link.Family.ID) }
		}
		all = append(all, l)
	}
	return all
}

// met has a situation practised.
func (c *Console) met(t *tutor.Tutor, family string) bool {
	if err := c.begin(t, tutor.Selection{Only: family}); err != nil {
		c.say("%s", prose.Sentence(err))
	}
	return false
}

// opened is how many signs of a paragraph stand in a list.
const opened = 80

// opening is how a text begins.
func opening(text string) string {
	return tutor.Around(text, opened, find.Hit{}, utf8.RuneCountInString)
}

// alike is how many first words two texts in a list have in common before the second begins where they differ: fewer do not hide it.
const alike = 5

// after is a text that is heard after another: where both begin alike, from where they differ.
func after(before, text string) string {
	was, is := strings.Fields(before), strings.Fields(text)
	same := 0
	for same < min(len(was), len(is)) && was[same] == is[same] {
		same++
	}
	if same < alike || same == len(is) {
		return text
	}
	return "… " + strings.Join(is[same:], " ")
}

// plainly is a note of the screens as it is read aloud.
func plainly(note string) string { return prose.Line(strings.ReplaceAll(note, " · ", ", ")) }
