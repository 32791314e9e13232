package tutor

import (
	"probity/progress"
	"probity/scenarios"
)

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

// Seconds is the active time from the beginning of the practice to its latest answer that is saved.
func (p *Practice) Seconds() int {
	sum := 0
	for _, a := range p.in.record.History().Answers() {
		if a.Sitting == p.id {
			sum += progress.Active(a.Seconds)
		}
	}
	return sum
}
