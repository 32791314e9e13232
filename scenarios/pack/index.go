package pack

import (
	"io/fs"

	"probity/guidance"
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
	Objectives    []string
}

// readIndexes reads the files that there is one of: the manifest, topics, principles and differences.
func (p *parts) readIndexes(sources, situations fs.FS) {
	f, md, ok := open(situations, manifestName, &p.manifest)
	if ok {
		f.required(md, position{}, "", "schema", "id", "title", "version", "jurisdictions")
		if p.manifest.ID != "" {
			f.goodID(position{}, p.manifest.ID)
		}
	}
	p.indexFiles = append(p.indexFiles, f)

	var topics struct{ Topic []scenarios.Topic }
	f, _, _ = open(situations, "topics.toml", &topics)
	for i, t := range topics.Topic {
		f.goodID(position{"topic", i, ""}, t.ID)
		f.present(position{"topic", i, ""}, t.ID, field{"title", t.Title}, field{"covers", t.Covers})
	}
	p.topics, p.indexFiles = topics.Topic, append(p.indexFiles, f)

	var principles struct{ Principle []scenarios.Principle }
	f, _, _ = open(situations, "principles.toml", &principles)
	for i, pr := range principles.Principle {
		f.goodID(position{"principle", i, ""}, pr.ID)
		f.present(position{"principle", i, ""}, pr.ID, field{"topic", pr.Topic}, field{"lesson", pr.Lesson})
	}
	p.principles, p.indexFiles = principles.Principle, append(p.indexFiles, f)

	if _, err := fs.Stat(sources, differencesName); err == nil {
		p.differences, f = readDifferences(sources, differencesName)
		p.indexFiles = append(p.indexFiles, f)
	}
}
