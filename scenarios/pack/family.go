package pack

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"probity/guidance"
	"probity/scenarios"
)

// variantFile is a variant of a family as the family's file has it.
type variantFile struct {
	ID            string
	Facts         string
	Key           []string
	Turns         string
	Jurisdictions []guidance.Jurisdiction // those of the family where it names none
	Option        []rulingFile
}

// rulingFile is what a variant says of an option: its own rationale and citations, which replace the option's, field by field.
type rulingFile struct {
	ID    string
	Why   string
	Cites []string
}

// How many variants a family has.
const (
	fewestVariants = 2
	mostVariants   = 4
)

// readFamily makes a situation of each variant, and notes what is wrong with them.
func readFamily(f *file, raw situationFile, format scenarios.Format) []*scenarios.Situation {
	f.present(position{}, raw.ID, field{"lead", raw.Lead})
	if raw.Stem != "" {
		f.note(position{key: "stem"}, raw.ID, "stem", "stands in a family", "put what all variants share in lead, and what decides each in its facts")
	}
	if len(raw.Key) > 0 {
		f.note(position{key: "key"}, raw.ID, "key", "stands above the variants", "give each variant a key of its own")
	}
	if !format.Scored() {
		f.note(position{key: "format"}, raw.ID, "format", "has no key that could turn", "tell a discussion alone, with schema = 1 and a stem")
	}
	if n := len(raw.Variant); n < fewestVariants || n > mostVariants {
		f.note(position{key: "id"}, raw.ID, "variant", thereAre(n), "a family has two to four variants")
		raw.Variant = raw.Variant[:min(n, mostVariants)]
	}
	if len(raw.Option) == 0 {
		f.note(position{key: "id"}, raw.ID, "option", "there are none", "put the options that all variants share above the variants, each under [[option]]")
		return nil
	}
	if whole := f.checkOptions(raw) && f.checkVariants(raw); !whole {
		return nil
	}
	all := []*scenarios.Situation{}
	rulings := 0 // tables of the variants before
	for i, v := range raw.Variant {
		s := raw.variant(v, format)
		f.checkVariant(raw, i, s)
		f.checkRulings(raw, i, rulings, s)
		rulings += len(v.Option)
		all = append(all, s)
	}
	f.checkTurning(raw, all)
	f.checkCountries(raw, all)
	return all
}

// thereAre says how many there are of something.
func thereAre(n int) string {
	switch n {
	case 0:
		return "there are none"
	case 1:
		return "there is one"
	}
	return fmt.Sprintf("there are %d", n)
}

// checkOptions notes what is wrong with the options by themselves. It reports whether each has its id: else nobody can tell which of them
// keys and variants speak of.
func (f *file) checkOptions(raw situationFile) bool {
	named := true
	for i, o := range raw.Option {
		at := position{"option", i, ""}
		switch {
		case o.ID == "":
			named = false
			f.note(at, raw.ID, fmt.Sprintf("option %d, id", i+1), "is missing", `give the option a letter, such as id = "a"`)
			continue
		case blank(o.Text):
			f.note(at.at("text"), raw.ID, "option "+o.ID+", text", "is missing or empty", "every option has its text")
		}
		f.goodID(at, o.ID)
	}
	return named
}

// checkVariants notes variants that say nothing. It reports whether there are none: what each lacks would be a long list.
func (f *file) checkVariants(raw situationFile) bool {
	whole := true
	for i, v := range raw.Variant {
		if v.ID == "" && v.Facts == "" && v.Turns == "" && len(v.Key)+len(v.Option) == 0 {
			whole = false
			f.note(position{"variant", i, ""}, raw.ID, "variant", "is empty", "give it an id, facts, a key and what turns, or take the line out")
		}
	}
	return whole
}

// variant is the situation that a variant makes of its family.
func (raw situationFile) variant(v variantFile, format scenarios.Format) *scenarios.Situation {
	s := raw.situation(format)
	s.ID, s.Variant = scenarios.Join(raw.ID, v.ID), v.ID
	s.Lead, s.Facts, s.Stem, s.Turns, s.Key = raw.Lead, v.Facts, scenarios.Told(raw.Lead, v.Facts), v.Turns, v.Key
	if len(v.Jurisdictions) > 0 {
		s.Jurisdictions = v.Jurisdictions
	}
	for _, r := range v.Option {
		i := slices.IndexFunc(s.Options, func(o scenarios.Option) bool { return o.ID == r.ID })
		if i < 0 {
			continue
		}
		if r.Why != "" {
			s.Options[i].Why = r.Why
		}
		if len(r.Cites) > 0 {
			s.Options[i].Cites, s.Options[i].Stated = apart(r.Cites)
		}
	}
	return s
}

// checkVariant notes what is wrong with the head of the nth variant.
func (f *file) checkVariant(raw situationFile, n int, s *scenarios.Situation) {
	v, at := raw.Variant[n], position{"variant", n, ""}
	f.present(at, s.ID, field{"id", v.ID}, field{"facts", v.Facts}, field{"turns", v.Turns})
	if v.ID != "" {
		f.goodID(at, v.ID)
	}
	if slices.ContainsFunc(raw.Variant[:n], func(o variantFile) bool { return o.ID == v.ID }) {
		f.note(at.at("id"), s.ID, "id", "is used twice", "give each variant of the family an id of its own")
	}
	if slices.ContainsFunc(raw.Variant[:n], func(o variantFile) bool { return !blank(v.Facts) && sameWords(o.Facts, v.Facts) }) {
		f.note(at.at("facts"), s.ID, "facts", "are those of another variant", "say what is different in this one")
	}
	if shared := repeated(raw.Lead, v.Facts); shared != "" {
		f.note(at.at("facts"), s.ID, "facts", fmt.Sprintf("repeat the lead: %q", shared), "say only what is different in this variant")
	}
	if f.hasMistakeIn("format") {
		return // nothing can be said of the key
	}
	for _, flaw := range s.Format.Check(s) {
		switch {
		case flaw.Field == "key":
			f.note(at.at("key"), s.ID, "key", flaw.Problem, flaw.Mend)
		case n == 0: // the options are the family's: once is enough
			f.noteFlaw(raw.ID, flaw)
		}
	}
}

// checkTurning notes a family whose key never turns, or where the keys name different numbers of options, which would give the
// variant away.
func (f *file) checkTurning(raw situationFile, all []*scenarios.Situation) {
	if len(all) < fewestVariants || f.hasMistakeIn("format") || f.hasMistakeIn("key") {
		return
	}
	first := all[0]
	if !slices.ContainsFunc(all, func(s *scenarios.Situation) bool { return !s.SameKey(first) }) {
		f.note(position{"variant", 0, "key"}, raw.ID, "key", "is the same in every variant", "change a fact, so that another answer is right; a part of the variants may share a key")
	}
	for i, s := range all {
		if len(s.Key) != len(first.Key) {
			f.note(position{"variant", i, "key"}, s.ID, "key", fmt.Sprintf("has %d entries where the first variant's has %d", len(s.Key), len(first.Key)), "ask for as many in every variant")
		}
	}
}

// checkCountries notes a country that the family does not name and a variant does, or that is offered fewer than two variants: there
// would be no turn.
func (f *file) checkCountries(raw situationFile, all []*scenarios.Situation) {
	for i, v := range raw.Variant {
		at := position{"variant", i, "jurisdictions"}
		f.checkCountry(at, all[i].ID, v.Jurisdictions)
		if v.Jurisdictions != nil && len(v.Jurisdictions) == 0 {
			f.note(at, all[i].ID, "jurisdictions", "names no country", "name those of this variant, or take the line out: then they are the family's")
		}
		for _, j := range v.Jurisdictions {
			if j.Known() && len(raw.Jurisdictions) > 0 && !slices.Contains(raw.Jurisdictions, j) {
				f.note(at, all[i].ID, "jurisdictions", fmt.Sprintf("names %q, which the family does not", j), "name it in the family's jurisdictions too")
			}
		}
	}
	if len(all) < fewestVariants {
		return // told already
	}
	for _, j := range raw.Jurisdictions {
		n := 0
		for _, s := range all {
			if s.For(j) {
				n++
			}
		}
		if j.Known() && n < fewestVariants {
			f.note(position{key: "jurisdictions"}, raw.ID, "jurisdictions", fmt.Sprintf("offers %d of the variants in %s", n, j.Short()), "give each country at least two, or do not offer it there")
		}
	}
}

// mostShared is how many words in a row facts may have in common with the lead.
const mostShared = 5

// inWordsOf is the words of a text in small letters, each between blanks.
func inWordsOf(s string) string {
	between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '’' && r != '\'' }
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), between), " ") + " "
}

// sameWords reports whether two texts have the same words.
func sameWords(a, b string) bool { return inWordsOf(a) == inWordsOf(b) }

// repeated is words in a row that the facts take from the lead, more than they may; "" when they don't.
func repeated(lead, facts string) string {
	shared := map[string]bool{}
	for _, row := range rows(lead) {
		shared[row] = true
	}
	for _, row := range rows(facts) {
		if shared[row] {
			return row
		}
	}
	return ""
}

// rows lists every row of one word more than facts may share with the lead.
func rows(s string) []string {
	words, n := strings.Fields(inWordsOf(s)), mostShared+1
	var out []string
	for i := range max(0, len(words)-n+1) {
		out = append(out, strings.Join(words[i:i+n], " "))
	}
	return out
}
