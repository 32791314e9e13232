package pack

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
)

// situationFile is a situation as its file has it: of schema 1, told alone, with a stem and a key; or of schema 2, a family, with a
// lead and variants.
type situationFile struct {
	Schema        int
	ID            string
	Revision      int
	Principle     string
	Format        string
	Title         string
	Level         int
	Setting       guidance.Role
	Jurisdictions []guidance.Jurisdiction
	Minutes       int
	Stem          string // schema 1
	Lead          string // schema 2
	Ask           string
	Key           []string // schema 1
	Reflect       string
	Talk          []string
	Option        []optionFile
	Variant       []variantFile // schema 2
}

type optionFile struct {
	ID    string
	Text  string
	Why   string
	Cites []string
}

// The versions of a situation's file.
const (
	toldAlone  = 1
	withFamily = 2
)

// writtenAs is the schema that the file follows, going by what it has and not by the number it gives: what is wrong with the number is one
// mistake, not all that would follow from it.
func (raw situationFile) writtenAs() int {
	switch {
	case len(raw.Variant) > 0:
		return withFamily
	case raw.Stem != "" && raw.Lead == "", raw.Schema != withFamily:
		return toldAlone
	}
	return withFamily
}

// readSituation reads one file: a situation that is told alone, or a family's variants. There is none when the file cannot be
// decoded.
func readSituation(in tree, name string) ([]*scenarios.Situation, *file) {
	var raw situationFile
	f, md, ok := open(in, name, &raw)
	if !ok {
		return nil, f
	}
	format, known := scenarios.FormatNamed(raw.Format)
	if in.proven && known {
		return raw.all(format), f
	}
	f.required(md, position{}, raw.ID, "jurisdictions")
	f.counted(raw.ID, map[string]int{"schema": raw.Schema, "revision": raw.Revision, "level": raw.Level, "minutes": raw.Minutes})
	f.present(position{}, raw.ID, field{"id", raw.ID}, field{"principle", raw.Principle}, field{"title", raw.Title},
		field{"ask", raw.Ask}, field{"reflect", raw.Reflect}, field{"format", raw.Format}, field{"setting", string(raw.Setting)})
	checkHead(f, raw, name)
	if !known {
		f.note(position{key: "format"}, raw.ID, "format", fmt.Sprintf("%q is not a format", raw.Format), "use one of "+formatNames())
		format = scenarios.Formats()[0] // good enough to check the rest: a pack with a mistake is not used
	}
	if raw.writtenAs() == withFamily {
		return readFamily(f, raw, format), f
	}
	f.required(md, position{}, raw.ID, "key")
	f.checkAlone(raw)
	s := raw.situation(format)
	if known {
		for _, flaw := range format.Check(s) {
			f.noteFlaw(raw.ID, flaw)
		}
	}
	return []*scenarios.Situation{s}, f
}

// all is the situations of the file: one that is told alone, or each variant of a family.
func (raw situationFile) all(format scenarios.Format) []*scenarios.Situation {
	if raw.writtenAs() == toldAlone {
		return []*scenarios.Situation{raw.situation(format)}
	}
	var variants []*scenarios.Situation
	for _, v := range raw.Variant {
		variants = append(variants, raw.variant(v, format))
	}
	return variants
}

// noteFlaw notes what is wrong with options or key under the format.
func (f *file) noteFlaw(id string, flaw scenarios.Flaw) {
	at, name := position{key: flaw.Field}, flaw.Field
	if flaw.Option > 0 {
		at, name = position{"option", flaw.Option - 1, flaw.Field}, fmt.Sprintf("option %d, %s", flaw.Option, flaw.Field)
	}
	f.note(at, id, name, flaw.Problem, flaw.Mend)
}

// situation is what the head of the file says, and the options.
func (raw situationFile) situation(format scenarios.Format) *scenarios.Situation {
	s := &scenarios.Situation{
		ID: raw.ID, Family: raw.ID, Revision: raw.Revision, Principle: raw.Principle, Format: format, Title: raw.Title, Level: raw.Level,
		Setting: raw.Setting, Jurisdictions: raw.Jurisdictions, Minutes: raw.Minutes, Stem: raw.Stem, Lead: raw.Stem, Ask: raw.Ask,
		Key: raw.Key, Reflect: raw.Reflect, Talk: raw.Talk,
	}
	for _, o := range raw.Option {
		cites, stated := apart(o.Cites)
		s.Options = append(s.Options, scenarios.Option{ID: o.ID, Text: o.Text, Why: o.Why, Cites: cites, Stated: stated})
	}
	return s
}

// apart divides what a rationale rests on: clauses, whose ids have a stroke and no blank, and what the lead states. The title of a law
// may have a stroke too, as in Regulation (EU) 2016/679.
func apart(cites []string) (clauses, stated []string) {
	for _, c := range cites {
		if strings.Contains(c, "/") && !strings.Contains(c, " ") {
			clauses = append(clauses, c)
		} else {
			stated = append(stated, c)
		}
	}
	return clauses, stated
}

// checkHead notes what is wrong with the fields above the options.
func checkHead(f *file, raw situationFile, name string) {
	if raw.ID != "" {
		f.goodID(position{}, raw.ID)
	}
	if slug().MatchString(raw.ID) && raw.ID != strings.TrimSuffix(path.Base(name), ".toml") {
		f.note(position{key: "id"}, raw.ID, "id", "differs from the file's name", "name the file "+raw.ID+".toml, or change the id")
	}
	const schemas = "write schema = 2 for a family, with a lead and variants, or schema = 1 for a situation told alone, with a stem and a key"
	switch {
	case raw.Schema == 0: // told already
	case raw.Schema != toldAlone && raw.Schema != withFamily:
		f.note(position{key: "schema"}, raw.ID, "schema", fmt.Sprintf("is %d", raw.Schema), schemas)
	case raw.Schema < raw.writtenAs():
		f.note(position{key: "schema"}, raw.ID, "schema", "is 1, but there are variants", schemas)
	case raw.Schema > raw.writtenAs():
		f.note(position{key: "schema"}, raw.ID, "schema", "is 2, but there is a stem and no variant", schemas)
	}
	if raw.Revision < 0 {
		f.note(position{key: "revision"}, raw.ID, "revision", "is below 1", "start at revision = 1")
	}
	if raw.Level < 0 || raw.Level > 3 {
		f.note(position{key: "level"}, raw.ID, "level", fmt.Sprintf("is %d", raw.Level), "use 1 straightforward, 2 needs weighing or 3 reasonable people hesitate")
	}
	if raw.Minutes < 0 || raw.Minutes > 30 {
		f.note(position{key: "minutes"}, raw.ID, "minutes", fmt.Sprintf("is %d", raw.Minutes), "give the minutes it takes, usually 1 to 4")
	}
	if raw.Setting == guidance.Other || !raw.Setting.Known() && raw.Setting != guidance.AnyRole {
		f.note(position{key: "setting"}, raw.ID, "setting", fmt.Sprintf("%q is not a role", raw.Setting), "use doctor, physician-associate, anaesthesia-associate, student or any")
	}
	f.checkCountry(position{key: "jurisdictions"}, raw.ID, raw.Jurisdictions)
	if len(raw.Jurisdictions) == 0 {
		f.note(position{key: "jurisdictions"}, raw.ID, "jurisdictions", "names no country", `use ["uk"], ["ie"] or both`)
	}
}

// cites notes where a rationale has its citations, for what only the whole pack can show.
func (f *file) cites(situation, option string, at position) {
	if f.citing == nil {
		f.citing = map[citing]position{}
	}
	f.citing[citing{situation, option}] = at.at("cites")
}

// checkCountry notes a country that there is no guidance of, or that is named twice.
func (f *file) checkCountry(at position, id string, named []guidance.Jurisdiction) {
	for i, j := range named {
		switch {
		case !j.Known():
			f.note(at, id, "jurisdictions", fmt.Sprintf("%q is not a country Probity teaches", j), `use "uk" or "ie"`)
		case slices.Contains(named[:i], j):
			f.note(at, id, "jurisdictions", fmt.Sprintf("names %q twice", j), "name each country once")
		}
	}
}

// checkAlone notes what is wrong with a situation that is told alone: what only families have, and options that lack their text,
// rationale or citations.
func (f *file) checkAlone(raw situationFile) {
	f.present(position{}, raw.ID, field{"stem", raw.Stem})
	if raw.Lead != "" {
		f.note(position{key: "lead"}, raw.ID, "lead", "stands in a situation of schema 1", "a family has schema = 2, a lead and variants; a situation told alone has a stem and a key")
	}
	for i, o := range raw.situation(nil).Options {
		at := position{"option", i, ""}
		if o.ID == "" {
			continue // the format tells
		}
		f.goodID(at, o.ID)
		if blank(o.Text) {
			f.note(at.at("text"), raw.ID, "option "+o.ID+", text", "is missing or empty", "every option has its text and its own rationale")
		}
		f.checkRationale(raw.ID, at, o)
		f.cites(raw.ID, o.ID, at)
	}
}

// counted notes each of the named numbers that is missing, which is nought.
func (f *file) counted(id string, numbers map[string]int) {
	for _, name := range slices.Sorted(maps.Keys(numbers)) {
		if numbers[name] == 0 {
			f.note(position{key: name}, id, name, "is missing or nought", "add "+name+" = …")
		}
	}
}

func formatNames() string {
	var names []string
	for _, f := range scenarios.Formats() {
		names = append(names, f.Name())
	}
	return strings.Join(names, ", ")
}
