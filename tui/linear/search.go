package linear

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"probity/scenarios/find"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// search looks for words in all the guidance, the situations and the principles. The word search may stand before them. It reports whether
// there was something to go to.
func (c *Console) search(t *tutor.Tutor, typed string) bool {
	words := typed
	if first, rest, _ := strings.Cut(typed, " "); strings.EqualFold(first, "search") {
		words = strings.TrimSpace(rest)
	}
	if words == "" {
		c.say("%s", tutor.SearchFor)
		return false
	}
	if t.Library.Index() == nil {
		t.Library.MakeIndex().Do()
	}
	index, reader := t.Library.Index(), t.Profile.Learner().Reader()
	groups := index.Search(words, reader)
	if len(groups) == 0 {
		return c.foundNothing(t, typed, index.Instead(words, reader))
	}
	found := page{name: "What was found for " + words, runs: true, lines: c.found(t, groups, false)}
	if all := c.found(t, groups, true); len(all) > len(found.lines) {
		found.all = func() []line { return all }
	}
	found.says = func() { c.say("%s", inAll(groups, found.all != nil)) }
	c.visit(t, found)
	return true
}

// inAll says how much was found of each kind, and whether more lists the rest of it.
func inAll(groups []find.Group, more bool) string {
	var parts []string
	for _, g := range groups {
		parts = append(parts, fmt.Sprintf("%s: %d", tutor.KindFound(g.Kind), len(g.Hits)))
	}
	said := "Found. " + strings.Join(parts, ". ") + "."
	if more {
		said += " The first are said; more lists all."
	}
	return said
}

// foundNothing says so, and has other words chosen that find something, where there are such.
func (c *Console) foundNothing(t *tutor.Tutor, typed string, instead []string) bool {
	if len(instead) == 0 {
		c.refuse(typed, tutor.NothingFound+" Try fewer or shorter words.")
		return false
	}
	var lines []line
	for _, words := range instead {
		lines = append(lines, line{"Did you mean", prose.Line(words), func() bool {
			c.search(t, words)
			return false
		}})
	}
	c.refuse(typed, tutor.NothingFound)
	c.visit(t, page{name: "Other words", lines: lines, runs: true})
	return true
}

// found is a line for each thing that was found, or for the first of each kind.
func (c *Console) found(t *tutor.Tutor, groups []find.Group, all bool) (lines []line) {
	for i, g := range groups {
		most := tutor.AtFirst(groups, i)
		if all {
			most = len(g.Hits)
		}
		for _, h := range g.Hits[:most] {
			lines = append(lines, line{tutor.KindFound(g.Kind), c.hit(t, h), func() bool { return c.follows(t, h) }})
		}
	}
	return lines
}

// hit is one thing that was found, in a line.
func (c *Console) hit(t *tutor.Tutor, h find.Hit) string {
	name, note := t.Library.Found(h, t.Profile.Learner().Reader())
	if h.Kind != find.Principle {
		note += tutor.Around(prose.FromMarkdown(h.Line).Plain(), opened, h, utf8.RuneCountInString)
	}
	return closed(plainly(name)) + " " + plainly(note)
}

// follows goes to what was found. It reports whether the next is wanted.
func (c *Console) follows(t *tutor.Tutor, h find.Hit) bool {
	lib := t.Library.Pack()
	switch h.Kind {
	case find.Extract:
		if clause, ok := lib.Guidance.Clause(h.ID); ok {
			return c.paragraph(t, clause, map[string]bool{})
		}
	case find.Difference:
		if d, ok := lib.Guidance.Difference(h.ID); ok {
			return c.difference(t, d)
		}
	case find.Situation:
		return c.met(t, h.ID)
	case find.Principle:
		principle, _ := lib.Bank.Principle(h.ID)
		return c.visit(t, page{
			says:  func() { c.say("%s", prose.Line(principle.Lesson)) },
			lines: c.links(t, t.Library.PrincipleLinks(h.ID, t.Profile.Learner().Jurisdiction)),
		})
	}
	return false
}

// closed is a title with a full stop, where nothing ends it yet.
func closed(title string) string {
	if strings.HasSuffix(title, ".") || strings.HasSuffix(title, "?") || strings.HasSuffix(title, "!") {
		return title
	}
	return title + "."
}
