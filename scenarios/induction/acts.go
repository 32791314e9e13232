// What a facilitator can do. Each act returns the one fact to be saved, or says why it can't be done; then nothing has
// changed.

package induction

import (
	"errors"
	"fmt"
	"maps"
	"time"

	"probity/scenarios/induction/box"
)

// do takes in a fact that was just made.
func (s *Session) do(f Fact) (Fact, error) {
	if err := s.apply(f); err != nil {
		return nil, err
	}
	return f, nil
}

// Forward goes on by one step: after the last situation, to the end. It won't leave a vote while hands are missing;
// CloseVote does.
func (s *Session) Forward(now time.Time) (Fact, error) {
	if n := s.NotVoted(); n > 0 {
		return nil, s.Awaits(n)
	}
	return s.advance(now)
}

// Awaits is why a session does not go on from a vote in which so many people are missing.
func (s *Session) Awaits(people int) error {
	verb := "have"
	if people == 1 {
		verb = "has"
	}
	return fmt.Errorf("%d of %d %s not voted: type how many abstain, or close the vote as it is", people, s.voters(), verb)
}

// CloseVote goes on from a vote although hands are missing.
func (s *Session) CloseVote(now time.Time) (Fact, error) {
	if s.Round() == 0 {
		return nil, errors.New("there is no vote to close now")
	}
	return s.advance(now)
}

func (s *Session) advance(now time.Time) (Fact, error) {
	place, step, ok := s.ahead()
	if !ok {
		return s.End(now)
	}
	return s.do(Entered{Place: place + 1, Step: step, At: whole(now)})
}

// ahead is what one step forward leads to; ok is false where that is the end, or beyond it.
func (s *Session) ahead() (place int, step Step, ok bool) {
	switch {
	case s.ended || s.step == Fist:
	case s.step == Lessons:
		return s.place, Fist, true
	case !s.step.reached(s.ends(s.place)):
		return s.place, Steps()[s.step.place()+1], true
	case s.place+1 < len(s.stops):
		return s.place + 1, Situation, true
	default:
		return s.place, Lessons, true
	}
	return 0, "", false
}

// Back goes back by one step: from the end, to where it was ended; from a situation, to the last step of the one before.
func (s *Session) Back(now time.Time) (Fact, error) {
	place, step := s.place, s.step
	switch at := step.place(); {
	case s.ended:
	case step == Lessons && s.now().skipped:
		step = Situation
	case at > 0:
		step = all()[at-1]
	case place > 0:
		place, step = place-1, s.ends(place-1)
	default:
		return nil, errors.New("this is where the session begins")
	}
	return s.do(Entered{Place: place + 1, Step: step, At: whole(now)})
}

// Jump goes to a situation by its number, from 1. What was counted there before is kept.
func (s *Session) Jump(place int, now time.Time) (Fact, error) {
	return s.do(Entered{Place: place, Step: Situation, At: whole(now)})
}

// Skip leaves the current situation out and goes to the next, or to the closing.
func (s *Session) Skip(now time.Time) (Fact, error) {
	return s.do(Skipped{Place: s.place + 1, At: whole(now)})
}

// Add puts a situation after the current one and its turns, or a further variant of the current one right after it, as a turn. Without
// minutes it gets the usual seven, and a turn four.
func (s *Session) Add(situation string, minutes int, now time.Time) (Fact, error) {
	at, id := s.place+1, s.plan.variant(s.bank, situation)
	with := s.planWith(at, Item{id, minutes})
	if !with.IsTurn(at) {
		_, at = s.Course().together(s.place)
	}
	if minutes == 0 {
		minutes = with.usual(s.place + 1)
	}
	return s.do(Added{Place: at + 1, Situation: id, Minutes: minutes, At: whole(now)})
}

// Put chooses which action of a rating is put to the vote, by its option id; not once hands are counted on another.
func (s *Session) Put(action string, now time.Time) (Fact, error) {
	return s.do(Put{Situation: s.now().situation.ID, Action: action, At: whole(now)})
}

// Count sets the hands for one choice of the vote in progress, in place of what was set before; who voted by phone is counted besides. More
// votes than people are refused.
func (s *Session) Count(choice string, hands int, now time.Time) (Fact, error) {
	if !s.Ballot().Has(choice) {
		return nil, fmt.Errorf("%q is not a choice of this vote", choice)
	}
	if hands < 0 || hands > mostRoom {
		return nil, fmt.Errorf("%d hands are not possible in a room of %d: type how many are up", hands, s.voters())
	}
	poll := s.poll()
	votes := Votes{}
	maps.Copy(votes, poll.Votes)
	votes[choice] = hands + poll.Phones[choice]
	return s.count(Poll{Votes: votes, Phones: poll.Phones, Abstained: poll.Abstained}, now)
}

// Abstain sets how many vote for nothing in the vote in progress, in place of what was set before.
func (s *Session) Abstain(people int, now time.Time) (Fact, error) {
	poll := s.poll()
	poll.Abstained = people
	return s.count(poll, now)
}

// CountPhones sets what the phones voted in the vote in progress, in place of what was set before; hands are counted besides.
func (s *Session) CountPhones(phones Votes, now time.Time) (Fact, error) {
	poll, votes := s.poll(), Votes{}
	for _, c := range s.Ballot().Choices {
		votes[c.ID] = poll.Votes[c.ID] - poll.Phones[c.ID] + phones[c.ID]
	}
	return s.count(Poll{Votes: votes, Phones: phones, Abstained: poll.Abstained}, now)
}

func (s *Session) count(poll Poll, now time.Time) (Fact, error) {
	here, ballot := s.now(), s.Ballot()
	if s.step == Fist {
		return s.do(FistToFive{Votes: poll.Votes.write(ballot), Phones: poll.Phones.write(ballot), Abstained: poll.Abstained, Room: s.voters(), At: whole(now)})
	}
	return s.do(Counted{
		Situation: here.situation.ID, Revision: here.situation.Revision, Round: s.step.round(), Action: here.action,
		Votes: poll.Votes.write(ballot), Phones: poll.Phones.write(ballot), Abstained: poll.Abstained, Room: s.voters(), At: whole(now),
	})
}

// Move keeps how those changed their minds who voted twice by phone.
func (s *Session) Move(f box.Flow, now time.Time) (Fact, error) {
	m := Moved{Situation: s.now().situation.ID, Stayed: f.Stayed, Ways: []string{}, Others: f.Others, At: whole(now)}
	for _, way := range f.Moves {
		m.Ways = append(m.Ways, fmt.Sprintf("%s>%s=%d", way.From, way.To, way.Phones))
	}
	return s.do(m)
}

// Connect keeps where the room's phones vote.
func (s *Session) Connect(to Connected, now time.Time) (Fact, error) {
	to.At = whole(now)
	return s.do(to)
}

// Seat changes how many people are in the room, as when somebody comes late.
func (s *Session) Seat(room int, now time.Time) (Fact, error) {
	return s.do(Seated{Room: room, At: whole(now)})
}

// Pause stops the countdown.
func (s *Session) Pause(now time.Time) (Fact, error) { return s.do(Turned{To: Paused, At: whole(now)}) }

// Unpause lets the countdown go on.
func (s *Session) Unpause(now time.Time) (Fact, error) {
	return s.do(Turned{To: Running, At: whole(now)})
}

// Extend gives the countdown more time, in whole seconds; one that is over gets all of it.
func (s *Session) Extend(by time.Duration, now time.Time) (Fact, error) {
	return s.do(Extended{Seconds: int(by / time.Second), At: whole(now)})
}

// Blank empties the room's screen; the session goes on.
func (s *Session) Blank(now time.Time) (Fact, error) { return s.do(Turned{To: Blank, At: whole(now)}) }

// Show ends a blank.
func (s *Session) Show(now time.Time) (Fact, error) { return s.do(Turned{To: Shown, At: whole(now)}) }

// End ends the session where it is; Back takes it up again.
func (s *Session) End(now time.Time) (Fact, error) { return s.do(Turned{To: Ended, At: whole(now)}) }

// TakeUp goes on with a session that lay still since its last sign of life: after Resume, the zero time, which stands for
// its last fact; after a closed lid, when the clock was last looked at. The countdown stands where it was then, paused.
func (s *Session) TakeUp(alive, now time.Time) (Fact, error) {
	if alive.Before(s.last) {
		alive = s.last
	}
	still := max(0, whole(now).Sub(whole(alive)))
	return s.do(TakenUp{Seconds: int(min(still, longestPass) / time.Second), At: whole(now)})
}
