// What a room is told of its votes, whoever leads it and by whatever front end.

package tutor

import (
	"cmp"
	"fmt"
	"slices"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/prose"
)

// Voted is how many have, of the room.
func (r *Room) Voted() string {
	s := r.session
	room := s.Hands() + s.NotVoted() + s.Abstained()
	text := fmt.Sprintf("%d of %d voted", room-s.Abstained()-r.Missing(), room)
	if n := s.Abstained(); n > 0 {
		text += fmt.Sprintf(", %d abstained", n)
	}
	return text
}

// TooMany says that so many more have voted than there are people, and what to do.
func (r *Room) TooMany(over int) string {
	n := r.session.Room()
	return fmt.Sprintf("%d votes from %d people: count the hands again", n+over, n)
}

// Afterwards says what becomes of a session that is left.
func (r *Room) Afterwards() string {
	switch {
	case !r.SavingEnabled():
		return "Nothing of the session is kept, so it can't be carried on."
	case r.Trouble() != nil:
		return "A part of the session is not saved yet. Probity keeps trying: once it is saved, the session can be carried on."
	}
	return "The session stays open and can be carried on."
}

// VotedFirst is the places of the options as they are gone through at the reveal: what most voted for comes first, and of a rating the action that
// was voted on.
func (r *Room) VotedFirst() []int {
	t, _ := r.session.Spread()
	hands := map[string]int{r.session.Ballot().Action: 1}
	for _, bar := range t.Bars {
		if hands[bar.ID] = bar.After; t.After.Asked() == 0 {
			hands[bar.ID] = bar.Before
		}
	}
	options := r.session.Situation().Options
	var out []int
	for i := range options {
		out = append(out, i)
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(hands[options[b].ID], hands[options[a].ID]) })
	return out
}

// Answer is the key of a ballot in words.
func Answer(b scenarios.Ballot) string {
	for _, c := range b.Choices {
		if c.Key && b.Action != "" { // which one is quoted beside it
			return b.Reveal + ": " + c.Text
		}
	}
	return b.Reveal + ": " + b.KeyLabels()
}

// Turnout is how many voted, abstained and did neither.
func Turnout(p induction.Poll) string {
	if p.Asked() == 0 {
		return "no vote"
	}
	text := fmt.Sprintf("%d voted", p.Hands())
	if p.Abstained > 0 {
		text += fmt.Sprintf(", %d abstained", p.Abstained)
	}
	if n := p.NotVoted(); n > 0 {
		text += fmt.Sprintf(", %d did not", n)
	}
	return text
}

// MindsChanged is how those changed their minds who voted twice by phone; "" where nobody did.
func MindsChanged(t induction.Tally, ballot scenarios.Ballot) string {
	f := t.Flow
	var parts []string
	for _, m := range f.Moves {
		parts = append(parts, fmt.Sprintf("%d moved from %s to %s", m.Phones, ballot.Label(m.From), ballot.Label(m.To)))
	}
	if f.Others > 0 && len(parts) > 0 {
		parts = append(parts, fmt.Sprintf("%d in other ways", f.Others))
	} else if f.Others > 0 {
		parts = append(parts, fmt.Sprintf("%d moved", f.Others))
	}
	if len(parts) == 0 {
		return ""
	}
	return "By phone: " + prose.Join(append(parts, fmt.Sprintf("%d stayed", f.Stayed))...)
}
