// The rules: what can follow what. An act of the facilitator and a fact from a file are held to the same ones.

package induction

import (
	"cmp"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strings"

	"probity/scenarios/pack"
)

// How many people a room can hold. Sessions are meant for 5 to 60.
const (
	leastRoom = 2
	mostRoom  = 500
)

// mostExtra is how many seconds a countdown can be given at once.
const mostExtra = 60 * 60

// CheckRoom says what is wrong with a number of people; nil when nothing is.
func CheckRoom(n int) error {
	if n < leastRoom || n > mostRoom {
		return fmt.Errorf("a room of %d is not possible: give the number of people, %d to %d", n, leastRoom, mostRoom)
	}
	return nil
}

// allows reports whether a fact can follow.
func (s *Session) allows(f Fact) error {
	switch f := f.(type) {
	case Entered:
		return s.allowsEntered(f)
	case TakenUp:
		if f.Seconds < 0 {
			return errors.New("a session can't lie still for less than no time")
		}
		return nil
	case Began:
		return errors.New("the session has begun already")
	}
	if s.ended {
		return errors.New("the session has ended: go back a step to take it up again")
	}
	switch f := f.(type) {
	case Skipped:
		if s.step.closing() {
			return errors.New("no situation is before the room: there is nothing to leave out")
		}
		if f.Place != s.place+1 {
			return fmt.Errorf("situation %d can't be left out now: the room is at %d", f.Place, s.place+1)
		}
	case Added:
		return s.allowsAdded(f)
	case Put:
		return s.allowsPut(f)
	case Counted:
		return s.allowsCounted(f)
	case Moved:
		return s.allowsMoved(f)
	case FistToFive:
		return s.allowsFist(f)
	case Connected:
		return f.check()
	case Seated:
		return s.allowsSeated(f)
	case Extended:
		return s.allowsExtended(f)
	case Turned:
		return s.allowsTurned(f)
	}
	return nil
}

func (s *Session) allowsEntered(f Entered) error {
	if f.Place < 1 || f.Place > len(s.stops) {
		return fmt.Errorf("there is no situation %d: the session has %d", f.Place, len(s.stops))
	}
	if f.Step.place() < 0 {
		return fmt.Errorf("there is no step %q", f.Step)
	}
	return nil
}

func (s *Session) allowsAdded(f Added) (err error) {
	if s.step.closing() {
		return errors.New("the session is at its closing: go back to a situation to put another after it")
	}
	if f.Place <= s.place+1 || f.Place > len(s.stops)+1 {
		return fmt.Errorf("a situation can't be put in at %d: the room is at %d of %d", f.Place, s.place+1, len(s.stops))
	}
	if len(s.stops) >= mostItems {
		return fmt.Errorf("a session has room for %d situations", mostItems)
	}
	s.planWith(f.Place-1, Item{f.Situation, f.Minutes}).checkItems(s.bank, func(_ pack.Place, id, field, problem, mend string) {
		if err == nil {
			err = fmt.Errorf("the %s of %q %s: %s", field, id, problem, mend)
		}
	})
	return err
}

func (s *Session) allowsPut(f Put) error {
	now := s.now()
	if _, ok := now.situation.Option(f.Action); !ok || f.Situation != now.situation.ID || now.action == "" || s.step.closing() {
		return fmt.Errorf("%q can't be put to the vote here: choose an action of a situation that is rated", f.Action)
	}
	if now.polls[0].Hands()+now.polls[1].Hands() > 0 && f.Action != now.action {
		return errors.New("hands have been counted on another action: set those counts to 0 first")
	}
	return nil
}

func (s *Session) allowsCounted(f Counted) error {
	now := s.now()
	if f.Situation != now.situation.ID || f.Round == 0 || f.Round != s.step.round() {
		return errors.New("hands are counted at a vote: go to the vote first")
	}
	if _, ok := now.situation.Option(f.Action); ok != (now.action != "") {
		return fmt.Errorf("%q is not an action of this situation", f.Action)
	}
	if err := CheckRoom(f.Room); err != nil {
		return err
	}
	p, err := readPoll(f.Votes, f.Phones, f.Abstained, f.Room, now.situation.Format.Ballot(now.situation, f.Action))
	if err != nil && f.Revision != now.situation.Revision {
		return fmt.Errorf("%q was voted on in its edition %d, and the library has edition %d: %w", f.Situation, f.Revision, now.situation.Revision, err)
	}
	return cmp.Or(err, p.fits())
}

func (s *Session) allowsFist(f FistToFive) error {
	if s.step != Fist {
		return errors.New("fingers are counted at the closing: go there first")
	}
	if err := CheckRoom(f.Room); err != nil {
		return err
	}
	p, err := readPoll(f.Votes, f.Phones, f.Abstained, f.Room, fistBallot())
	return cmp.Or(err, p.fits())
}

// fits says why so many can't have voted; nil where they can.
func (p Poll) fits() error {
	over := p.Asked() - p.Room
	for choice, n := range p.Phones {
		if n > p.Votes[choice] {
			return fmt.Errorf("%d phones and %d votes for %q can't be: the phones are among the votes", n, p.Votes[choice], choice)
		}
	}
	switch {
	case p.Abstained < 0 || p.Abstained > mostRoom:
		return fmt.Errorf("%d who abstain are not possible in a room of %d: type how many voted for nothing", p.Abstained, p.Room)
	case over <= 0:
		return nil
	case len(p.Phones) > 0:
		return fmt.Errorf("%d votes from %d people: count the hands again, or change the number of people", p.Asked(), p.Room)
	case p.Abstained > 0:
		return fmt.Errorf("that would be %d hands and %d who abstain in a room of %d, %d too many: count again, or change the number of people",
			p.Hands(), p.Abstained, p.Room, over)
	}
	return fmt.Errorf("that would be %d hands in a room of %d, %d too many: count again, or change the number of people", p.Hands(), p.Room, over)
}

// What paths begin with: that of the facilitator's own phone, and on a host that of every room.
const (
	facilitators = "f"
	rooms        = "r"
)

// check says what is wrong with where phones vote; nil when nothing is.
func (f Connected) check() error {
	if !isPath(f.Code) || f.Code == facilitators || !isPath(f.Secret) || f.Web == "" && !f.isComputer() || f.Web != "" && !IsWeb(f.Web) {
		return errors.New("phones can't vote there: it takes an address of this computer and a port, or that of a host's web servers, and two paths")
	}
	return nil
}

func (f Connected) isComputer() bool {
	host, err := netip.ParseAddr(f.Host)
	return err == nil && host.Zone() == "" && f.Port > 0 && f.Port <= 65535
}

// IsWeb reports whether a text is the address that a host's web servers can have: a scheme, a name, and a port where it has one of its own.
func IsWeb(s string) bool {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" {
		return false
	}
	return s == u.Scheme+"://"+u.Host && strings.Trim(u.Host, "abcdefghijklmnopqrstuvwxyz0123456789-.:[]") == ""
}

// isPath reports whether a text can stand in an address as it is.
func isPath(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == ""
}

func (s *Session) allowsMoved(f Moved) error {
	now := s.now()
	if f.Situation != now.situation.ID || now.polls[1].Room == 0 {
		return errors.New("how minds changed is known after the second vote: go there first")
	}
	_, err := readWays(f, now.situation.Format.Ballot(now.situation, now.action))
	return err
}

func (s *Session) allowsSeated(f Seated) error {
	if err := CheckRoom(f.Room); err != nil {
		return err
	}
	if hands := s.poll().Asked(); hands > f.Room {
		return fmt.Errorf("%d hands are counted already: correct the counts before making the room %d", hands, f.Room)
	}
	return nil
}

func (s *Session) allowsExtended(f Extended) error {
	switch {
	case s.countdown() == nil:
		return errNotTimed
	case f.Seconds < 1 || f.Seconds > mostExtra:
		return fmt.Errorf("a countdown can't be given %d seconds: add one second to an hour at a time", f.Seconds)
	}
	return nil
}

// errNotTimed answers whoever would change a countdown that is not there.
var errNotTimed = errors.New("nothing is being timed now: only thinking and discussing have a countdown")

func (s *Session) allowsTurned(f Turned) error {
	switch f.To {
	case Paused, Running:
		if s.countdown() == nil {
			return errNotTimed
		}
		if s.running == (f.To == Running) {
			return fmt.Errorf("the countdown is %s already", f.To)
		}
	case Blank, Shown:
		if s.blank == (f.To == Blank) {
			return fmt.Errorf("the screen is %s already", f.To)
		}
	case Ended:
	default:
		return fmt.Errorf("a session can't turn to %q", f.To)
	}
	return nil
}
