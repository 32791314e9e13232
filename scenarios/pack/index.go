package pack

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
)

// manifestFile is pack.toml.
type manifestFile struct {
	Schema        int
	ID            string
	Title         string
	Version       string
	Authors       []string
	Licence       string
	Jurisdictions []guidance.Jurisdiction
	Objectives    []string // as packs had them before each had its topics
	Objective     []Objective
	Assessment    *assessmentTable // nil for none
	Bars          Bars
}

// topicsFile and principlesFile are topics.toml and principles.toml.
type (
	topicsFile     struct{ Topic []scenarios.Topic }
	principlesFile struct{ Principle []scenarios.Principle }
)

// readIndexes reads the files that there is one of: the manifest, topics, principles, what left, and differences. A pack with a base
// may do without all but the manifest.
func (p *parts) readIndexes(in folders) {
	p.manifest.Bars = standardBars()
	f, md, ok := open(in.manifest, ManifestName, &p.manifest)
	if ok {
		f.required(md, position{}, "", "schema", "id", "title", "version", "jurisdictions")
		if p.manifest.Schema != 0 && p.manifest.Schema != schema {
			f.note(position{key: "schema"}, p.manifest.ID, "schema", fmt.Sprintf("is %d", p.manifest.Schema), fmt.Sprintf("this Probity reads schema = %d", schema))
		}
		if p.manifest.ID != "" {
			f.goodID(position{}, p.manifest.ID)
		}
		if p.base != nil && p.manifest.ID == p.base.ID {
			f.note(position{key: "id"}, p.manifest.ID, "id", "is the built-in library's", "choose an id of your own")
		}
		if p.base != nil && slices.ContainsFunc(p.base.Merged, func(o Origin) bool { return o.ID == p.manifest.ID }) {
			f.note(position{key: "id"}, p.manifest.ID, "id", "is that of a pack that is merged already", "leave one of the two out, or give it an id of its own")
		}
		p.assessment = f.blueprint(p.manifest.Assessment)
		f.checkBars(p.manifest.Bars)
	}
	p.indexFiles = append(p.indexFiles, f)

	var topics topicsFile
	if f := p.optional(in.situations, topicsName, &topics); f != nil {
		for i, t := range topics.Topic {
			f.goodID(position{"topic", i, ""}, t.ID)
			f.present(position{"topic", i, ""}, t.ID, field{"title", t.Title}, field{"covers", t.Covers})
			f.checkWords(position{"topic", i, "words"}, t)
		}
	}
	var principles principlesFile
	if f := p.optional(in.situations, principlesName, &principles); f != nil {
		for i, pr := range principles.Principle {
			f.goodID(position{"principle", i, ""}, pr.ID)
			f.present(position{"principle", i, ""}, pr.ID, field{"topic", pr.Topic}, field{"lesson", pr.Lesson})
		}
	}
	p.topics, p.principles = topics.Topic, principles.Principle
	p.readGone(in.situations)
	if _, err := fs.Stat(in.sources, differencesName); err == nil {
		p.differences, f = readDifferences(in.sources, differencesName)
		p.indexFiles = append(p.indexFiles, f)
	}
}

// mostLetters is how long a word of a topic may be, in characters.
const mostLetters = 40

// checkWords notes words of a topic that nobody could type, and those that it has twice in one list.
func (f *file) checkWords(at position, t scenarios.Topic) {
	for _, names := range t.Words {
		seen := map[string]bool{}
		for _, n := range names {
			folded := text.Fold(n)
			switch {
			case !strings.ContainsFunc(folded, typed):
				f.note(at, t.ID, "words", fmt.Sprintf("has %q, which has no letter and no digit", n), "write a word, or take it out")
			case utf8.RuneCountInString(n) > mostLetters:
				f.note(at, t.ID, "words", fmt.Sprintf("has a word of %d characters", utf8.RuneCountInString(n)), fmt.Sprintf("keep to %d", mostLetters))
			case strings.ContainsFunc(folded, func(r rune) bool { return !typed(r) && !strings.ContainsRune(" '-&.", r) }):
				f.note(at, t.ID, "words", fmt.Sprintf("has %q, with other signs than letters and digits", n), "use letters, digits, blanks, apostrophes and hyphens")
			case seen[folded]:
				f.note(at, t.ID, "words", fmt.Sprintf("has %q twice in one list", n), "take one of the two out")
			}
			seen[folded] = true
		}
	}
}

// typed reports whether a character is a letter or a digit.
func typed(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// optional reads a file that a pack with a base may lack; nil when it does.
func (p *parts) optional(in tree, name string, v any) *file {
	if _, err := fs.Stat(in, name); err != nil && p.base != nil {
		return nil
	}
	f, _, _ := open(in, name, v)
	p.indexFiles = append(p.indexFiles, f)
	return f
}
