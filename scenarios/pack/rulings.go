package pack

import (
	"fmt"
	"slices"

	"probity/scenarios"
)

// checkRulings notes what is wrong with what the nth variant says of the options, and which rationale is missing. before is how many
// such tables the variants before it have.
func (f *file) checkRulings(raw situationFile, n, before int, s *scenarios.Situation) {
	v := raw.Variant[n]
	clear := f.checkNamed(v, before, s)
	for k, o := range s.Options {
		own, at := position{"option", k, ""}, position{"variant", n, ""}
		if i := slices.IndexFunc(v.Option, func(r rulingFile) bool { return r.ID == o.ID }); i >= 0 {
			at = position{"variant.option", before + i, ""}
			if len(v.Option[i].Cites) > 0 {
				own = at
			}
		}
		if clear { // else one that seems to be missing may be there
			f.checkRationale(s.ID, at, o)
		}
		f.cites(s.ID, o.ID, own)
	}
}

// checkNamed notes which tables of a variant name no option, or one twice, or say nothing. It reports whether it is clear which option
// each speaks of.
func (f *file) checkNamed(v variantFile, before int, s *scenarios.Situation) (clear bool) {
	clear = true
	for i, r := range v.Option {
		at := position{"variant.option", before + i, "id"}
		o, there := s.Option(r.ID)
		clear = clear && there
		switch {
		case r.ID == "":
			f.note(position{"variant.option", before + i, ""}, s.ID, "option, id", "is missing", "name an option of the family by its id")
		case !there:
			f.note(at, s.ID, "option "+r.ID+", id", fmt.Sprintf("%q is not an option of the family", r.ID), "name an option by its id")
		case slices.ContainsFunc(v.Option[:i], func(o rulingFile) bool { return o.ID == r.ID }):
			clear = false
			f.note(at, s.ID, "option "+r.ID+", id", "is spoken of twice in this variant", "say it in one place")
		case r.Cites != nil && len(r.Cites) == 0 && len(o.Cites)+len(o.Stated) > 0:
			f.note(at.at("cites"), s.ID, "option "+r.ID+", cites", "names no clause", "cite those that decide it here, or take the line out: then they are the option's")
		}
	}
	return clear
}

// checkRationale notes where an option lacks its rationale or its citations.
func (f *file) checkRationale(id string, at position, o scenarios.Option) {
	name := func(field string) string { return "option " + o.ID + ", " + field }
	if blank(o.Why) {
		f.note(at.at("why"), id, name("why"), "is missing or empty", "every option has its own rationale; a family's may stand on the option or in the variant")
	}
	if len(o.Cites)+len(o.Stated) == 0 {
		f.note(at.at("cites"), id, name("cites"), "is missing or empty", "cite at least one clause for the rationale")
	}
}
