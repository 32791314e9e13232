// What a screen for the room may ask of a session.

package induction

import (
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction/box"
)

// ID names the session.
func (s *Session) ID() string { return s.id }

// Plan is the plan that the session began with.
func (s *Session) Plan() Plan { return s.plan }

// Country is where it is held: the plan says so, whoever leads it.
func (s *Session) Country() guidance.Jurisdiction { return s.plan.Jurisdiction }

// Reader is whom guidance is labelled for in the room: people of the session's country, in the shoes that the situation is told
// from. In a situation for anybody these are guidance.AnyRole, and the room is told whom an extract is addressed to: some of those
// who sit there are held to it, and others are not.
func (s *Session) Reader() guidance.Reader {
	return guidance.Reader{Role: s.Situation().Setting, Jurisdiction: s.Country()}
}

// Library is the version of the library that it began with.
func (s *Session) Library() string { return s.library }

// Room is how many people are in the room.
func (s *Session) Room() int { return s.room }

// Phones is where phones vote; ok is false where they never did.
func (s *Session) Phones() (at Connected, ok bool) { return s.phones, s.phones.Code != "" }

// Seated is how many took part: the most that were in the room in any vote, or are in it now. A number that was put right
// before hands were counted does not count.
func (s *Session) Seated() int {
	most := max(s.room, s.fist.Room)
	for _, stop := range s.stops {
		most = max(most, stop.polls[0].Room, stop.polls[1].Room)
	}
	return most
}

// Place is the number of the current situation, from 1, and how many there are.
func (s *Session) Place() (n, of int) { return s.place + 1, len(s.stops) }

// Step is what the room is doing; of a session that ended, what it did last.
func (s *Session) Step() Step { return s.step }

// Situation is the one before the room.
func (s *Session) Situation() *scenarios.Situation { return s.now().situation }

// IsBlank reports whether the room is to see nothing.
func (s *Session) IsBlank() bool { return s.blank }

// HasEnded reports whether the session is over.
func (s *Session) HasEnded() bool { return s.ended }

// Round is 1 or 2 while hands are counted, 0 otherwise.
func (s *Session) Round() int {
	if s.ended {
		return 0
	}
	return s.step.round()
}

// Hands is how many have voted in the vote in progress.
func (s *Session) Hands() int { return s.poll().Hands() }

// HandsFor is how many hands are counted for one choice of the vote in progress, besides the phones. It is for whoever types them: the room
// doesn't see it before the spread.
func (s *Session) HandsFor(choice string) int {
	return s.poll().Votes[choice] - s.poll().Phones[choice]
}

// PhonesCounted is how many phones are counted in the vote in progress: those of before it was closed, where it was gone back to.
func (s *Session) PhonesCounted() int { return Poll{Votes: s.poll().Phones}.Hands() }

// Abstained is how many were counted as voting for nothing in the vote in progress.
func (s *Session) Abstained() int { return s.poll().Abstained }

// NotVoted is how many have not voted in the vote in progress; 0 when there is none.
func (s *Session) NotVoted() int {
	if s.Round() == 0 {
		return 0
	}
	return s.voters() - s.poll().Asked()
}

// Ballot is what is voted on, at the closing how sure everybody is. The key is marked from the reveal on.
func (s *Session) Ballot() scenarios.Ballot {
	if s.step.closing() {
		return fistBallot()
	}
	b := s.ballot(s.place)
	if !s.step.reached(Reveal) {
		return b.Hidden()
	}
	return b
}

// ballot is the ballot of a stop, with the key.
func (s *Session) ballot(i int) scenarios.Ballot {
	return s.stops[i].situation.Format.Ballot(s.stops[i].situation, s.stops[i].action)
}

// Tally is how the room voted, choice by choice.
type Tally struct {
	Bars   []Bar
	Before Poll
	After  Poll // empty until the second vote is shown
	Flow   box.Flow
}

// Bar is the hands for one choice.
type Bar struct {
	scenarios.Choice
	Before int
	After  int
}

// Spread is how the room voted; ok is false in the steps in which the room doesn't see it. The second vote comes with
// before-and-after, the key with the reveal.
func (s *Session) Spread() (t Tally, ok bool) {
	if !s.step.reached(Spread) || s.step == VoteAgain || s.step.closing() {
		return Tally{}, false
	}
	polls, flow := s.now().polls, s.now().flow
	if !s.step.reached(BeforeAfter) {
		polls[1], flow = Poll{}, box.Flow{}
	}
	return tally(s.Ballot(), polls, flow), true
}

func tally(b scenarios.Ballot, polls [2]Poll, flow box.Flow) Tally {
	t := Tally{Before: polls[0], After: polls[1], Flow: flow}
	for _, c := range b.Choices {
		t.Bars = append(t.Bars, Bar{c, polls[0].Votes[c.ID], polls[1].Votes[c.ID]})
	}
	return t
}

// TakeAway is the one line that stays with the room: the lesson of the situation's principle.
func (s *Session) TakeAway() string {
	p, _ := s.bank.Principle(s.Situation().Principle)
	return p.Lesson
}

// Stop is one situation of a session, as an overview shows it.
type Stop struct {
	Situation *scenarios.Situation
	Planned   time.Duration
	Spent     time.Duration
	Turn      bool // of the one above
	Added     bool // on the fly
	Skipped   bool
	Done      bool // its last step was reached
}

// Stops lists the situations in their order.
func (s *Session) Stops(now time.Time) []Stop {
	var out []Stop
	for i, p := range s.stops {
		out = append(out, Stop{p.situation, p.planned, s.spent(i, now), s.turnOf(i) != nil, p.added, p.skipped, p.done})
	}
	return out
}
