// Package guidance holds what clinicians are held to: sources (documents), their clauses (single duties and cautions),
// how they changed, and where the UK and Ireland differ. It is pure: it reads no disk and knows no terminal.
package guidance

import (
	"slices"
	"strings"
	"time"

	"probity/guidance/text"
)

// Jurisdiction is the country whose rules a source states.
type Jurisdiction string

// The two countries Probity teaches.
const (
	UK      Jurisdiction = "uk"
	Ireland Jurisdiction = "ie"
)

// Jurisdictions lists the countries in the order they are offered.
func Jurisdictions() []Jurisdiction { return []Jurisdiction{UK, Ireland} }

// Name is the country as a learner reads it.
func (j Jurisdiction) Name() string {
	switch j {
	case UK:
		return "United Kingdom"
	case Ireland:
		return "Ireland"
	}
	return string(j)
}

// Country is the country that somebody calls by a word: its name, its code, or a part of it.
func Country(word string) (Jurisdiction, bool) {
	switch strings.Trim(strings.ToLower(word), " .") {
	case "uk", "u.k", "united kingdom", "gb", "great britain", "britain", "england", "scotland", "wales", "northern ireland", "ni":
		return UK, true
	case "ie", "ireland", "irl", "eire", "éire", "republic", "republic of ireland", "the republic", "roi":
		return Ireland, true
	}
	return "", false
}

// Short is the country in a label.
func (j Jurisdiction) Short() string {
	switch j {
	case UK:
		return "UK"
	case Ireland:
		return "Ireland"
	}
	return string(j)
}

// The is the country in the middle of a sentence: "the United Kingdom".
func The(j Jurisdiction) string {
	if j == UK {
		return "the " + j.Name()
	}
	return j.Name()
}

// Known reports whether j is one of Jurisdictions.
func (j Jurisdiction) Known() bool { return j == UK || j == Ireland }

// Language is the language tag of its English.
func (j Jurisdiction) Language() string {
	if j == Ireland {
		return "en-IE"
	}
	return "en-GB"
}

// Role is the learner's profession. It decides labels, and in whose shoes situations are told.
type Role string

// The roles Probity is written for.
const (
	Doctor               Role = "doctor"
	PhysicianAssociate   Role = "physician-associate"
	AnaesthesiaAssociate Role = "anaesthesia-associate"
	Student              Role = "student"
	Other                Role = "other" // whoever else works with patients
)

// AnyRole is whose shoes a situation is told in that fits whoever works with patients. It is nobody's role.
const AnyRole Role = "any"

// Roles lists the roles in the order they are offered.
func Roles() []Role { return []Role{Doctor, PhysicianAssociate, AnaesthesiaAssociate, Student, Other} }

// Name is the role as a learner reads it.
func (r Role) Name() string {
	switch r {
	case Doctor:
		return "Doctor"
	case PhysicianAssociate:
		return "Physician associate"
	case AnaesthesiaAssociate:
		return "Anaesthesia associate"
	case Student:
		return "Student"
	case Other:
		return "Another profession"
	case AnyRole:
		return "Anyone who works with patients"
	}
	return string(r)
}

// Known reports whether r is one of Roles.
func (r Role) Known() bool { return slices.Contains(Roles(), r) }

// Fits reports whether a situation told in these shoes is told in a role's own: in its own, or in those of whoever works with patients.
func (r Role) Fits(role Role) bool { return r == role || r == AnyRole }

// plural names the people who hold the role, for "addressed to …".
func (r Role) plural() string {
	switch r {
	case Doctor:
		return "registered doctors"
	case PhysicianAssociate:
		return "physician associates"
	case AnaesthesiaAssociate:
		return "anaesthesia associates"
	case Student:
		return "medical students"
	case Other:
		return "other professions"
	}
	return string(r)
}

// Status is the standing of a source today.
type Status string

// The standings a source can have. Only InForce, Advice and Commentary may support a rationale.
const (
	InForce    Status = "in force"
	Superseded Status = "superseded"
	Advice     Status = "advice"
	Commentary Status = "commentary"
)

// Known reports whether s is one of the four standings.
func (s Status) Known() bool {
	return s == InForce || s == Superseded || s == Advice || s == Commentary
}

// Source is one document.
type Source struct {
	ID           string
	Title        string
	Publisher    string
	Short        string // what the publisher is called where there is little room, as "GMC"; "": by its name
	Reference    string // the publisher's own number, if it has one
	Jurisdiction Jurisdiction
	InForce      time.Time // zero when the document has no such date
	Published    string    // as precise as is known: "2024" or "2024-04-21"
	Superseded   time.Time // zero unless Status is Superseded
	Status       Status
	ReplacedBy   string // source id, for superseded documents
	Reports      string // for commentary: the document it reports
	AppliesTo    []Role
	Note         string
	URL          string
	Checked      time.Time // the day the extracts were last compared with the document
	Clauses      []*Clause
}

// Edition is the year a learner knows the document by.
func (s *Source) Edition() string {
	if !s.InForce.IsZero() {
		return s.InForce.Format("2006")
	}
	if len(s.Published) >= 4 {
		return s.Published[:4]
	}
	return s.Published
}

// addresses reports whether the document speaks to people of this role.
func (s *Source) addresses(r Role) bool { return slices.Contains(s.AppliesTo, r) }

// addressesAll reports whether it speaks to people of every role that has a name.
func (s *Source) addressesAll() bool {
	return !slices.ContainsFunc(Roles(), func(r Role) bool { return r != Other && !s.addresses(r) })
}

// Audience names the people the document speaks to.
func (s *Source) Audience() string {
	names := make([]string, len(s.AppliesTo))
	for i, r := range s.AppliesTo {
		names[i] = r.plural()
	}
	return text.Series(names)
}
