package guidance

import (
	"slices"
	"strings"
)

// Force is how strongly a clause binds. The words are the documents' own and are never strengthened or softened.
type Force string

// The forces, strongest first.
const (
	Must          Force = "must"
	MustNot       Force = "must-not"
	Should        Force = "should"
	ShouldNot     Force = "should-not"
	ShouldUsually Force = "should-usually"
	Consider      Force = "consider"
	Aware         Force = "aware"
	Principle     Force = "principle"
	Scope         Force = "scope"
)

// forceNames gives each force as a learner reads it.
func forceNames(f Force) (name string, known bool) {
	switch f {
	case Must, Should, Consider, Principle, Scope:
		return string(f), true
	case MustNot:
		return "must not", true
	case ShouldNot:
		return "should not", true
	case ShouldUsually:
		return "should usually", true
	case Aware:
		return "be aware", true
	}
	return string(f), false
}

// Name is the force as a learner reads it.
func (f Force) Name() string {
	name, _ := forceNames(f)
	return name
}

// Known reports whether f is one of the forces above.
func (f Force) Known() bool {
	_, known := forceNames(f)
	return known
}

// Clause is one numbered duty, caution or fact of a document, in Probity's own words.
type Clause struct {
	ID          string
	Locator     string // the pinpoint a clinician would quote
	Force       Force
	Topic       string
	Text        string   // Markdown, untrusted until cleaned for the terminal
	Today       []string // superseded sources: the clauses where the duty stands now
	Changed     string   // superseded sources: what is different now
	Fingerprint string   // identity of the original paragraph's wording; owncopy makes and reads it; "" when there is none
	Signature   string   // for originals that are nearly that wording; as Fingerprint
	Source      *Source
}

// InPack is the clause's id as its own pack's file has it, without the pack's id that goes before it in a library of several.
// Fingerprint and Signature are made with it.
func (c *Clause) InPack() string { return c.ID[strings.LastIndexByte(c.ID, ':')+1:] }

// CanSupport reports whether the clause may be cited for a judgement: nothing superseded may.
func (c *Clause) CanSupport() bool { return c.Source.Status != Superseded }

// Difference says, in one place, how the UK and Ireland differ on one matter.
type Difference struct {
	Topic string
	Title string
	UK    []string // clause ids
	IE    []string // clause ids
	Says  string   // Markdown
}

// touches reports whether the difference concerns a clause.
func (d *Difference) touches(id string) bool {
	return slices.Contains(d.UK, id) || slices.Contains(d.IE, id)
}

// OwnFirst brings the clauses of a country forward. It sorts the list that it is given, and returns it.
func OwnFirst(country Jurisdiction, clauses []*Clause) []*Clause {
	slices.SortStableFunc(clauses, func(a, b *Clause) int {
		switch own := a.Source.Jurisdiction == country; {
		case own == (b.Source.Jurisdiction == country):
			return 0
		case own:
			return -1
		}
		return 1
	})
	return clauses
}
