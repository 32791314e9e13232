package induction

import (
	"time"

	"probity/scenarios"
)

// Notes is what the facilitator sees and the room does not.
type Notes struct {
	Situation *scenarios.Situation
	TurnOf    *scenarios.Situation // what it is a turn of; nil where it is none
	Place, Of int
	Step      Step
	Doing     string   // the step as the room reads it
	Cue       string   // what to do now
	Next      string   // what comes with the next key
	Prompts   []string // questions for the discussion

	Differences []Difference // of a turn: what makes the difference
	Arguments   []Argument   // what may be said for and against each option
	Lesson      string       // the line that it comes down to
	Cites       []string     // clause ids, those that decide first

	Ballot   scenarios.Ballot // with the key
	Polls    [2]Poll          // before and after, also while the spread is hidden
	NotVoted int              // in the vote in progress
	Room     int

	Timed     bool
	Running   bool
	Remaining time.Duration // of the countdown, below nought when it is over
	Here      time.Duration // spent on this situation
	Planned   time.Duration // for this situation
	Spent     time.Duration // since the session began
	Slot      time.Duration
	Drift     time.Duration // behind the plan; below nought: ahead

	Closing bool     // no situation is before the room, or none is any more
	Lessons []string // what the situations came down to; of the closing alone
	Blank   bool
	Ended   bool
}

// Argument is one option as a room may argue it.
type Argument struct {
	Letter string
	Text   string
	Why    string // its rationale
	Key    string // what the key says of it, as scenarios.Format.KeyOf has it
}

// Notes is the facilitator's view of the session as it stands.
func (s *Session) Notes(now time.Time) Notes {
	here := s.now()
	n := Notes{
		Situation: here.situation, TurnOf: s.TurnOf(), Step: s.step, Doing: s.Doing(), Cue: s.cue(), Next: s.next(), Prompts: s.Prompts(), Differences: s.Differences(),
		Arguments: arguments(here.situation), Lesson: s.TakeAway(), Cites: here.situation.Cites(),
		Ballot: s.ballot(s.place), Polls: here.polls, NotVoted: s.NotVoted(), Room: s.room,
		Timed: s.Timed(), Running: s.running, Remaining: s.Remaining(now),
		Here: s.spent(s.place, now), Planned: here.planned, Spent: s.Spent(now), Drift: s.Drift(now),
		Slot: time.Duration(s.plan.Minutes) * time.Minute, Blank: s.blank, Ended: s.ended,
	}
	n.Place, n.Of = s.Place()
	if s.ended || s.IsClosing() {
		n.Closing, n.Lessons, n.Ballot, n.Polls = true, s.Lessons(), fistBallot(), [2]Poll{s.fist}
		n.TurnOf, n.Prompts, n.Differences, n.Arguments, n.Lesson, n.Cites = nil, nil, nil, nil, "", nil
	}
	return n
}

// Facts is what was so before a turn and what is so now, each in a line, for the facilitator and on paper; "" where the situation is no
// turn.
func (n Notes) Facts() (was, is string) {
	if n.TurnOf == nil {
		return "", ""
	}
	return "As it was: " + n.TurnOf.Facts, "As it is: " + n.Situation.Facts
}

// cue is what to do now. An unscored situation has positions to weigh where others have an answer.
func (s *Session) cue() string {
	switch {
	case s.ended:
		return "The session is over. Thank the room."
	case s.step == Reveal && !s.Situation().Format.Scored():
		return "There is no right answer: go through what speaks for and against each position."
	case s.step == Situation && s.TurnOf() != nil:
		return turnCue
	}
	if _, ok := s.Phones(); ok && s.Round() > 0 {
		return s.step.phoneCue()
	}
	return s.step.Cue()
}

// next says what one step forward leads to.
func (s *Session) next() string {
	place, step, ok := s.ahead()
	switch {
	case s.ended:
		return ""
	case !ok:
		return "The end of the session"
	case place != s.place && s.turnOf(place) == nil:
		return "Next situation: " + s.stops[place].situation.Title
	}
	return s.doing(place, step)
}

// arguments are drawn from the rationales: each says why its option is tempting, right or wrong.
func arguments(s *scenarios.Situation) []Argument {
	var out []Argument
	for i, o := range s.Options {
		out = append(out, Argument{scenarios.Letter(i), o.Text, o.Why, s.Format.KeyOf(s, o.ID)})
	}
	return out
}
