package room

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/parts/keymap"
)

// count is a key press in a vote. It reports whether the key was for counting hands; any other key ends the number.
func (r *Screen) count(msg tea.KeyPressMsg) bool {
	choices := r.session().Ballot().Choices
	r.cursor = min(r.cursor, len(choices)-1)
	switch {
	case keymap.Is(msg, keymap.Hands()):
		r.digit(choices[r.cursor].ID, int(msg.String()[0]-'0'))
	case keymap.Is(msg, keymap.Correct()) && r.correct(choices[r.cursor].ID):
	case keymap.Is(msg, keymap.Enter("")) && r.cursor < len(choices)-1, keymap.Is(msg, keymap.Down()):
		r.moveTo(r.cursor+1, choices)
	case keymap.Is(msg, keymap.Up()):
		r.moveTo(r.cursor-1, choices)
	default:
		r.typing = false
		return false
	}
	r.draw()
	r.reach()
	return true
}

// sameNumber is how long after a digit another still belongs to it: 12 is typed in less, and
// hands that are counted again take longer.
const sameNumber = 6 * time.Second

// digit types a digit of the number at a choice: the first of a number, or a further one.
func (r *Screen) digit(id string, digit int) {
	now, hands := r.tutor.Clock.Now(), r.session().HandsFor(id)
	if !r.typing || now.Sub(r.at) > sameNumber {
		r.typing, r.before, hands = true, hands, 0
	}
	r.at = now
	r.set(id, hands*10+digit)
}

// correct takes the last digit away, or a refusal. It reports whether there was anything to take.
func (r *Screen) correct(id string) bool {
	hands := r.session().HandsFor(id)
	switch {
	case r.refused[id]:
		delete(r.refused, id)
	case hands > 0:
		if !r.typing {
			r.typing, r.before = true, hands
		}
		r.at = r.tutor.Clock.Now()
		r.set(id, hands/10)
	default:
		return false
	}
	return true
}

// moveTo goes to another choice. The one that is left is shown as counted from now on, even with
// no hands, unless its number was refused.
func (r *Screen) moveTo(to int, choices []scenarios.Choice) {
	r.counted[choices[r.cursor].ID] = true
	r.cursor, r.typing = max(0, min(to, len(choices)-1)), false
}

// set counts the hands for a choice. A number that is not possible is refused: the count is again what it was before the number was
// typed, and the choice is marked until another number is typed.
func (r *Screen) set(id string, hands int) {
	count := func(n int) bool {
		return r.do(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Count(id, n, now) })
	}
	if count(hands) {
		delete(r.refused, id)
		return
	}
	r.typing, r.refused[id] = false, true
	if r.session().HandsFor(id) != r.before {
		count(r.before)
	}
}
