package pack

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"probity/guidance"
	"probity/scenarios"
)

// mostCites is how many clauses one rationale may cite: all of them are drawn beside it.
const mostCites = 10

// checkCitations holds the rule that every judgement is traceable: each citation exists, none is superseded, and each
// country that the situation is offered in has a citation of its own.
func (p *parts) checkCitations(f *file, s *scenarios.Situation, lib *guidance.Library) {
	cited := map[guidance.Jurisdiction]bool{}
	partial := false // some citations lead nowhere, which is told
	told := inWordsOf(s.Stem)
	for _, o := range s.Options {
		at := f.citing[citing{s.ID, o.ID}]
		wrong := func(problem, mend string) {
			f.note(at, at.spokenOf(s), "option "+o.ID+", cites", problem, mend)
		}
		if n := len(o.Cites) + len(o.Stated); n > mostCites {
			wrong(fmt.Sprintf("names %d clauses", n), fmt.Sprintf("keep to the %d that decide it", mostCites))
			partial = true
			continue
		}
		if twice := firstTwice(slices.Concat(o.Cites, o.Stated)); twice != "" {
			wrong(fmt.Sprintf("names %q twice", twice), "cite each once")
		}
		for _, id := range o.Cites {
			c, ok := lib.Clause(id)
			switch {
			case !ok && p.doubtful(lib, id):
			case !ok:
				wrong(fmt.Sprintf("%q is not a clause", id), "cite a clause of the library by its id")
			case !c.CanSupport():
				wrong(fmt.Sprintf("%q is superseded", id), "cite what stands today")
			default:
				cited[c.Source.Jurisdiction] = true
				continue
			}
			partial = true
		}
		for _, name := range o.Stated {
			if mend := notStated(s, told, name); mend != "" {
				wrong(fmt.Sprintf("%q is not a clause", name), mend)
				partial = true
			}
		}
	}
	for _, j := range s.Jurisdictions {
		if j.Known() && !cited[j] && !partial {
			f.note(position{key: "jurisdictions"}, s.ID, "jurisdictions", "offers it in "+j.Short()+" without citing guidance from there", "cite that country's guidance, or do not offer it there")
		}
	}
}

// firstTwice is the first that is named twice; "" where none is.
func firstTwice(names []string) string {
	for i, n := range names {
		if slices.Contains(names[:i], n) {
			return n
		}
	}
	return ""
}

// notStated says what to do about a citation that is no clause and that the situation does not state either; "" when it does: a family
// may rest on its lead, or on an outside law that it names in what is told, which is given in words.
func notStated(s *scenarios.Situation, told, name string) string {
	switch {
	case s.Variant == "":
		return "cite a clause of the library by its id"
	case name == scenarios.TheLead || isTitle(name) && strings.Contains(told, inWordsOf(name)):
		return ""
	}
	return `cite a clause by its id, "lead", or a law by the title that the lead gives it`
}

// isTitle reports whether a name can be the title of a law: several letters, with a capital among them.
func isTitle(name string) bool {
	return len(inWordsOf(name)) >= len(" Act ") && strings.IndexFunc(name, unicode.IsUpper) >= 0
}

// spokenOf is the id under which a mistake at the position is listed: the family's where its variants share what stands there.
func (p position) spokenOf(s *scenarios.Situation) string {
	if p.table == "option" {
		return s.Family
	}
	return s.ID
}
