package pack

import (
	"fmt"
	"slices"
	"strings"
)

// Objective is what a learner can do afterwards. It is worked on in its topics; with none, in the whole library, and nothing
// shows then that it was met.
type Objective struct {
	Text   string
	Topics []string // ids
}

// In reports whether an answer or a situation of a topic has to do with the objective.
func (o Objective) In(topic string) bool {
	return len(o.Topics) == 0 || slices.Contains(o.Topics, topic)
}

// objectives are the manifest's, with those of packs from before objectives had topics: a list of texts.
func (m manifestFile) objectives() []Objective {
	var all []Objective
	for _, text := range m.Objectives {
		all = append(all, Objective{Text: text})
	}
	return append(all, m.Objective...)
}

// checkObjectives notes objectives that say nothing, or name a topic that there is not.
func (p *parts) checkObjectives(topics map[string]bool) {
	f := p.index(ManifestName)
	for i, text := range p.manifest.Objectives {
		if strings.TrimSpace(text) == "" {
			f.note(position{key: "objectives"}, p.manifest.ID, "objectives", fmt.Sprintf("has an empty text, number %d", i+1), "say what a learner can do afterwards, or take it out")
		}
	}
	for i, o := range p.manifest.Objective {
		at := position{"objective", i, "topics"}
		f.present(at, p.manifest.ID, field{"text", o.Text})
		if len(o.Topics) == 0 {
			f.note(at, p.manifest.ID, "topics", "is missing or empty", `name the topics that the objective is worked on in: topics = ["…"]`)
		}
		for _, topic := range o.Topics {
			if !topics[topic] {
				f.note(at, p.manifest.ID, "topics", fmt.Sprintf("%q is not in topics.toml", topic), "use topics' ids")
			}
		}
	}
}
