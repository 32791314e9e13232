package scenarios

import (
	"errors"
	"slices"

	"probity/guidance"
)

// Certainty is how sure a learner is of an answer. It never changes the marks.
type Certainty int

// The certainties, as the record keeps them.
const (
	NotAsked   Certainty = 0
	Guess      Certainty = 1
	FairlySure Certainty = 2
	VerySure   Certainty = 3
)

// Certainties are those that a learner can give, from the least.
func Certainties() []Certainty { return []Certainty{Guess, FairlySure, VerySure} }

// Name is the certainty as a learner reads it.
func (c Certainty) Name() string {
	switch c {
	case Guess:
		return "a guess"
	case FairlySure:
		return "fairly sure"
	case VerySure:
		return "very sure"
	}
	return "not asked"
}

// Outcome is one answered situation.
type Outcome struct {
	Situation *Situation
	Chosen    []string
	Sure      Certainty
	Marking   Marking
	Undone    bool // taken back by the learner: it counts nowhere
	Rated     int  // of a rating that is left in part and counts as blank: how many options have a rating
}

// ToCompare reports whether the answer counts in no score although there is a key: the situation is not offered where the learner
// practises.
func (o Outcome) ToCompare() bool { return o.Marking.Of == 0 && o.Situation.Format.Scored() }

// Stage is where a sitting stands with the current situation.
type Stage int

// The stages, in their order.
const (
	Asking   Stage = iota // the situation is before the learner
	Weighing              // an answer is given; how sure?
	Showing               // the answer is marked and explained
	Finished              // nothing is left
)

// Sitting leads a learner through drawn situations. Front ends show it and call it; it marks, and what it returns is
// what they save.
type Sitting struct {
	country  guidance.Jurisdiction
	path     []*Situation // what was answered, turns among it, and what is still to come
	seed     int64
	at       int
	stage    Stage
	attempt  Attempt
	outcomes []Outcome
	turns    map[*Situation]*Situation // the variant that one is a turn of
	offered  *Situation                // the turn that can follow what is shown; nil for none
}

// Begin starts a sitting of somebody who practises in a country, or takes up an earlier one: outcomes are those of the situations already
// answered in it.
func Begin(drawn []*Situation, country guidance.Jurisdiction, seed int64, outcomes ...Outcome) *Sitting {
	s := &Sitting{country: country, seed: seed, outcomes: outcomes, turns: map[*Situation]*Situation{}}
	first := map[string]*Situation{}
	for _, o := range outcomes {
		s.path = append(s.path, o.Situation)
		switch of := first[o.Situation.Family]; of {
		case nil:
			first[o.Situation.Family] = o.Situation
		case o.Situation: // answered twice, in two windows
		default:
			s.turns[o.Situation] = of
		}
	}
	for _, d := range drawn {
		if first[d.Family] == nil {
			s.path = append(s.path, d)
		}
	}
	s.at = len(outcomes)
	s.ask()
	return s
}

// ask puts the current situation before the learner, or finishes.
func (s *Sitting) ask() {
	s.attempt, s.offered = nil, nil
	if s.at >= len(s.path) {
		s.stage = Finished
		return
	}
	s.stage = Asking
	now := s.path[s.at]
	s.attempt = now.Format.Begin(now, Shuffle(now, s.seed))
}

// Stage is where the sitting stands.
func (s *Sitting) Stage() Stage { return s.stage }

// Current is the situation before the learner; nil when the sitting is finished.
func (s *Sitting) Current() *Situation {
	if s.stage == Finished {
		return nil
	}
	return s.path[s.at]
}

// Upcoming is the situation after the current one, where the turn is not taken; nil when that is the last.
func (s *Sitting) Upcoming() *Situation {
	if s.at+1 >= len(s.path) {
		return nil
	}
	return s.path[s.at+1]
}

// Ahead lists what is still to be answered, the current situation first until its answer is marked. Turns not yet taken are not among it.
func (s *Sitting) Ahead() []*Situation {
	from := s.at
	if s.stage == Showing {
		from++
	}
	return s.path[min(from, len(s.path)):]
}

// Attempt is the answer in the making; nil when the sitting is finished.
func (s *Sitting) Attempt() Attempt { return s.attempt }

// Place is the number of the current family, from 1, and how many there are. A turn has the place of what it is a turn of, and so has
// what was answered twice.
func (s *Sitting) Place() (n, of int) {
	places := map[string]int{}
	for i, p := range s.path {
		if places[p.Family] == 0 {
			of++
			places[p.Family] = of
		}
		if i <= s.at {
			n = places[p.Family]
		}
	}
	return n, of
}

// Reopen goes back to the answer given last, as it was shown; without one it does nothing. A turn that is asked is as if it had not been
// taken.
func (s *Sitting) Reopen() {
	if len(s.outcomes) == 0 {
		return
	}
	s.Skip()
	s.at = len(s.outcomes) - 1
	s.ask()
	s.attempt = s.Given(s.outcomes[s.at])
	s.stage = Showing
}

// Submit commits the answer; once it is weighed it stands. The error says what is missing.
func (s *Sitting) Submit() error {
	if s.stage != Asking {
		return nil
	}
	if missing := s.attempt.Missing(); missing != "" {
		return errors.New(missing)
	}
	s.stage = Weighing
	return nil
}

// Reconsider goes back from how sure the learner is to the question, with the answer as it was put together and not committed.
func (s *Sitting) Reconsider() {
	if s.stage == Weighing {
		s.stage = Asking
	}
}

// Scores reports whether the answer to the current situation counts in a score: it can be marked, and is offered in the learner's country.
func (s *Sitting) Scores() bool { return s.Current().Format.Scored() && s.Current().For(s.country) }

// Weigh takes how sure the learner is, or NotAsked when that was skipped, and marks the answer. What is not offered in the country is
// marked and not scored. ok is false when there was no answer to weigh.
func (s *Sitting) Weigh(c Certainty) (out Outcome, ok bool) {
	if s.stage != Weighing {
		return Outcome{}, false
	}
	now := s.Current()
	chosen := s.attempt.Chosen()
	out = Outcome{Situation: now, Chosen: chosen, Sure: c, Marking: now.Format.Mark(now, chosen)}
	if !s.Scores() {
		out.Marking = out.Marking.unscored()
	}
	s.outcomes = append(s.outcomes, out)
	s.stage = Showing
	return out, true
}

// TakeBack takes the answer just shown back, as a mis-key; ok is false when none is shown, or it is taken back already.
func (s *Sitting) TakeBack() (ok bool) {
	if s.stage != Showing || s.outcomes[len(s.outcomes)-1].Undone {
		return false
	}
	s.outcomes[len(s.outcomes)-1].Undone = true
	return true
}

// Offer says which variant of the same family can follow the answer just shown. A turn has no turn.
func (s *Sitting) Offer(turn *Situation) {
	if s.stage == Showing && s.TurnOf() == nil {
		s.offered = turn
	}
}

// Offered is the turn that can follow the answer just shown; nil for none.
func (s *Sitting) Offered() *Situation { return s.offered }

// TurnOf is the variant that the current situation is a turn of; nil when it is none.
func (s *Sitting) TurnOf() *Situation { return s.Before(s.Current()) }

// Turn goes on to the turn that was offered; without one it does nothing.
func (s *Sitting) Turn() {
	if s.offered == nil {
		return
	}
	s.turns[s.offered] = s.Current()
	s.at++
	s.path = slices.Insert(s.path, s.at, s.offered)
	s.ask()
}

// Skip goes on without the turn that is asked, as if it had not been taken; anything else is not skipped.
func (s *Sitting) Skip() {
	turn := s.Current()
	if s.stage != Asking || s.turns[turn] == nil {
		return
	}
	delete(s.turns, turn)
	s.path = slices.Delete(s.path, s.at, s.at+1)
	s.ask()
}

// Next goes on to the following situation, or finishes. A turn that was offered is passed over.
func (s *Sitting) Next() {
	if s.stage == Showing {
		s.at++
		s.ask()
	}
}

// Outcomes lists what was answered, in order.
func (s *Sitting) Outcomes() []Outcome { return s.outcomes }

// Given is an answer given in the sitting as it was put together: its options in the order in which they were shown.
func (s *Sitting) Given(out Outcome) Attempt {
	attempt := out.Situation.Format.Begin(out.Situation, Shuffle(out.Situation, s.seed))
	attempt.Take(out.Chosen)
	return attempt
}

// Before is the variant that a situation of the sitting is a turn of; nil when it is none.
func (s *Sitting) Before(of *Situation) *Situation { return s.turns[of] }

// Seed is what fixes the order of the options.
func (s *Sitting) Seed() int64 { return s.seed }
