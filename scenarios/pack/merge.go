package pack

import (
	"slices"

	"probity/scenarios"
)

// withPacks stands in a version before the packs that are merged in.
const withPacks = " with "

// merge adds the pack to its base. What the pack defines carries the pack's id from now on, "trust-x:late-night-post", as
// it is recorded; what it only uses is the base's.
func (p *parts) merge() *Pack {
	objectives := p.manifest.objectives()
	p.rename(p.manifest.ID+":", objectives)
	whole, bank := *p.base, p.base.Bank
	whole.Version += withPacks + p.manifest.ID + " " + p.manifest.Version
	whole.Merged = append(slices.Clone(whole.Merged), p.origin())
	whole.Objectives = append(slices.Clone(whole.Objectives), objectives...)
	if p.assessment != nil { // whoever brings a pack may set its own assessment
		whole.Assessment = p.assessment
	}
	whole.Bars, whole.Unfinished, whole.Foreign = p.manifest.Bars, p.unfinished, p.foreign
	whole.Guidance = p.library()
	whole.Bank = scenarios.NewBank(
		append(slices.Clone(bank.Topics()), p.topics...),
		append(slices.Clone(bank.Principles()), p.principles...),
		slices.Concat(bank.All(), slices.Concat(p.situations...)),
		append(bank.AllGone(), p.gone...)...,
	)
	return &whole
}

// rename puts the prefix before each id that the pack defines, there and wherever the pack refers to it.
func (p *parts) rename(prefix string, objectives []Objective) {
	topics, principles, clauses, sources := names{}, names{}, names{}, names{}
	for i, t := range p.topics {
		p.topics[i].ID = topics.add(prefix, t.ID)
	}
	for i, pr := range p.principles {
		p.principles[i].ID, p.principles[i].Topic = principles.add(prefix, pr.ID), topics.of(pr.Topic)
	}
	for _, s := range p.sources {
		s.ID = sources.add(prefix, s.ID)
		for _, c := range s.Clauses {
			c.ID, c.Topic = clauses.add(prefix, c.ID), topics.of(c.Topic)
		}
	}
	for _, s := range p.sources {
		s.ReplacedBy = sources.of(s.ReplacedBy)
		for _, c := range s.Clauses {
			c.Today = clauses.all(c.Today)
		}
	}
	for _, d := range p.differences {
		d.Topic, d.UK, d.IE = topics.of(d.Topic), clauses.all(d.UK), clauses.all(d.IE)
	}
	for _, s := range slices.Concat(p.situations...) {
		s.ID, s.Family, s.Principle = prefix+s.ID, prefix+s.Family, principles.of(s.Principle)
		for i := range s.Options {
			s.Options[i].Cites = clauses.all(s.Options[i].Cites)
		}
	}
	for i, g := range p.gone {
		p.gone[i].ID, p.gone[i].Principle = prefix+g.ID, principles.of(g.Principle)
	}
	for i := range objectives {
		objectives[i].Topics = topics.all(objectives[i].Topics)
	}
}

// names are the new names of what a pack defines.
type names map[string]string

func (n names) add(prefix, id string) string {
	n[id] = prefix + id
	return n[id]
}

// of is the new name of an id, or the id itself where it is not the pack's.
func (n names) of(id string) string {
	if name, ok := n[id]; ok {
		return name
	}
	return id
}

func (n names) all(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = n.of(id)
	}
	return out
}
