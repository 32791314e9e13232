package tutor

import (
	"fmt"
	"strings"

	"probity/guidance"
	"probity/tui/prose"
)

// Quotation is an extract as it is pasted elsewhere: its words, where they stand, what they bind whom to, and where the original is. The
// words are a summary, and it says so. Of a copy that the learner brought it has nothing: that wording is the publisher's.
func Quotation(c *guidance.Clause) string {
	s := c.Source
	lines := []string{
		prose.FromMarkdown(c.Text).Plain(), "",
		prose.Line(c.Cite()) + ".",
		fmt.Sprintf("%s · %s · %s. A summary; the original is what counts.", strings.ToUpper(c.Force.Name()), s.Status, s.Jurisdiction.Name()),
	}
	if s.URL != "" {
		lines = append(lines, prose.Line(s.URL))
	}
	return prose.Text(strings.Join(lines, "\n"))
}

// Quotations are several extracts, one below the other, and what they are called together.
func Quotations(clauses []*guidance.Clause) (what, text string) {
	var all []string
	for _, c := range clauses {
		all = append(all, Quotation(c))
	}
	what = prose.Count(float64(len(clauses)), "extract")
	if len(clauses) == 1 {
		what = prose.Line(clauses[0].Pinpoint())
	}
	return what, strings.Join(all, "\n\n")
}
