package guidance

import "slices"

// Library is every source, clause and difference a tutor teaches from. Once made it does not change.
type Library struct {
	sources     []*Source
	clauses     map[string]*Clause
	differences []*Difference
}

// NewLibrary indexes sources and differences and ties each clause to its source. When two clauses claim one id, the
// first stands; the loader reports the second.
func NewLibrary(sources []*Source, differences []*Difference) *Library {
	l := &Library{sources: sources, clauses: map[string]*Clause{}, differences: differences}
	for _, s := range sources {
		for _, c := range s.Clauses {
			if c.Source != s { // one library may be made from another's sources
				c.Source = s
			}
			if _, taken := l.clauses[c.ID]; !taken {
				l.clauses[c.ID] = c
			}
		}
	}
	return l
}

// Sources lists the documents in library order.
func (l *Library) Sources() []*Source { return l.sources }

// Source finds a document by its id.
func (l *Library) Source(id string) (*Source, bool) {
	for _, s := range l.sources {
		if s.ID == id {
			return s, true
		}
	}
	return nil, false
}

// Reported reports whether all that is known of a country is commentary: parts of its guidance, in somebody else's words.
func (l *Library) Reported(j Jurisdiction) bool {
	its := slices.DeleteFunc(slices.Clone(l.sources), func(s *Source) bool { return s.Jurisdiction != j })
	return len(its) > 0 && !slices.ContainsFunc(its, func(s *Source) bool { return s.Status != Commentary })
}

// Clause finds a clause by its id.
func (l *Library) Clause(id string) (*Clause, bool) {
	c, ok := l.clauses[id]
	return c, ok
}

// Clauses resolves ids in their order, each once, leaving out unknown ones.
func (l *Library) Clauses(ids []string) []*Clause {
	var out []*Clause
	seen := map[string]bool{}
	for _, id := range ids {
		if c, ok := l.clauses[id]; ok && !seen[id] {
			seen[id] = true
			out = append(out, c)
		}
	}
	return out
}

// ByTopic lists the clauses filed under a topic, in library order.
func (l *Library) ByTopic(topic string) []*Clause {
	var out []*Clause
	for _, s := range l.sources {
		for _, c := range s.Clauses {
			if c.Topic == topic {
				out = append(out, c)
			}
		}
	}
	return out
}

// Before lists the superseded clauses whose duty now stands in one of these clauses: what changed since they were
// written is told by each one's Changed.
func (l *Library) Before(ids []string) []*Clause {
	var out []*Clause
	for _, s := range l.sources {
		for _, c := range s.Clauses {
			if slices.ContainsFunc(c.Today, func(id string) bool { return slices.Contains(ids, id) }) {
				out = append(out, c)
			}
		}
	}
	return out
}

// Differences lists where the UK and Ireland differ on what these clauses say.
func (l *Library) Differences(ids []string) []*Difference {
	return slices.DeleteFunc(slices.Clone(l.differences), func(d *Difference) bool { return !slices.ContainsFunc(ids, d.touches) })
}

// AllDifferences lists every difference in library order.
func (l *Library) AllDifferences() []*Difference { return l.differences }

// Difference finds a matter on which the countries differ, by its title.
func (l *Library) Difference(title string) (*Difference, bool) {
	for _, d := range l.differences {
		if d.Title == title {
			return d, true
		}
	}
	return nil, false
}
