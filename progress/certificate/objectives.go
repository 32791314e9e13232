// Objectives: those that the work had to do with, and those that it shows to be met.

package certificate

import (
	"slices"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// weighObjectives adds the objectives worked on, with how many situations were on each, and of these the ones that are met.
func (e *Evidence) weighObjectives(work Work, p *pack.Pack) {
	topic := map[string]string{} // by family
	for _, a := range work.answered().Answers {
		family, _ := scenarios.Split(a.Situation())
		topic[family] = a.Topic
	}
	for _, id := range work.Situations {
		family, _ := scenarios.Split(id)
		if f, known := p.Bank.Family(family); known {
			topic[family] = f.Topic
		}
	}
	for _, o := range p.Objectives {
		on := 0
		for _, t := range topic {
			if o.In(t) {
				on++
			}
		}
		if on == 0 {
			continue
		}
		e.Objectives, e.OnObjective = append(e.Objectives, o.Text), append(e.OnObjective, on)
		if slices.ContainsFunc(work.Passed, func(sat Passed) bool { return sat.meets(o) }) {
			e.Met = append(e.Met, o.Text)
		}
	}
}

// meets reports whether an assessment that was passed had all topics of an objective, reaches its rule over them together, and is in none
// of them at what chance brings or below.
func (sat Passed) meets(o pack.Objective) bool {
	in := slices.DeleteFunc(slices.Clone(sat.Answers), func(a progress.Answer) bool { return !o.In(a.Topic) })
	missing := func(topic string) bool {
		return !slices.ContainsFunc(in, func(a progress.Answer) bool { return a.Topic == topic })
	}
	if len(o.Topics) == 0 || slices.ContainsFunc(o.Topics, missing) {
		return false
	}
	for _, topic := range progress.Parts(in, func(a progress.Answer) string { return a.Topic }) {
		if above, _ := topic.Score.Under(sat.Rule).Above(); above <= 0 {
			return false
		}
	}
	return progress.Total(in).Under(sat.Rule).Reaches(sat.Above)
}
