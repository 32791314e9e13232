package room

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/scenarios/induction"
	"probity/tui/keymap"
)

// count is a key press in a vote. It reports whether the key was for counting hands.
func (r *Room) count(msg tea.KeyPressMsg) bool {
	choices := r.session().Ballot().Choices
	r.cursor = min(r.cursor, len(choices)-1)
	id := choices[r.cursor].ID
	hands := r.session().HandsFor(id)
	switch {
	case keymap.Is(msg, keymap.Hands()):
		digit := int(msg.String()[0] - '0')
		if !r.typing {
			r.typing, r.before, hands = true, hands, 0
		}
		r.set(id, hands*10+digit)
	case keymap.Is(msg, keymap.Correct()) && hands > 0:
		if !r.typing {
			r.typing, r.before = true, hands
		}
		r.set(id, hands/10)
	case keymap.Is(msg, keymap.Enter("")) && r.cursor < len(choices)-1, keymap.Is(msg, keymap.Down()):
		r.at(r.cursor+1, choices)
	case keymap.Is(msg, keymap.Up()):
		r.at(r.cursor-1, choices)
	default:
		return false
	}
	return true
}

// at goes to another choice; the one that is left counts as counted, though nobody chose it.
func (r *Room) at(to int, choices []induction.Choice) {
	r.counted[choices[r.cursor].ID] = true
	r.cursor, r.typing = max(0, min(to, len(choices)-1)), false
	r.draw()
	r.reach()
}

// set counts the hands for a choice. A number that can't be leaves the count as it was before it was typed.
func (r *Room) set(id string, hands int) {
	count := func(n int) bool {
		return r.do(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Count(id, n, now) })
	}
	if !count(hands) {
		r.typing = false
		if r.session().HandsFor(id) != r.before {
			count(r.before)
		}
	}
}
