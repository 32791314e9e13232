package pack

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
)

// checkWhole notes what no file shows by itself: ids used twice, citations that lead nowhere or to superseded text, and
// countries that are not cited.
func (p *parts) checkWhole() {
	lib := p.library()
	topics := p.checkTopics()
	principles := p.checkPrinciples(topics)
	p.checkObjectives(topics)
	p.checkSources(lib, topics)
	p.checkDifferences(lib)
	p.checkSituations(lib, principles)
	p.checkGone()
	if len(p.situations)+len(p.sources) == 0 {
		mend := "put sources in guidance/ and situations in scenarios/TOPIC/"
		if p.unfinished > 0 {
			mend = "mend what waits in " + UnfinishedFolder + "/, as each file says, and put it into scenarios/"
		}
		p.index(ManifestName).note(position{}, p.manifest.ID, "", "nothing comes with it", mend)
	}
}

// checkTopics notes topics of the pack that share an id. It returns the ids of all topics, the base's too.
func (p *parts) checkTopics() map[string]bool {
	all, own := map[string]bool{}, map[string]bool{}
	if p.base != nil {
		for _, t := range p.base.Bank.Topics() {
			all[t.ID] = true
		}
	}
	for i, t := range p.topics {
		if own[t.ID] {
			p.index(topicsName).note(position{"topic", i, "id"}, t.ID, "id", "is used twice", "give each topic an id of its own")
		}
		all[t.ID], own[t.ID] = true, true
	}
	return all
}

// checkPrinciples notes principles of the pack that share an id, or name no topic there is. It returns all principles by id, the
// base's too.
func (p *parts) checkPrinciples(topics map[string]bool) map[string]scenarios.Principle {
	all, own := map[string]scenarios.Principle{}, map[string]bool{}
	if p.base != nil {
		for _, pr := range p.base.Bank.Principles() {
			all[pr.ID] = pr
		}
	}
	for i, pr := range p.principles {
		f, at := p.index(principlesName), position{"principle", i, "id"}
		if own[pr.ID] {
			f.note(at, pr.ID, "id", "is used twice", "give each principle an id of its own")
		}
		if pr.Topic != "" && !topics[pr.Topic] && !p.unread(topicsName) {
			f.note(at.at("topic"), pr.ID, "topic", fmt.Sprintf("%q is not in topics.toml", pr.Topic), "use a topic's id")
		}
		all[pr.ID], own[pr.ID] = pr, true
	}
	return all
}

// doubtful reports whether a clause that is not in the library may be in the pack all the same: the file of its source could not be
// read, or has a mistake in an id. That mistake is noted, and what follows from it is not.
func (p *parts) doubtful(lib *guidance.Library, clause string) bool {
	source, _, _ := strings.Cut(clause, "/")
	return p.doubtfulSource(lib, source) || slices.ContainsFunc(p.sourceFiles, func(f *file) bool {
		return fileOf(source) == path.Base(f.name) && f.hasMistakeIn("id")
	})
}

// doubtfulSource reports whether a source that is not there may be in a file that could not be read.
func (p *parts) doubtfulSource(lib *guidance.Library, id string) bool {
	_, there := lib.Source(id)
	return !there && slices.Contains(p.sources, nil)
}

// fileOf is the name of a source's file.
func fileOf(source string) string { return source + ".toml" }

// unread reports whether one of the single files could not be decoded, or has a mistake in an id: then what is said to be
// missing there may well be there.
func (p *parts) unread(name string) bool {
	f := p.index(name)
	return f.broken || f.hasMistakeIn("id")
}

// index finds one of the single files by name.
func (p *parts) index(name string) *file {
	for _, f := range p.indexFiles {
		if path.Base(f.name) == name {
			return f
		}
	}
	return &file{name: name}
}

// checkSources notes what is wrong with each source, and with its clauses.
func (p *parts) checkSources(lib *guidance.Library, topics map[string]bool) {
	in := map[string]string{} // each clause's; its id begins with its source's, so no other pack's can be the same
	for i, s := range p.sources {
		if s == nil { // it could not be read
			continue
		}
		f := p.sourceFiles[i]
		p.checkSourceIDs(f, s, lib)
		for n, c := range s.Clauses {
			at := position{"clause", n, "id"}
			if other, taken := in[c.ID]; taken {
				f.note(at, c.ID, "id", "is used twice, also in "+other, "give each clause an id of its own")
			}
			in[c.ID] = f.name
			if !topics[c.Topic] && !p.unread(topicsName) {
				f.note(at.at("topic"), c.ID, "topic", fmt.Sprintf("%q is not in topics.toml", c.Topic), "use a topic's id")
			}
			p.checkToday(f, at.at("today"), c, lib)
		}
	}
}

// checkToday notes where a superseded clause names one as present-day that is itself superseded or missing.
func (p *parts) checkToday(f *file, at position, c *guidance.Clause, lib *guidance.Library) {
	for _, id := range c.Today {
		now, found := lib.Clause(id)
		stands := found && now.CanSupport() || !found && p.doubtful(lib, id)
		if !stands {
			f.note(at, c.ID, "today", fmt.Sprintf("%q is not a present-day clause", id), "name clauses that are not superseded")
		}
	}
}

// checkDifferences notes where a difference between the countries names a clause that does not exist.
func (p *parts) checkDifferences(lib *guidance.Library) {
	f := p.index(differencesName)
	for i, d := range p.differences {
		for _, id := range slices.Concat(d.UK, d.IE) {
			if _, found := lib.Clause(id); !found && !p.doubtful(lib, id) {
				f.note(position{"difference", i, "title"}, d.Title, "uk, ie", fmt.Sprintf("%q is not a clause", id), "name clauses of the library")
			}
		}
	}
}

// checkSourceIDs notes a source with an id of the base, or with a replaced_by that names no source.
func (p *parts) checkSourceIDs(f *file, s *guidance.Source, lib *guidance.Library) {
	at := position{table: "source"}
	if p.base != nil {
		if _, taken := p.base.Guidance.Source(s.ID); taken {
			f.note(at.at("id"), s.ID, "id", "is the id of a source in the built-in library", "choose an id of your own")
		}
	}
	if _, ok := lib.Source(s.ReplacedBy); s.ReplacedBy != "" && !ok && !p.doubtfulSource(lib, s.ReplacedBy) {
		f.note(at.at("replaced_by"), s.ID, "replaced_by", fmt.Sprintf("%q is not a source", s.ReplacedBy), "name the source that replaced it")
	}
}

// checkSituations notes ids used twice, principles that do not fit, and what is wrong with citations.
func (p *parts) checkSituations(lib *guidance.Library, principles map[string]scenarios.Principle) {
	seen := map[string]string{}
	for i, all := range p.situations {
		if len(all) == 0 {
			continue
		}
		f, s := p.situationFiles[i], all[0]
		if other, taken := seen[s.Family]; taken {
			f.note(position{key: "id"}, s.Family, "id", "is used twice, also in "+other, "give each situation an id of its own")
		}
		seen[s.Family] = f.name
		pr, ok := principles[s.Principle]
		switch {
		case !ok && (s.Principle == "" || p.unread(principlesName)): // told already
		case !ok:
			f.note(position{key: "principle"}, s.Family, "principle", fmt.Sprintf("%q is not in principles.toml", s.Principle), "use a principle's id, or add it there")
		case pr.Topic != folder(f.name) && pr.Topic != "":
			f.note(position{key: "principle"}, s.Family, "principle", fmt.Sprintf("belongs to the topic %q", pr.Topic), "move the file to that folder, or choose another principle")
		}
		p.checkTraces(f, all, lib)
	}
}
