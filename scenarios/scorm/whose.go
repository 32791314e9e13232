package scorm

import (
	"cmp"
	"slices"
	"strings"

	"probity/guidance/text"
	"probity/scenarios/pack"
)

// origins are the packs that the situations are from.
func (c Course) origins() []pack.Origin { return c.Pack.Origins(c.Situations) }

// whose says whose the content is.
func (c Course) whose() string {
	var said []string
	for _, o := range c.origins() {
		said = append(said, o.String())
	}
	return strings.Join(said, " ")
}

// licence is what may be done with the content.
func (c Course) licence() string {
	var all []string
	for _, o := range c.origins() {
		if l := cmp.Or(text.Line(o.Licence), "none is named"); !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	return strings.Join(all, "; ")
}

// collection is what the content is called as a whole: as the one pack that it is from, or as the library.
func (c Course) collection() string {
	if all := c.origins(); len(all) == 1 {
		return text.Line(all[0].Title)
	}
	return text.Line(c.Pack.Title)
}

func lines(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = text.Line(s)
	}
	return out
}
