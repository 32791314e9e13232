package induction

import (
	"time"

	"probity/scenarios"
)

// Shift is what happened to a room's opinion of one situation.
type Shift struct {
	Situation *scenarios.Situation
	Ballot    scenarios.Ballot // what was voted on, with the key
	Tally
	KeyBefore Share              // hands for what the key has; Of is 0 when there is no key or no vote
	KeyAfter  Share              // the same in the second vote
	Split     []scenarios.Choice // where the room split in the first vote; nil when it didn't
	Moved     Share              // the fewest hands that must have changed between two votes of the same size; Of is 0 otherwise
	Revised   bool               // the situation has changed since: the key may not be the one that the room saw
	Planned   time.Duration
	Spent     time.Duration
}

// Share is so many hands of all that were counted.
type Share struct{ Hands, Of int }

// splitShare is the least share of the hands that makes a choice one side of a split: a quarter.
const splitShare = 4

// Shifts lists what was voted on, in the order of the session. Situations without a vote are left out.
func (s *Session) Shifts() []Shift {
	var out []Shift
	for i, p := range s.stops {
		if p.polls[0].Hands()+p.polls[1].Hands() > 0 {
			out = append(out, newShift(p, s.ballot(i)))
		}
	}
	return out
}

func newShift(p stop, b scenarios.Ballot) Shift {
	sh := Shift{
		Situation: p.situation, Ballot: b, Tally: tally(b, p.polls, p.flow), Revised: p.revision != p.situation.Revision,
		Planned: p.planned, Spent: p.spent,
	}
	sides := []scenarios.Choice{}
	for _, bar := range sh.Bars {
		if bar.Key {
			sh.KeyBefore.Hands += bar.Before
			sh.KeyAfter.Hands += bar.After
			sh.KeyBefore.Of, sh.KeyAfter.Of = sh.Before.Hands(), sh.After.Hands()
		}
		if bar.Before > 0 && bar.Before*splitShare >= sh.Before.Hands() {
			sides = append(sides, bar.Choice)
		}
		sh.Moved.Hands += max(0, bar.After-bar.Before)
	}
	if len(sides) > 1 {
		sh.Split = sides
	}
	if sh.Moved.Of = sh.After.Hands(); sh.Before.Hands() != sh.Moved.Of {
		sh.Moved = Share{}
	}
	return sh
}
