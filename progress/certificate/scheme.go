// Schemes: what an hour of learning counts for, for whom, and on which day. The rules are in schemes.toml, which an author can open.

package certificate

import (
	_ "embed" // for the rules
	"fmt"
	"math"
	"slices"
	"sync"
	"time"

	"github.com/BurntSushi/toml"

	"probity/guidance"
)

//go:embed schemes.toml
var schemesFile string

// scheme is what holds for some roles in a country, for a time.
type scheme struct {
	Country     guidance.Jurisdiction `toml:"country"`
	Roles       []guidance.Role       `toml:"roles"`
	From, Until string                // the first and the last day, 2006-01-02; "" for none
	Unit        string                // one of the units; "" where nothing is suggested
	Whole       bool                  // whoever counts it in credits takes whole ones
	Rule        string                // what an hour counts for
	Source      string                // who says so
	Checked     string                // the day on which the rule was last compared with its source
	Category    string
	Domain      string // of the regulator's own list
	Year        string // its first day, month and day as 05-01; "" where it has no year of its own
	Note        string
}

// Units in which time is suggested.
const (
	unitCredit = "credit"
	unitHour   = "hour"
)

// schemes are those of the file. It is part of the program, and a test reads it.
var schemes = sync.OnceValue(func() []scheme {
	var file struct {
		Scheme []scheme
	}
	if err := toml.Unmarshal([]byte(schemesFile), &file); err != nil {
		panic(fmt.Sprintf("reading the program's own schemes: %v", err))
	}
	return file.Scheme
})

// schemeOf is the scheme of a country and a role in words on a day; a zero one where none applies. Somebody whose role is not known may be a doctor.
func schemeOf(country, role string, on time.Time) scheme {
	day := on.Format(dateForm)
	for _, s := range schemes() {
		named := func(r guidance.Role) bool { return r.Name() == role || role == "" && r == guidance.Doctor }
		if string(s.Country) == country && slices.ContainsFunc(s.Roles, named) && s.From <= day && (s.Until == "" || day <= s.Until) {
			return s
		}
	}
	return scheme{}
}

// Suggestion is what the time that was measured may count for. The learner's claim has no part in it.
type Suggestion struct {
	Amount  float64 `json:"amount"` // in whole quarters, rounded down
	Unit    string  `json:"unit"`
	Whole   *int    `json:"whole_credits,omitempty"` // of these; nil where a scheme does not round
	Rule    string  `json:"rule"`
	Source  string  `json:"source"`
	Checked string  `json:"checked"`
}

// label is what the suggestion stands under.
func (s Suggestion) label() string { return guidance.Capital(s.Unit) + "s suggested" }

// suggest suggests what minutes count for; nil where the scheme suggests nothing.
func (s scheme) suggest(minutes int) *Suggestion {
	if s.Unit == "" {
		return nil
	}
	out := &Suggestion{Amount: math.Floor(float64(minutes)/15) / 4, Unit: s.Unit, Rule: s.Rule, Source: s.Source, Checked: s.Checked}
	if s.Whole {
		out.Whole = new(int(out.Amount))
	}
	return out
}

// year is that of the scheme, or those that a period touches; "" where the scheme has none.
func (s scheme) year(from, to time.Time) string {
	first, _, _ := s.span(from)
	later, last, ok := s.span(to)
	if !ok {
		return ""
	}
	out := shown(first) + " to " + shown(last)
	if first.Before(later) {
		out += " (more than one scheme year: claim in each what was done in it)"
	}
	return out
}

// SchemeYear is the first and the last day of the scheme year that a reader is in, in the zone of the time; ok is false where the reader's scheme
// has none.
func SchemeYear(reader guidance.Reader, on time.Time) (first, last time.Time, ok bool) {
	return schemeOf(string(reader.Jurisdiction), reader.Role.Name(), on).span(on)
}

// span is the first and the last day of the scheme year that a time is in, in its zone; ok is false where the scheme has no year.
func (s scheme) span(on time.Time) (first, last time.Time, ok bool) {
	begins, err := time.Parse("01-02", s.Year)
	if err != nil {
		return first, last, false
	}
	first = time.Date(on.Year(), begins.Month(), begins.Day(), 0, 0, 0, 0, on.Location())
	if on.Before(first) {
		first = first.AddDate(-1, 0, 0)
	}
	return first, first.AddDate(1, 0, -1), true
}
