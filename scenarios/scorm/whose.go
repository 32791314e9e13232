package scorm

import (
	"cmp"
	"fmt"

	"probity/guidance/text"
	"probity/scenarios/pack"
)

// Whose says whose the content is, in a sentence: the packs that it comes from, with their versions.
func Whose(p *pack.Pack) string {
	said := fmt.Sprintf("%s, version %s", text.Line(p.Title), text.Line(p.Version))
	if len(p.Authors) > 0 {
		said += ", by " + text.Series(lines(p.Authors))
	}
	return said + "."
}

// licence is what may be done with the content.
func licence(p *pack.Pack) string { return cmp.Or(text.Line(p.Licence), "All rights reserved") }

func lines(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = text.Line(s)
	}
	return out
}
