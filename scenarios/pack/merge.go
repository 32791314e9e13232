package pack

import (
	"slices"

	"probity/guidance"
	"probity/scenarios"
)

// merge adds the pack to its base. What the pack defines carries the pack's id from now on, "trust-x:late-night-post", as
// it is recorded; what it only uses is the base's.
func (p *parts) merge(lib *guidance.Library) *Pack {
	prefix := p.manifest.ID + ":"
	topics, principles := map[string]string{}, map[string]string{}
	for i, t := range p.topics {
		topics[t.ID] = prefix + t.ID
		p.topics[i].ID = prefix + t.ID
	}
	for i, pr := range p.principles {
		principles[pr.ID] = prefix + pr.ID
		p.principles[i].ID, p.principles[i].Topic = prefix+pr.ID, renamed(topics, pr.Topic)
	}
	for _, s := range p.situations {
		s.ID, s.Principle = prefix+s.ID, renamed(principles, s.Principle)
	}
	for _, s := range p.sources {
		for _, c := range s.Clauses {
			c.Topic = renamed(topics, c.Topic)
		}
	}
	for _, d := range p.differences {
		d.Topic = renamed(topics, d.Topic)
	}
	whole, bank := *p.base, p.base.Bank
	whole.Version += " with " + p.manifest.ID + " " + p.manifest.Version
	whole.Merged = append(slices.Clone(whole.Merged), p.manifest.ID)
	whole.Objectives = slices.Clone(whole.Objectives)
	for _, o := range p.manifest.objectives() {
		for i, topic := range o.Topics {
			o.Topics[i] = renamed(topics, topic)
		}
		whole.Objectives = append(whole.Objectives, o)
	}
	if p.assessment != nil { // whoever brings a pack may set its own assessment
		whole.Assessment = p.assessment
	}
	whole.Guidance = lib
	whole.Bank = scenarios.NewBank(
		append(slices.Clone(bank.Topics()), p.topics...),
		append(slices.Clone(bank.Principles()), p.principles...),
		append(slices.Clone(bank.All()), p.situations...),
	)
	return &whole
}

// renamed is the new name of an id, or the id itself.
func renamed(names map[string]string, id string) string {
	if name, ok := names[id]; ok {
		return name
	}
	return id
}
