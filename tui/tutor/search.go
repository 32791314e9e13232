package tutor

import (
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/find"
	"probity/tui/prose"
)

// Index is what a search looks in; nil until MakeIndex is done.
func (l *Library) Index() *find.Index { return l.index }

// MakeIndex is the task of making the index of what was loaded. It takes longer than a key press may, and a start does not wait for it: it
// is run when somebody first searches.
func (l *Library) MakeIndex() Task[*find.Index] {
	p := l.pack
	return Task[*find.Index]{
		Run: func() *find.Index { return l.make(p) },
		Done: func(made *find.Index) {
			if l.pack == p {
				l.index = made
			}
		},
	}
}

// NothingFound says that a search has found nothing, and what to try where there are no other words to choose from.
func NothingFound(instead []string) string {
	const said = "Nothing found: no extract, situation or principle has all of these words."
	if len(instead) > 0 {
		return said
	}
	return said + " Try fewer or shorter words."
}

// NoParagraph is said of a topic where the guidance has none.
const NoParagraph = "No paragraph is filed under this topic."

// SearchFor says what a search is for.
const SearchFor = "Type what you would say: whatsapp, selfie, libel, a patient's photo. This finds the extracts, situations and principles that have " +
	"all your words, and where the UK and Ireland differ. Other names for a thing are known, and a wrong letter is forgiven."

// How many of a kind are listed, until all are asked for. Above the extracts stand a few: nobody should have to look for the guidance below
// dozens of situations.
const (
	atFirst       = 12
	aboveExtracts = 4
)

// AtFirst is how many things of a group that was found are listed, until all are asked for.
func AtFirst(groups []find.Group, group int) int {
	most := atFirst
	if groups[group].Kind != find.Extract && slices.ContainsFunc(groups[group:], func(later find.Group) bool { return later.Kind == find.Extract }) {
		most = aboveExtracts
	}
	return min(most, len(groups[group].Hits))
}

// KindFound is what the things of a group are.
func KindFound(k find.Kind) string {
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

// Found is something that a search found, and what there is to know of it before the line where the words stand.
func (l *Library) Found(h find.Hit, r guidance.Reader) (name, note string) {
	switch h.Kind {
	case find.Extract:
		c, _ := l.pack.Guidance.Clause(h.ID)
		return strings.ToUpper(c.Force.Name()) + " · " + prose.Line(c.Locator), prose.Line(c.Source.Title) + ", " + dated(c, r) + ": "
	case find.Difference:
		return prose.Line(h.ID), ""
	case find.Situation:
		f, _ := l.pack.Bank.Family(h.ID)
		return f.Title, l.why(f, h.Topic, r)
	}
	p, _ := l.pack.Bank.Principle(h.ID)
	return p.Lesson, l.TopicTitle(p.Topic)
}

// why says of a situation that it is there to compare, or by which topic alone it was found.
func (l *Library) why(f *scenarios.Family, topic string, r guidance.Reader) string {
	said := ""
	if len(f.For(r.Jurisdiction)) == 0 {
		said = prose.Capital(ToCompare(f)) + ". "
	}
	if topic != "" {
		said += l.TopicTitle(topic) + ": "
	}
	return said
}

// dated is the year of an extract's document, and what a reader has to know before trusting it.
func dated(c *guidance.Clause, r guidance.Reader) string {
	said := c.Source.Edition()
	if c.Source.Status != guidance.InForce {
		said += ", " + string(c.Source.Status)
	}
	if c.Source.Jurisdiction != r.Jurisdiction {
		said += ", for " + guidance.The(c.Source.Jurisdiction)
	}
	return said
}

// leadIn is how many words of a line stand before the first that was met, where the line is cut.
const leadIn = 5

// Around is a line where the words of a search stand, or as much of it around the first of them as has this width: in cells, or whatever wide counts.
func Around(line string, most int, h find.Hit, wide func(string) int) string {
	fields := strings.Fields(line)
	at := max(0, slices.IndexFunc(fields, h.Met))
	from, cut := 0, ""
	if wide(strings.Join(fields[:min(at+leadIn, len(fields))], " ")) > most {
		from, cut = max(0, at-leadIn), "… "
	}
	to, length := from, 0
	for to < len(fields) && length+wide(fields[to]) <= most {
		length += wide(fields[to]) + 1
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
