package guidance

import (
	"strings"

	"probity/guidance/text"
)

// Search lists the clauses in which every word of the query occurs, best first: a hit in the id or the locator, then
// one in the text, then one in the document's title; within each, library order. Case, accents and the kind of apostrophe, hyphen
// or blank make no difference. An empty query finds every clause.
func (l *Library) Search(query string) []*Clause {
	words := strings.Fields(text.Fold(query))
	ranked := make([][]*Clause, 3)
	for _, s := range l.sources {
		for _, c := range s.Clauses {
			if rank, ok := match(c, words); ok {
				ranked[rank] = append(ranked[rank], c)
			}
		}
	}
	var out []*Clause
	for _, clauses := range ranked {
		out = append(out, clauses...)
	}
	return out
}

// match ranks a clause by the furthest field needed to find all words: 0 id or locator, 1 text, 2 topic, force or the
// document's name.
func match(c *Clause, words []string) (rank int, ok bool) {
	fields := []string{
		text.Fold(c.ID + " " + c.Locator),
		text.Fold(c.Text + " " + c.Changed),
		text.Fold(c.Topic + " " + c.Force.Name() + " " + c.Source.Title + " " + c.Source.Publisher + " " + string(c.Source.Status)),
	}
	for _, w := range words {
		at := -1
		for i, f := range fields {
			if strings.Contains(f, w) {
				at = i
				break
			}
		}
		if at < 0 {
			return 0, false
		}
		rank = max(rank, at)
	}
	return rank, true
}
