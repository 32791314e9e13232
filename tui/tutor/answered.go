package tutor

import "probity/scenarios"

// Answered is an answer of a practice as it can be shown again.
type Answered struct {
	Outcome scenarios.Outcome
	Before  *scenarios.Situation // the variant that it is a turn of; nil for none
	Lines   []scenarios.Line     // the options in the order they were shown in
	Report  string               // what to send to the author when the item seems wrong
}

// Answered lists the answers of the practice in the order they were given.
func (p *Practice) Answered() []Answered {
	var all []Answered
	first := map[string]*scenarios.Situation{}
	for _, out := range p.Sitting.Outcomes() {
		s := out.Situation
		attempt := s.Format.Begin(s, scenarios.Shuffle(s, p.Sitting.Seed()))
		attempt.Take(out.Chosen)
		a := Answered{Outcome: out, Lines: attempt.Lines(), Report: p.in.library.Report(out, attempt.Lines())}
		if before := first[s.Family]; before != nil && before != s {
			a.Before = before
		} else {
			first[s.Family] = s
		}
		all = append(all, a)
	}
	return all
}

// Seconds is the active time of the practice, as far as it is saved.
func (p *Practice) Seconds() int { return p.in.record.History().SecondsIn(p.id) }
