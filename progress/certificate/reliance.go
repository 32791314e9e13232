// Guidance relied on: which paragraphs of which documents the situations' rationales cite.

package certificate

import (
	"cmp"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios/pack"
)

// Reliance is a document that the situations' rationales cite, and where.
type Reliance struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Edition   string `json:"edition"`
	Status    string `json:"status"`
	Country   string `json:"country"`
	Cited     string `json:"cited"`              // the paragraphs
	Checked   string `json:"checked"`            // the day the extracts were last compared with the document; "" when not known
	OwnCopy   bool   `json:"own_copy,omitempty"` // the learner read it beside a copy of their own
}

// clauses lists what the situations' rationales cite; of a family those of the variants that were met. Nothing superseded is ever relied on.
func clauses(ids []string, p *pack.Pack) []*guidance.Clause {
	var cites []string
	for _, id := range ids {
		if s, ok := p.Bank.Situation(id); ok {
			cites = append(cites, s.Cites()...)
		}
	}
	return slices.DeleteFunc(p.Guidance.Clauses(cites), func(c *guidance.Clause) bool { return !c.CanSupport() })
}

// reliances groups clauses by document. What another country's document says was shown for comparison, and is not relied on.
// copies are the sources of which the learner has a copy.
func reliances(cited []*guidance.Clause, own guidance.Jurisdiction, copies []string) []Reliance {
	var sources []*guidance.Source
	for _, c := range cited {
		if c.Source.Jurisdiction == own && !slices.Contains(sources, c.Source) {
			sources = append(sources, c.Source)
		}
	}
	slices.SortStableFunc(sources, func(a, b *guidance.Source) int {
		return cmp.Or(standing(a.Status)-standing(b.Status), cmp.Compare(a.ID, b.ID))
	})
	var out []Reliance
	for _, s := range sources {
		r := Reliance{Title: s.Title, Publisher: s.Publisher, Edition: s.Edition(), Status: string(s.Status),
			Country: s.Jurisdiction.Short(), Cited: pinpoints(s, cited),
			OwnCopy: slices.Contains(copies, s.ID)}
		if !s.Checked.IsZero() {
			r.Checked = s.Checked.Format(dateForm)
		}
		out = append(out, r)
	}
	return out
}

func standing(s guidance.Status) int {
	return slices.Index([]guidance.Status{guidance.InForce, guidance.Advice, guidance.Commentary}, s)
}

// pinpoint is a locator that names paragraphs or a question by number: the section, the number, and a second one.
var pinpoint = text.Expression(`^(?:(?:(.+), )?paragraphs?|(.+, question)) (\S+)(?: and (\d+))?$`)

// located takes a locator apart: "Trust, paragraphs 8 and 9" is the section "Trust" and the numbers 8 and 9. What names no number is a
// section as it stands.
func located(locator string) (section string, numbers []string) {
	m := pinpoint().FindStringSubmatch(locator)
	if m == nil {
		return locator, nil
	}
	return m[1] + m[2], slices.DeleteFunc(m[3:], func(n string) bool { return n == "" })
}

// pinpoints lists the cited paragraphs of a document in its own order, those of one section together.
func pinpoints(s *guidance.Source, cited []*guidance.Clause) string {
	var sections []string
	numbers := map[string][]string{} // by section
	for _, c := range s.Clauses {
		if !slices.Contains(cited, c) {
			continue
		}
		section, here := located(c.Locator)
		if !slices.Contains(sections, section) {
			sections = append(sections, section)
		}
		for _, n := range here {
			if !slices.Contains(numbers[section], n) {
				numbers[section] = append(numbers[section], n)
			}
		}
	}
	for i, section := range sections {
		if n := numbers[section]; len(n) > 0 {
			sections[i] = strings.TrimSpace(section + " " + strings.Join(parts(n), ", "))
		}
	}
	return strings.Join(sections, "; ")
}

var lettered = text.Expression(`^(\d+)\((\w+)\)$`)

// parts writes the lettered parts of one paragraph together: 89, 89(a), 89(b) becomes 89(a, b).
func parts(numbers []string) []string {
	var out []string
	for _, n := range numbers {
		m := lettered().FindStringSubmatch(n)
		last := len(out) - 1
		switch {
		case m != nil && last >= 0 && out[last] == m[1]:
			out[last] = n
		case m != nil && last >= 0 && strings.HasPrefix(out[last], m[1]+"("):
			out[last] = strings.TrimSuffix(out[last], ")") + ", " + m[2] + ")"
		default:
			out = append(out, n)
		}
	}
	return out
}

// edition is the day on which the newest part of the library's guidance was compared with its source.
func edition(l *guidance.Library) string {
	last := ""
	for _, s := range l.Sources() {
		if !s.Checked.IsZero() {
			last = max(last, s.Checked.Format(dateForm))
		}
	}
	return last
}
