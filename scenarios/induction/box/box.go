// Package box is the ballot box of a room that votes by phone. It is pure: no clock, no network, no disk; and it knows no names: a voter is a
// token that a phone keeps.
//
// What ties a token to a choice stays in the box, and no longer than the room is at a situation: nobody can learn who voted for what, and what
// leaves the box are sums.
package box

import (
	"errors"
	"maps"
	"slices"
	"sync"
)

// Round is one vote: the first or second on a situation, and of a rating on which of its options.
type Round struct {
	Situation string
	Action    string // of a rating: the option that is rated
	Number    int    // 1 before the discussion, 2 after it
}

// question is what a round's two votes have in common.
func (r Round) question() Round { return Round{Situation: r.Situation, Action: r.Action} }

// Token is a phone that votes.
type Token string

// What a phone is refused for.
var (
	ErrFull     = errors.New("every seat in the room has a phone already")
	ErrStranger = errors.New("this phone has not joined the room")
	ErrClosed   = errors.New("this vote is closed")
	ErrNoChoice = errors.New("this is nothing that is voted on")
)

// Box holds the votes. Any goroutine may use it.
type Box struct {
	mu      sync.Mutex
	seats   int
	joined  map[Token]bool
	round   Round // that is open, or was last
	open    bool
	choices []string
	votes   map[int]map[Token]string // of the question, by the round's number
	picked  map[Token]string         // in the round, by phones that have not voted: chosen and not sent
}

// New is an empty box for so many phones.
func New(seats int) *Box {
	return &Box{seats: seats, joined: map[Token]bool{}}
}

// Seat changes for how many phones there is room. Those that have joined stay.
func (b *Box) Seat(seats int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.seats = seats
}

// Join takes a phone in, once however often it asks. The error is ErrFull.
func (b *Box) Join(t Token) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.joined[t] && len(b.joined) >= b.seats {
		return ErrFull
	}
	b.joined[t] = true
	return nil
}

// Full reports whether there is no seat for a phone that has none.
func (b *Box) Full() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.joined) >= b.seats
}

// Open begins a round with these choices, or goes on with one that is open or was closed: what was voted in it stands, and what was picked is
// again to be sent or changed. The votes on another question are forgotten.
func (b *Box) Open(r Round, choices []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if r.question() != b.round.question() {
		b.votes = nil
	}
	if b.votes == nil {
		b.votes = map[int]map[Token]string{}
	}
	if b.votes[r.Number] == nil {
		b.votes[r.Number] = map[Token]string{}
	}
	if r != b.round {
		b.picked = map[Token]string{}
	}
	for t := range b.picked {
		delete(b.votes[r.Number], t)
	}
	b.round, b.open, b.choices = r, true, slices.Clone(choices)
}

// Cast takes a phone's vote in place of the one it had. The error is ErrStranger, ErrClosed or ErrNoChoice.
func (b *Box) Cast(t Token, r Round, choice string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	err := b.refuses(t, r, choice)
	if err == nil {
		b.votes[r.Number][t] = choice
		delete(b.picked, t)
	}
	return err
}

// Pick notes what a phone has chosen and not sent. It is the phone's vote when the round is closed before it sends one. The errors are those of
// Cast.
func (b *Box) Pick(t Token, r Round, choice string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	err := b.refuses(t, r, choice)
	if _, voted := b.votes[r.Number][t]; err == nil && !voted {
		b.picked[t] = choice
	}
	return err
}

// refuses is why a phone cannot vote so.
func (b *Box) refuses(t Token, r Round, choice string) error {
	switch {
	case !b.joined[t]:
		return ErrStranger
	case !b.open || r != b.round:
		return ErrClosed
	case !slices.Contains(b.choices, choice):
		return ErrNoChoice
	}
	return nil
}

// Vote is what a phone voted for in a round, or has picked in the open one; "" for nothing.
func (b *Box) Vote(t Token, r Round) (choice string, sent bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if r.question() != b.round.question() {
		return "", false
	}
	if choice, sent = b.votes[r.Number][t]; !sent && r == b.round {
		choice = b.picked[t]
	}
	return choice, sent
}

// Turnout is how many phones have joined, and how many of them have voted in the last round.
func (b *Box) Turnout() (joined, voted int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.joined), len(b.votes[b.round.Number])
}

// Ready is how many votes a close would count now: what was sent, and what is picked.
func (b *Box) Ready() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.open {
		return 0
	}
	return len(b.votes[b.round.Number]) + len(b.picked)
}

// Close ends the round and returns how many phones voted for each choice; nil where no vote is open. Those without any are left out.
func (b *Box) Close() map[string]int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.open {
		return nil
	}
	votes, sums := b.votes[b.round.Number], map[string]int{}
	maps.Copy(votes, b.picked)
	b.open = false
	for _, choice := range votes {
		sums[choice]++
	}
	return sums
}

// Leave forgets the votes: the room goes on to another situation.
func (b *Box) Leave() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.open, b.votes, b.picked, b.round = false, nil, nil, Round{}
}
