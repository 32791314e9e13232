// The closing of a session: what its situations came down to, and a vote on how sure everybody is now. It belongs to no situation, and
// comes after the last one or whenever the facilitator goes there.

package induction

import (
	"slices"
	"strconv"
	"time"

	"probity/scenarios"
	"probity/scenarios/induction/box"
)

// FistID is what the vote of the closing is called where situations have an id.
const FistID = "fist-to-five"

// closing reports whether the step belongs to the closing.
func (s Step) closing() bool { return s == Lessons || s == Fist }

// IsClosing reports whether the session is at its closing.
func (s *Session) IsClosing() bool { return !s.ended && s.step.closing() }

// Close goes to the closing from wherever the session is.
func (s *Session) Close(now time.Time) (Fact, error) {
	return s.do(Entered{Place: s.place + 1, Step: Lessons, At: whole(now)})
}

// Lessons are what the situations came down to whose answer the room has seen: each principle's lesson once, in the order they were met.
func (s *Session) Lessons() []string {
	var out []string
	for _, stop := range s.stops {
		p, ok := s.bank.Principle(stop.situation.Principle)
		if ok && stop.answered && !slices.Contains(out, p.Lesson) {
			out = append(out, p.Lesson)
		}
	}
	return out
}

// fistBallot is the vote of the closing, by the fingers of one hand: each person shows how sure they are, and nobody is right.
func fistBallot() scenarios.Ballot {
	b := scenarios.Ballot{Question: "How sure are you of what you would do from now on?", For: "with as many fingers as you are sure: a fist is not at all"}
	for n, text := range []string{"a fist: as unsure as before", "unsure of most of it", "unsure of some of it", "fairly sure", "sure of what I would do", "sure, and could explain it to a colleague"} {
		number := strconv.Itoa(n)
		b.Choices = append(b.Choices, scenarios.Choice{ID: number, Label: number, Text: text})
	}
	slices.Reverse(b.Choices)
	return b
}

// FistToFive is how sure the room is; ok is false before it was asked.
func (s *Session) FistToFive() (t Tally, ok bool) {
	return tally(fistBallot(), [2]Poll{s.fist}, box.Flow{}), s.fist.Room > 0
}
