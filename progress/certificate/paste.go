// Pasting: the certificate as the fields that portfolios have, each to be copied by itself.

package certificate

import (
	"strings"

	"probity/progress/paper"
)

// Pasted is one field of a portfolio's form, and what goes into it.
type Pasted struct{ Field, Text string }

// Paste is the certificate as fields for a portfolio's form, in the order of most. A field that there is nothing for is left out. Dates stand as forms
// take them and as people write them; credits or hours are a bare number.
func (c Certificate) Paste() []Pasted {
	a, r := c.Evidence.Activity, c.Own.Reflection
	var out []Pasted
	put := func(field, text string) {
		if text != "" {
			out = append(out, Pasted{field, text})
		}
	}
	put("Title", c.title())
	put("Date", a.To)
	put("Date in words", dated(a.To))
	if a.From != a.To {
		put("Start date", a.From)
		put("Start date in words", dated(a.From))
	}
	if s := c.Suggestion; s != nil && s.Amount > 0 {
		put(s.label(), figure(s.Amount))
		if s.Whole != nil && *s.Whole > 0 {
			put("Whole credits suggested", figure(float64(*s.Whole)))
		}
	}
	if c.Own.Hours > 0 {
		put("Hours claimed", figure(c.Own.Hours))
	}
	put("Category", c.Evidence.Category)
	put("Domains", strings.Join(append(c.Evidence.Domains, c.filedDomain()...), "; "))
	put("What was done", c.described())
	put("Learning and reflection", paragraphs(r.What, r.SoWhat))
	put("Impact on practice", c.Own.Change)
	put("Further learning needs", r.NowWhat)
	put("Evidence", "Certificate "+c.Number+", made with "+c.Program+". "+Statement)
	return out
}

// filedDomain is the regulator's domain, where the holder's scheme has one.
func (c Certificate) filedDomain() []string {
	if c.Evidence.CouncilDomain == "" {
		return nil
	}
	return []string{c.Evidence.CouncilDomain}
}

// described is what was done, how long it took and how it went, in a few sentences.
func (c Certificate) described() string {
	said := []string{c.done() + ". " + c.way() + "."}
	for _, facts := range []paper.Facts{c.minutes(), c.result()} {
		for _, f := range facts {
			said = append(said, f.Label+": "+f.Value+".")
		}
	}
	if thin := c.Evidence.Thin(); thin != "" {
		said = append(said, thin)
	}
	return strings.Join(said, " ")
}

// paragraphs are what was written of texts, a blank line between them.
func paragraphs(texts ...string) string {
	var written []string
	for _, t := range texts {
		if t != "" {
			written = append(written, t)
		}
	}
	return strings.Join(written, "\n\n")
}

// PasteText is all fields as plain text, each under its name.
func (c Certificate) PasteText() string {
	var out strings.Builder
	for i, p := range c.Paste() {
		if i > 0 {
			out.WriteString("\n")
		}
		out.WriteString(p.Field + "\n" + p.Text + "\n")
	}
	return out.String()
}
