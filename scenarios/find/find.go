// Package find searches a library for a clinician's words: its extracts, situations, principles and the matters on which countries differ,
// in one go. Every word of a query has to be met, each anywhere in what is found. A word is met by itself, by its stem, by another name for
// the same thing (the words of a topic), by the topic that such a name belongs to, and, where it is no word of the library, by what it
// begins or nearly is. Where no extract has every word, such a name is enough: "whatsapp patient" finds what is said of messaging.
//
// It stands beside the domain packages and not in one of them, for it needs both guidance and situations.
package find

import (
	"cmp"
	"slices"

	"probity/guidance"
)

// Kind is what was found.
type Kind int

// What can be found, in the order shown.
const (
	Extract    Kind = iota
	Difference      // between the UK and Ireland
	Situation
	Principle
)

// Group is what was found of one kind, best first.
type Group struct {
	Kind Kind
	Hits []Hit
}

// Hit is one thing that was found.
type Hit struct {
	Kind  Kind
	ID    string   // of a clause, a family or a principle; the title of a difference
	Line  string   // Markdown, from outside: where the words stand, or how the text begins
	Words []string // the words that were met, folded
	Topic string   // by which alone it was found; "" where its own words were met
}

// Search lists what meets every word of a query, for a reader. Within a kind, what is current comes before what is superseded, and what
// applies where the reader practises before what is there to compare. Then the word itself comes before its stem, that before another
// name, and a title before a text. A kind whose first hit has the words, or other names for them, comes
// before one whose first is of their topic alone, and that before one whose first lacks a word.
func (x *Index) Search(query string, r guidance.Reader) []Group {
	best := map[int]score{}
	for _, reading := range x.readings(query) {
		for e, s := range x.meetAll(reading) {
			if old, met := best[e]; !met || s.cost < old.cost {
				best[e] = s
			}
		}
	}
	var groups []Group
	closest := map[Kind]int{}
	for _, kind := range []Kind{Extract, Difference, Situation, Principle} {
		found := x.ordered(kind, best, r)
		if len(found) == 0 {
			continue
		}
		g := Group{Kind: kind}
		for _, e := range found {
			g.Hits = append(g.Hits, x.entries[e].hit(best[e]))
		}
		groups, closest[kind] = append(groups, g), best[found[0]].distance()
	}
	slices.SortStableFunc(groups, func(a, b Group) int {
		return cmp.Compare(closest[a.Kind], closest[b.Kind])
	})
	return groups
}

// ordered lists the entries of a kind that were met, best first. Those that lack a word are left out where one that counts for the reader
// has them all.
func (x *Index) ordered(kind Kind, met map[int]score, r guidance.Reader) []int {
	var out []int
	for e := range met {
		if x.entries[e].kind == kind {
			out = append(out, e)
		}
	}
	if slices.ContainsFunc(out, func(e int) bool { return !met[e].lacks() && x.entries[e].standing(r) == 0 }) {
		out = slices.DeleteFunc(out, func(e int) bool { return met[e].lacks() })
	}
	slices.SortFunc(out, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(x.entries[a].standing(r), x.entries[b].standing(r)),
			cmp.Compare(met[a].cost, met[b].cost),
			cmp.Compare(x.entries[a].strange(r), x.entries[b].strange(r)),
			cmp.Compare(met[b].times, met[a].times),
			cmp.Compare(a, b),
		)
	})
	return out
}

// standing is how far an entry is from what counts for a reader: 0 it counts, 1 it is there to compare, 2 it is superseded.
func (e *entry) standing(r guidance.Reader) int {
	switch {
	case e.clause != nil && !e.clause.CanSupport():
		return 2
	case e.clause != nil && e.clause.Source.Jurisdiction != r.Jurisdiction, e.family != nil && len(e.family.For(r.Jurisdiction)) == 0:
		return 1
	}
	return 0
}

// strange is 1 for a situation in other shoes than the reader's.
func (e *entry) strange(r guidance.Reader) int {
	if e.family == nil || e.family.Variants[0].Setting.Fits(r.Role) {
		return 0
	}
	return 1
}
