package pack

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
)

// mostCites is how many clauses one rationale may cite: all of them are drawn beside it.
const mostCites = 10

// checkTraces holds the rule that every judgement is traceable: each citation exists, none is superseded, and each country that a
// situation is offered in has a citation of its own. What all variants of a family lack is told of the family.
func (p *parts) checkTraces(f *file, all []*scenarios.Situation, lib *guidance.Library) {
	lacks := map[guidance.Jurisdiction][]position{} // by country, the variants
	for i, s := range all {
		for _, j := range p.checkCitations(f, s, lib) {
			lacks[j] = append(lacks[j], position{"variant", i, "jurisdictions"})
		}
	}
	for _, j := range guidance.Jurisdictions() {
		uncited := func(at position, id string) {
			f.note(at, id, "jurisdictions", "offers it in "+j.Short()+" without citing guidance from there", "cite that country's guidance, or do not offer it there")
		}
		if len(lacks[j]) == len(all) {
			uncited(position{key: "jurisdictions"}, all[0].Family)
			continue
		}
		for _, at := range lacks[j] {
			uncited(at, all[at.nth].ID)
		}
	}
}

// checkCitations notes what is wrong with the citations of one situation. It returns the countries that it is offered in and that no
// citation is of, unless some lead nowhere.
func (p *parts) checkCitations(f *file, s *scenarios.Situation, lib *guidance.Library) (lacks []guidance.Jurisdiction) {
	cited := map[guidance.Jurisdiction]bool{}
	partial := false // some citations lead nowhere, or are missing, which is told
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
		partial = partial || len(o.Cites)+len(o.Stated) == 0
		if slices.Contains(o.Stated, scenarios.Uncited) {
			partial = true
			if len(o.Cites)+len(o.Stated) > 1 {
				wrong(fmt.Sprintf("names %q beside what it rests on", scenarios.Uncited), "take the word out")
			}
		}
		if twice := firstTwice(slices.Concat(o.Cites, o.Stated)); twice != "" {
			wrong(fmt.Sprintf("names %q twice", twice), "cite each once")
		}
		for _, id := range o.Cites {
			c, ok := lib.Clause(id)
			switch {
			case !ok && p.doubtful(lib, id):
			case !ok:
				wrong(fmt.Sprintf("%q is not a clause", id), p.otherClause(lib, id))
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
	for _, j := range guidance.Jurisdictions() {
		if s.For(j) && !cited[j] && !partial {
			lacks = append(lacks, j)
		}
	}
	return lacks
}

// mostNamed is how many of a pack's own clauses a mistake names.
const mostNamed = 4

// otherClause says what to cite in place of a clause that is not there: the one that was meant, as far as can be seen, or else the pack's own.
func (p *parts) otherClause(lib *guidance.Library, id string) string {
	var own, all []string
	_, place, _ := strings.Cut(id, "/")
	for _, s := range p.sources {
		if s == nil {
			continue
		}
		for _, c := range s.Clauses {
			if _, same, _ := strings.Cut(c.ID, "/"); same == place && place != "" {
				return fmt.Sprintf("did you mean %q?", c.ID)
			}
			own = append(own, c.ID)
		}
	}
	for _, s := range lib.Sources() {
		for _, c := range s.Clauses {
			all = append(all, c.ID)
		}
	}
	near := cmp.Or(text.Nearest(id, own), text.Nearest(id, all))
	switch {
	case near != "":
		return fmt.Sprintf("did you mean %q?", near)
	case len(own) > mostNamed:
		return fmt.Sprintf("cite one by its id: this pack's own are %s and %d more, and the library's can be cited too", strings.Join(own[:mostNamed], ", "), len(own)-mostNamed)
	case len(own) > 0:
		return "cite one by its id: this pack's own are " + text.Series(own) + ", and the library's can be cited too"
	}
	return "cite a clause of the library by its id"
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
	case name == scenarios.Uncited:
		return ""
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
