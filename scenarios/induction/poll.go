// The count of a room's hands.

package induction

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"probity/scenarios"
	"probity/scenarios/induction/box"
)

// Votes is the count of hands by choice id.
type Votes map[string]int

// Poll is one vote of the room.
type Poll struct {
	Votes     Votes
	Phones    Votes // those of them that phones sent
	Abstained int   // who were counted as voting for nothing
	Room      int   // how many were in the room; 0 when nothing was counted
}

// Hands is how many voted.
func (p Poll) Hands() int {
	sum := 0
	for _, n := range p.Votes {
		sum += n
	}
	return sum
}

// Asked is how many are accounted for: who voted and who abstained.
func (p Poll) Asked() int { return p.Hands() + p.Abstained }

// NotVoted is how many are not.
func (p Poll) NotVoted() int { return max(0, p.Room-p.Asked()) }

// write is the votes as facts keep them, "b=12", in the ballot's order and without choices that had no hands.
func (v Votes) write(b scenarios.Ballot) []string {
	out := make([]string, 0, len(v))
	for _, c := range b.Choices {
		if v[c.ID] > 0 {
			out = append(out, fmt.Sprintf("%s=%d", c.ID, v[c.ID]))
		}
	}
	return out
}

// readVotes reads what write wrote, for the same ballot.
func readVotes(entries []string, b scenarios.Ballot) (Votes, error) {
	out := Votes{}
	for _, e := range entries {
		id, number, _ := strings.Cut(e, "=")
		n, err := strconv.Atoi(number)
		if _, again := out[id]; err != nil || n < 0 || n > mostRoom || again {
			return nil, fmt.Errorf("%q is not a count of hands, such as b=12", e)
		}
		if !b.Has(id) {
			return nil, fmt.Errorf("%q is not a choice that was put to the vote", id)
		}
		out[id] = n
	}
	return out, nil
}

// readPoll reads a vote as a fact keeps it.
func readPoll(votes, phones []string, abstained, room int, b scenarios.Ballot) (Poll, error) {
	all, err := readVotes(votes, b)
	by, wrong := readVotes(phones, b)
	return Poll{all, by, abstained, room}, cmp.Or(err, wrong)
}

// readWays reads how minds changed, as Moved keeps it, for the same ballot.
func readWays(m Moved, b scenarios.Ballot) (box.Flow, error) {
	f := box.Flow{Stayed: m.Stayed, Others: m.Others}
	for _, w := range m.Ways {
		way, number, _ := strings.Cut(w, "=")
		from, to, _ := strings.Cut(way, ">")
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > mostRoom || !b.Has(from) || !b.Has(to) {
			return box.Flow{}, fmt.Errorf("%q is not how many went from one choice to another, such as b>a=9", w)
		}
		f.Moves = append(f.Moves, box.Move{From: from, To: to, Phones: n})
	}
	if m.Stayed < 0 || m.Others < 0 {
		return box.Flow{}, errors.New("fewer than nobody can't have stayed or moved")
	}
	return f, nil
}
