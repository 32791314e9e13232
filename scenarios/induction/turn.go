// A turn: another variant of the family that the room has just gone through. One thing is different, and it votes again. What stays
// with the room comes after the last turn.

package induction

import (
	"slices"
	"time"

	"probity/scenarios"
)

// Course is the plan as it stands, with what was added.
func (s *Session) Course() Plan {
	p := s.plan
	p.Items = nil
	for _, stop := range s.stops {
		p.Items = append(p.Items, Item{stop.situation.ID, int(stop.planned / time.Minute)})
	}
	return p
}

// planWith is that plan with a further item.
func (s *Session) planWith(at int, i Item) Plan {
	p := s.Course()
	p.Items = slices.Insert(p.Items, at, i)
	return p
}

// ends is the step that a stop ends with: before a turn of its own the guidance.
func (s *Session) ends(i int) Step {
	if i+1 < len(s.stops) && s.stops[i+1].situation.Family == s.stops[i].situation.Family {
		return Guidance
	}
	return TakeAway
}

// met is the places of the family's variants that the room has gone through one after the other, the last of them this one. What was
// left out is not among them.
func (s *Session) met(last int) []int {
	out := []int{last}
	for i := last - 1; i >= 0 && s.stops[i].situation.Family == s.stops[last].situation.Family; i-- {
		if !s.stops[i].skipped {
			out = append(out, i)
		}
	}
	slices.Reverse(out)
	return out
}

// turnOf is the situation that a stop is a turn of; nil where it is none.
func (s *Session) turnOf(i int) *scenarios.Situation {
	met := s.met(i)
	if len(met) == 1 {
		return nil
	}
	return s.stops[met[len(met)-2]].situation
}

// TurnOf is the situation that the current one is a turn of: the facts as they were. It is nil where the current one is no turn.
func (s *Session) TurnOf() *scenarios.Situation { return s.turnOf(s.place) }

// Difference is one variant of a family, with what made the difference in it.
type Difference struct {
	Situation *scenarios.Situation
	Key       string // as the ballot calls it; of a rating with the action that is voted on
	Ballot    scenarios.Ballot
}

// String is the difference in a line, for the facilitator and on paper.
func (d Difference) String() string { return "Key " + d.Key + ": " + d.Situation.Turns }

// Differences are the variants that the room has gone through, up to the current one; nil where the current one is no turn.
func (s *Session) Differences() []Difference {
	met := s.met(s.place)
	if len(met) == 1 {
		return nil
	}
	var out []Difference
	for _, i := range met {
		of, b := s.stops[i].situation, s.ballot(i)
		key := b.KeyLabels()
		if action := s.stops[i].action; action != "" {
			key = of.Letter(action) + " " + key
		}
		out = append(out, Difference{of, key, b})
	}
	return out
}

// Heading is what stands over the differences of a family: that they made none where every variant has the same key.
func Heading(all []Difference) string {
	for _, d := range all {
		if !d.Situation.SameKey(all[0].Situation) {
			return scenarios.DifferenceTitle
		}
	}
	if len(all) > 2 {
		return scenarios.SameInAllTitle
	}
	return scenarios.SameTitle
}

// What is said in a turn in place of what the step says.
const (
	turnCue    = "Read out what was so, and what is so now. The options are the same."
	turnPrompt = "What does the difference change, and for whom?"
)

// Doing is the current step as the room reads it.
func (s *Session) Doing() string { return s.doing(s.place, s.step) }

func (s *Session) doing(place int, step Step) string {
	if step == Situation && s.turnOf(place) != nil {
		return scenarios.TurnTitle
	}
	return step.Title()
}

// Prompts is what the room is asked in the discussion. The family's own questions come once, before its turns.
func (s *Session) Prompts() []string {
	if s.TurnOf() != nil {
		return []string{turnPrompt}
	}
	return s.Situation().Talk
}
