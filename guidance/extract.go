package guidance

import (
	"cmp"
	"strings"
)

// Reader is who reads an extract, or meets a situation: it decides the labels on an extract, never its words, and which situations are
// offered.
type Reader struct {
	Role         Role
	Jurisdiction Jurisdiction
}

// In is a reader of the role who practises in a country.
func (r Role) In(j Jurisdiction) Reader { return Reader{Role: r, Jurisdiction: j} }

// Labels are what a reader needs to know before trusting a clause: that it is superseded, another country's,
// commentary or advice, or addressed to other people. The usual case, guidance in force for this reader, has none. Readers of any role
// are told whom it is addressed to, unless that is everybody.
func (c *Clause) Labels(r Reader) []string {
	s := c.Source
	var out []string
	switch s.Status {
	case Superseded:
		out = append(out, "Superseded: no longer current guidance")
	case Commentary:
		out = append(out, "Commentary: reports "+s.Reports)
	case Advice:
		out = append(out, "Advice: not the regulator's own guidance")
	}
	if s.Jurisdiction != r.Jurisdiction {
		out = append(out, "For "+The(s.Jurisdiction)+", not where you practise")
	}
	switch {
	case s.addresses(r.Role):
	case r.Role == AnyRole: // a room of several: it binds some of them, and why it is shown to the others differs
		if !s.addressesAll() {
			out = append(out, "Addressed to "+s.Audience())
		}
	default:
		out = append(out, "Addressed to "+s.Audience()+"; "+whyShown(c, r))
	}
	return out
}

// whyShown says why a reader sees guidance that is addressed to others. Only what is in force binds anybody.
func whyShown(c *Clause, r Reader) string {
	switch {
	case c.Source.Status == Superseded, c.Source.Jurisdiction != r.Jurisdiction:
		return "shown for comparison"
	case c.Source.Status != InForce:
		return "shown because it is useful to you too"
	case r.Role == Student:
		return "shown because it is what you will be held to"
	}
	return "shown because colleagues are held to it"
}

// Cite names the clause as a clinician would quote it: document, edition and pinpoint.
func (c *Clause) Cite() string {
	return c.Source.Title + " (" + c.Source.Publisher + ", " + c.Source.Edition() + "), " + c.Locator
}

// Pinpoint names the clause in fewer words than Cite, for where Cite is one key away: the publisher by the short name that the source gives,
// if any, the document and the place in it. No short name is made up: initials may spell what nobody means.
func (c *Clause) Pinpoint() string {
	return cmp.Or(c.Source.Short, c.Source.Publisher) + ", " + c.Source.Title + ", " + c.Locator
}

// Standing is what an extract is headed by: its force, and whether and where it holds.
func (c *Clause) Standing() string {
	return strings.ToUpper(c.Force.Name()) + " · " + string(c.Source.Status) + " · " + c.Source.Jurisdiction.Short()
}

// Markdown is the extract as a reader sees it everywhere: force and citation, the words, the labels.
func (c *Clause) Markdown(r Reader) string {
	var b strings.Builder
	b.WriteString("### " + c.Standing() + "\n\n")
	b.WriteString(strings.TrimSpace(c.Text) + "\n\n")
	b.WriteString("*" + c.Cite() + "*\n")
	for _, l := range c.Labels(r) {
		b.WriteString("\n> " + l + "\n")
	}
	return b.String()
}
