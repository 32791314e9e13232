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
	found := page{name: "What was found for " + words, runs: true}
	found.lines, found.rest = c.found(t, groups)
	found.says = func() { c.say("%s", inAll(groups, len(found.rest))) }
	c.visit(t, found)
	return true
}

// inAll says how much was found of each kind, and how much of it more lists.
func inAll(groups []find.Group, rest int) string {
	var parts []string
	for _, g := range groups {
		parts = append(parts, fmt.Sprintf("%s: %d", tutor.KindFound(g.Kind), len(g.Hits)))
	}
	said := "Found. " + strings.Join(parts, ". ") + "."
	if rest > 0 {
		said += fmt.Sprintf(" At most %d of each kind are said; more lists the other %d.", perKind, rest)
	}
	return said
}

// foundNothing says so, and has other words chosen that find something, where there are such.
func (c *Console) foundNothing(t *tutor.Tutor, typed string, instead []string) bool {
	if len(instead) == 0 {
		c.refuse(typed, tutor.NothingFound(instead))
		return false
	}
	var lines []line
	for _, words := range instead {
		lines = append(lines, line{"Did you mean", prose.Line(words), func() bool {
			c.search(t, words)
			return false
		}})
	}
	c.refuse(typed, tutor.NothingFound(instead))
	c.visit(t, page{name: "Other words", lines: lines, runs: true})
	return true
}

// perKind is how many things of a kind that was found are said at once.
const perKind = 5

// found is a line for each thing that was found: the first of each kind, and the rest.
func (c *Console) found(t *tutor.Tutor, groups []find.Group) (first, rest []line) {
	for i, g := range groups {
		for n, h := range g.Hits {
			one := line{tutor.KindFound(g.Kind), c.hit(t, h), func() bool { return c.follows(t, h) }}
			if n < min(perKind, tutor.AtFirst(groups, i)) {
				first = append(first, one)
			} else {
				rest = append(rest, one)
			}
		}
	}
	return first, rest
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
