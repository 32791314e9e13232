// The facts of a session: what is kept of it, in the order it happened. They name nobody. Each is flat, with its number
// in the stream first and its time last, as the record's facts are; the number is given by whoever saves them.

package induction

import (
	"net"
	"strconv"
	"time"
)

// Fact is something that happened in a session. The kinds are the structs of this file. Every act of the facilitator is one
// fact, so that a session cut short after any of them is whole.
type Fact interface {
	// Table is the name of the fact's table in a session's file.
	Table() string
	// when is the fact's time; it also seals the interface.
	when() time.Time
}

// Kinds returns a fact of each kind.
func Kinds() []Fact {
	return []Fact{Began{}, Entered{}, Skipped{}, Added{}, Put{}, Counted{}, Moved{}, FistToFive{}, Connected{}, Seated{}, Extended{}, TakenUp{}, Turned{}}
}

// Began opens a session.
type Began struct {
	Seq          int64     `toml:"seq"`
	ID           string    `toml:"id"` // of the session
	Title        string    `toml:"title"`
	Audience     string    `toml:"audience,omitempty"`
	Jurisdiction string    `toml:"jurisdiction"`
	Minutes      int       `toml:"minutes"` // the slot
	Plan         []string  `toml:"plan"`    // situations and their minutes, "friend-request=7"
	Opening      string    `toml:"opening,omitempty"`
	Closing      string    `toml:"closing,omitempty"`
	Room         int       `toml:"room"`    // people in the room
	Library      string    `toml:"library"` // version of the library
	At           time.Time `toml:"at"`
}

// Entered moves the session to a step: forward, back or by a jump.
type Entered struct {
	Seq   int64     `toml:"seq"`
	Place int       `toml:"place"` // number of the situation, from 1
	Step  Step      `toml:"step"`
	At    time.Time `toml:"at"`
}

// Skipped leaves a situation out and moves to the next, or to the end.
type Skipped struct {
	Seq   int64     `toml:"seq"`
	Place int       `toml:"place"`
	At    time.Time `toml:"at"`
}

// Added puts a further situation into the session.
type Added struct {
	Seq       int64     `toml:"seq"`
	Place     int       `toml:"place"` // the number that it has from now on
	Situation string    `toml:"situation"`
	Minutes   int       `toml:"minutes"`
	At        time.Time `toml:"at"`
}

// Put says which action of a rating is put to the vote.
type Put struct {
	Seq       int64     `toml:"seq"`
	Situation string    `toml:"situation"`
	Action    string    `toml:"action"` // option id
	At        time.Time `toml:"at"`
}

// Counted is the whole count of a vote as it stands; a later one of the same situation and round takes its place.
type Counted struct {
	Seq       int64     `toml:"seq"`
	Situation string    `toml:"situation"`
	Revision  int       `toml:"revision"`            // of the situation, when it was voted on
	Round     int       `toml:"round"`               // 1 before the discussion, 2 after it
	Action    string    `toml:"action,omitempty"`    // of a rating: the option that was rated
	Votes     []string  `toml:"votes"`               // people by choice, "b=12"; choices without any are left out
	Phones    []string  `toml:"phones,omitempty"`    // those of them who voted by phone
	Abstained int       `toml:"abstained,omitempty"` // people who were asked and raised no hand
	Room      int       `toml:"room"`
	At        time.Time `toml:"at"`
}

// Moved is how those changed their minds who voted twice by phone. It follows the count of the second vote. Ways that fewer than five went are
// one sum: they could be recognised.
type Moved struct {
	Seq       int64     `toml:"seq"`
	Situation string    `toml:"situation"`
	Stayed    int       `toml:"stayed"`
	Ways      []string  `toml:"ways"` // from a choice to another, "b>a=9"
	Others    int       `toml:"others"`
	At        time.Time `toml:"at"`
}

// FistToFive is the whole count of the closing's vote, as Counted is of a situation's. A later one takes its place.
type FistToFive struct {
	Seq       int64     `toml:"seq"`
	Votes     []string  `toml:"votes"` // people by how many fingers they show, "4=9"
	Phones    []string  `toml:"phones,omitempty"`
	Abstained int       `toml:"abstained,omitempty"`
	Room      int       `toml:"room"`
	At        time.Time `toml:"at"`
}

// Connected says where the room's phones vote: a session that is taken up again is at the same place, so that no phone has to join anew.
type Connected struct {
	Seq    int64     `toml:"seq"`
	Host   string    `toml:"host"`            // the computer's address in the network
	Port   int       `toml:"port"`            // at which it listens
	Code   string    `toml:"code"`            // the path that everybody is told
	Secret string    `toml:"secret"`          // the path of the facilitator's own phone
	Web    string    `toml:"web,omitempty"`   // of a session led on a host: the address that its web servers have in place of Host and Port
	Slips  string    `toml:"slips,omitempty"` // the file with the codes of the vote slips; "" where whoever comes may vote
	At     time.Time `toml:"at"`
}

// Address is what a phone opens to vote.
func (f Connected) Address() string {
	if f.Web != "" {
		return f.Web + "/" + rooms + "/" + f.Code
	}
	return f.origin() + "/" + f.Code
}

// Own is what the facilitator's own phone opens; the room must not see it.
func (f Connected) Own() string {
	if f.Web != "" {
		return f.Address() + "/" + facilitators + "/" + f.Secret
	}
	return f.origin() + "/" + facilitators + "/" + f.Secret
}

func (f Connected) origin() string {
	return "http://" + net.JoinHostPort(f.Host, strconv.Itoa(f.Port))
}

// Same reports whether phones vote at the same place.
func (f Connected) Same(other Connected) bool {
	f.Seq, f.At, other.Seq, other.At = 0, time.Time{}, 0, time.Time{}
	return f == other
}

// Seated says how many people are in the room from now on.
type Seated struct {
	Seq  int64     `toml:"seq"`
	Room int       `toml:"room"`
	At   time.Time `toml:"at"`
}

// Extended gives a countdown more time.
type Extended struct {
	Seq     int64     `toml:"seq"`
	Seconds int       `toml:"seconds"`
	At      time.Time `toml:"at"`
}

// TakenUp goes on with a session after a crash, a closed lid or a break.
type TakenUp struct {
	Seq     int64     `toml:"seq"`
	Seconds int       `toml:"seconds"` // how long it lay still
	At      time.Time `toml:"at"`
}

// Turned puts the session into another state.
type Turned struct {
	Seq int64     `toml:"seq"`
	To  State     `toml:"to"`
	At  time.Time `toml:"at"`
}

// State is what a session can turn to.
type State string

// The states.
const (
	Paused  State = "paused"  // the countdown stands still
	Running State = "running" // it goes on
	Blank   State = "blank"   // nothing is on the room's screen
	Shown   State = "shown"   // it is again
	Ended   State = "ended"   // the session is over
)

func (f Began) when() time.Time      { return f.At }
func (f Entered) when() time.Time    { return f.At }
func (f Skipped) when() time.Time    { return f.At }
func (f Added) when() time.Time      { return f.At }
func (f Put) when() time.Time        { return f.At }
func (f Counted) when() time.Time    { return f.At }
func (f Moved) when() time.Time      { return f.At }
func (f FistToFive) when() time.Time { return f.At }
func (f Connected) when() time.Time  { return f.At }
func (f Seated) when() time.Time     { return f.At }
func (f Extended) when() time.Time   { return f.At }
func (f TakenUp) when() time.Time    { return f.At }
func (f Turned) when() time.Time     { return f.At }

// Table is "induction-began".
func (Began) Table() string { return "induction-began" }

// Table is "induction-entered".
func (Entered) Table() string { return "induction-entered" }

// Table is "induction-skipped".
func (Skipped) Table() string { return "induction-skipped" }

// Table is "induction-added".
func (Added) Table() string { return "induction-added" }

// Table is "induction-put".
func (Put) Table() string { return "induction-put" }

// Table is "induction-counted".
func (Counted) Table() string { return "induction-counted" }

// Table is "induction-moved".
func (Moved) Table() string { return "induction-moved" }

// Table is "induction-fist-to-five".
func (FistToFive) Table() string { return "induction-fist-to-five" }

// Table is "induction-connected".
func (Connected) Table() string { return "induction-connected" }

// Table is "induction-seated".
func (Seated) Table() string { return "induction-seated" }

// Table is "induction-extended".
func (Extended) Table() string { return "induction-extended" }

// Table is "induction-taken-up".
func (TakenUp) Table() string { return "induction-taken-up" }

// Table is "induction-turned".
func (Turned) Table() string { return "induction-turned" }
