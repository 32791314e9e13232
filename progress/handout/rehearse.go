// The rehearsal: the plan gone through once without a room, to learn what the facilitator will have before them.

package handout

import (
	"fmt"
	"slices"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
)

// stop is one situation of the plan, as the papers need it.
type stop struct {
	induction.Notes
	title          string             // with the beginning of its facts where the plan has two variants of its family
	from, to       int                // minutes from the session's beginning
	think, discuss time.Duration      // the countdowns
	clauses        []*guidance.Clause // of the plan's country, those that decide first
	reader         guidance.Reader
}

// rehearse goes through a session of the plan.
func rehearse(plan induction.Plan, p *pack.Pack) ([]stop, error) {
	const room = 2 // nobody is there; it is the least that a session takes
	var then time.Time
	s, _, err := induction.Begin(p.Bank, plan, room, "rehearsal", p.Version, then)
	if err != nil {
		return nil, err
	}
	var out []stop
	from := 0
	for i, item := range plan.Items {
		if _, err := s.Jump(i+1, then); err != nil {
			return nil, fmt.Errorf("going through the plan: %w", err)
		}
		notes := s.Notes(then)
		lasts := map[induction.Step]time.Duration{}
		for s.Step() != induction.Discuss {
			if _, err := s.CloseVote(then); err != nil {
				_, err = s.Forward(then)
				if err != nil {
					return nil, fmt.Errorf("going through the plan: %w", err)
				}
			}
			lasts[s.Step()] = s.Remaining(then)
		}
		out = append(out, stop{
			Notes: notes, title: notes.Situation.Title, from: from, to: from + item.Minutes, think: lasts[induction.Think], discuss: lasts[induction.Discuss],
			clauses: ofCountry(p.Guidance.Clauses(notes.Cites), plan.Jurisdiction),
			reader:  s.Reader(),
		})
		from += item.Minutes
	}
	tellApart(out, p.Bank)
	return out, nil
}

// tellApart gives the variants of one family titles that differ.
func tellApart(stops []stop, bank *scenarios.Bank) {
	times := map[string]int{}
	for _, s := range stops {
		times[s.Situation.Family]++
	}
	for i, s := range stops {
		if times[s.Situation.Family] > 1 {
			stops[i].title = bank.TitleOf(s.Situation.ID)
		}
	}
}

// ofCountry leaves out what another country's clinicians are held to.
func ofCountry(clauses []*guidance.Clause, j guidance.Jurisdiction) []*guidance.Clause {
	return slices.DeleteFunc(clauses, func(c *guidance.Clause) bool { return c.Source.Jurisdiction != j })
}
