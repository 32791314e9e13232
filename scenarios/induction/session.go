// The session itself: where it stands, and how facts change it. Acts make facts and facts make the state, so that a session
// folded from its facts is the session that made them.

package induction

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction/box"
)

// Session leads a room through a plan. It is for one goroutine at a time and has no clock: whoever calls it says what
// time it is. It counts in whole seconds, as its facts are kept.
type Session struct {
	bank    *scenarios.Bank
	id      string
	plan    Plan
	library string
	room    int
	phones  Connected // where phones vote, if they ever did
	stops   []stop
	fist    Poll // the vote of the closing
	place   int  // of the current stop, from 0; at the closing, of the one that it was gone to from
	step    Step
	running bool // the countdown of the current step is
	blank   bool
	ended   bool
	last    time.Time     // when the latest fact happened
	elapsed time.Duration // from the beginning to then
	closing time.Duration // the part of it that was spent at the closing
}

// stop is one situation of the session, or a turn.
type stop struct {
	situation *scenarios.Situation
	planned   time.Duration
	spent     time.Duration // up to the latest fact
	think     countdown
	discuss   countdown
	action    string // of a rating: the option put to the vote
	polls     [2]Poll
	flow      box.Flow // of the phones, from the first to the second
	revision  int      // of the situation when hands were last counted; 0 before
	added     bool
	skipped   bool
	answered  bool // the room has seen its answer
	done      bool // its last step was reached
}

// Begin opens a session with so many people in the room. The id names it for good; library is the version that the
// situations come from. The fact is to be saved, as every fact is that the session returns.
func Begin(bank *scenarios.Bank, plan Plan, room int, id, library string, now time.Time) (*Session, Fact, error) {
	if err := plan.Check(bank); err != nil {
		return nil, nil, err
	}
	plan = plan.Settled(bank)
	f := Began{
		ID: id, Title: plan.Title, Audience: plan.Audience, Jurisdiction: string(plan.Jurisdiction), Minutes: plan.Minutes,
		Opening: plan.Opening, Closing: plan.Closing, Room: room, Library: library, At: whole(now),
	}
	for _, i := range plan.Items {
		f.Plan = append(f.Plan, fmt.Sprintf("%s=%d", i.Situation, i.Minutes))
	}
	s, err := begun(bank, f)
	return s, f, err
}

// begun is the session that a first fact opens.
func begun(bank *scenarios.Bank, f Began) (*Session, error) {
	p := Plan{
		Title: f.Title, Audience: f.Audience, Jurisdiction: guidance.Jurisdiction(f.Jurisdiction), Minutes: f.Minutes,
		Opening: f.Opening, Closing: f.Closing,
	}
	for _, entry := range f.Plan {
		id, number, _ := strings.Cut(entry, "=")
		minutes, err := strconv.Atoi(number)
		if err != nil {
			return nil, fmt.Errorf("the plan has %q where a situation and its minutes belong", entry)
		}
		p.Items = append(p.Items, Item{id, minutes})
	}
	if err := p.mistakes(bank); err != nil {
		return nil, err
	}
	if err := CheckRoom(f.Room); err != nil {
		return nil, err
	}
	s := &Session{bank: bank, id: f.ID, plan: p, library: f.Library, room: f.Room, step: Situation, last: f.At}
	for _, i := range p.Items {
		s.stops = append(s.stops, s.newStop(i, len(s.stops)))
	}
	return s, nil
}

// newStop is the stop of an item at a place. Of a rating the room votes again on the action it has voted on, where the key of that has
// turned.
func (s *Session) newStop(i Item, place int) stop {
	found, _ := s.bank.Situation(i.Situation)
	planned, action := time.Duration(i.Minutes)*time.Minute, found.Format.Contested(found)
	if place > 0 {
		above := s.stops[place-1]
		if was := above.situation; above.action != "" && was.Family == found.Family && was.Format.KeyOf(was, above.action) != found.Format.KeyOf(found, above.action) {
			action = above.action
		}
	}
	return stop{
		situation: found, planned: planned, action: action,
		think: countdown{length: thinkTime(planned)}, discuss: countdown{length: discussTime(planned)},
	}
}

// Resume folds the facts of a session into the session, as it was after the last of them; TakeUp then goes on with it.
// Facts cut short anywhere after the first are a session; the error says what is wrong with others.
func Resume(bank *scenarios.Bank, facts []Fact) (*Session, error) {
	if len(facts) == 0 {
		return nil, errors.New("reading the session: there is nothing in it: begin it anew")
	}
	first, ok := facts[0].(Began)
	if !ok {
		return nil, errors.New("reading the session: its beginning is missing: begin it anew, or use a copy that is whole")
	}
	s, err := begun(bank, first)
	if err != nil {
		return nil, fmt.Errorf("reading the session: %w", err)
	}
	for i, f := range facts[1:] {
		if err := s.apply(f); err != nil {
			return nil, fmt.Errorf("reading the session, entry %d: %w", i+2, err)
		}
	}
	return s, nil
}

// apply takes a fact in, or says why it can't follow what went before and leaves everything as it was.
func (s *Session) apply(f Fact) error {
	if err := s.allows(f); err != nil {
		return err
	}
	s.pass(f)
	s.change(f)
	return nil
}

// change takes in a fact that is allowed.
func (s *Session) change(f Fact) {
	now := s.now()
	switch f := f.(type) {
	case Entered:
		s.enter(f.Place-1, f.Step)
	case Skipped:
		if s.place+1 < len(s.stops) {
			s.enter(s.place+1, Situation)
		} else {
			s.enter(s.place, Lessons)
		}
		now.skipped = true
	case Added:
		added := s.newStop(Item{f.Situation, f.Minutes}, f.Place-1)
		added.added = true
		s.stops = slices.Insert(s.stops, f.Place-1, added)
	case Put:
		now.action = f.Action
	case Counted:
		ballot := now.situation.Format.Ballot(now.situation, f.Action)
		poll, _ := readPoll(f.Votes, f.Phones, f.Abstained, f.Room, ballot) // it was read before it was allowed
		now.action, now.revision, now.polls[f.Round-1], now.flow = f.Action, f.Revision, poll, box.Flow{}
	case FistToFive:
		s.fist, _ = readPoll(f.Votes, f.Phones, f.Abstained, f.Room, fistBallot())
	case Moved:
		now.flow, _ = readWays(f, now.situation.Format.Ballot(now.situation, now.action))
	case Connected:
		s.phones = f
	case Seated:
		s.room = f.Room
		if p := s.polled(); p != nil && p.Room > 0 {
			p.Room = f.Room
		}
	case Extended:
		s.countdown().extend(time.Duration(f.Seconds) * time.Second)
	case TakenUp:
		s.running, s.blank = false, false
	case Turned:
		s.turnTo(f.To)
	}
}

func (s *Session) enter(place int, step Step) {
	s.place, s.step, s.ended, s.running = place, step, false, step.timed()
	now := s.now()
	if step.closing() {
		return
	}
	now.skipped = false
	now.done = now.done || step.reached(s.ends(place))
	now.answered = now.answered || step.reached(Reveal)
}

func (s *Session) turnTo(to State) {
	switch to {
	case Paused:
		s.running = false
	case Running:
		s.running = true
	case Blank, Shown:
		s.blank = to == Blank
	case Ended:
		s.ended, s.running = true, false
	}
}

// now is the stop where the room is.
func (s *Session) now() *stop { return &s.stops[s.place] }

// voters is how many can vote in the vote in progress. One that was counted in a larger room keeps it: those who have left
// since did vote.
func (s *Session) voters() int { return max(s.room, s.poll().Room) }

// poll is the vote in progress; empty when there is none.
func (s *Session) poll() Poll {
	if p := s.polled(); p != nil {
		return *p
	}
	return Poll{}
}

// polled is where the vote in progress is counted; nil when there is none.
func (s *Session) polled() *Poll {
	switch r := s.step.round(); {
	case s.step == Fist:
		return &s.fist
	case r > 0:
		return &s.now().polls[r-1]
	}
	return nil
}
