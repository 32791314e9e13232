package room

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/parts/keymap"
	"probity/tui/prose"
)

// count is a key press in a vote. It reports whether the key was for counting hands; any other key ends the number.
func (r *Screen) count(msg tea.KeyPressMsg) bool {
	rows := r.rows()
	r.cursor = min(r.cursor, len(rows)-1)
	switch at := rows[r.cursor]; {
	case keymap.Is(msg, keymap.Hands()):
		r.digit(at, int(msg.String()[0]-'0'))
	case keymap.Is(msg, keymap.Correct()): // one press too many leaves no vote
		r.correct(at)
	case keymap.Is(msg, keymap.Rest()):
		r.rest(rows)
	case r.typing && keymap.Is(msg, keymap.NextCount()) && r.hasNext(), keymap.Is(msg, keymap.Enter("")) && r.hasNext(), keymap.Is(msg, keymap.Down()):
		r.moveTo(r.cursor+1, rows)
	case keymap.Is(msg, keymap.Up()):
		r.moveTo(r.cursor-1, rows)
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

// hasNext reports whether there is another number to type before the vote is gone on from: a choice, or who abstains where not everybody has
// voted.
func (r *Screen) hasNext() bool {
	last := len(r.rows()) - 1
	return r.cursor < last-1 || r.cursor == last-1 && r.room.Missing() > 0
}

// digit types a digit of the number at a row: the first of a number, or a further one.
func (r *Screen) digit(at scenarios.Choice, digit int) {
	now, hands := r.tutor.Clock.Now(), r.handsFor(at)
	if !r.typing || now.Sub(r.at) > sameNumber {
		r.typing, r.before, hands = true, hands, 0
	}
	r.at = now
	r.set(at, hands*10+digit)
}

// correct takes the last digit away, or a refusal. It reports whether there was anything to take.
func (r *Screen) correct(at scenarios.Choice) bool {
	hands := r.handsFor(at)
	switch {
	case r.refused[at.ID]:
		delete(r.refused, at.ID)
	case hands > 0:
		if !r.typing {
			r.typing, r.before = true, hands
		}
		r.at = r.tutor.Clock.Now()
		r.set(at, hands/10)
	default:
		return false
	}
	return true
}

// rest gives those who are left to the last choice; once that is counted, they abstain. A phone that may still vote is not given away.
func (r *Screen) rest(rows []scenarios.Choice) {
	to := len(rows) - 2
	if last := rows[to].ID; r.handsFor(rows[to]) > 0 || r.counted[last] || r.cursor > to {
		to++
	}
	awaited := r.awaited()
	left := r.room.Missing() - awaited
	if r.uncounted() {
		return
	}
	if left <= 0 {
		if awaited > 0 {
			r.env.Notice(prose.Count(float64(awaited), "phone") + " may still vote: wait for them, or close the vote as it is with c.")
		}
		return
	}
	r.moveTo(to, rows)
	r.before = r.handsFor(rows[to])
	r.set(rows[to], r.before+left)
}

// awaited is how many phones have joined and may still vote.
func (r *Screen) awaited() int {
	if !r.byPhone() {
		return 0
	}
	joined, voted := r.phones.Turnout()
	return max(0, joined-voted)
}

// moveTo goes to another row. The one that is left is shown as counted from now on, even with no hands, unless its number was refused.
func (r *Screen) moveTo(to int, rows []scenarios.Choice) {
	r.counted[rows[r.cursor].ID] = true
	r.cursor, r.typing = max(0, min(to, len(rows)-1)), false
}

// set counts the hands at a row. A number that is not possible is refused: the count is again what it was before the number was
// typed, and the row is marked until another number is typed.
func (r *Screen) set(at scenarios.Choice, hands int) {
	count := func(n int) bool {
		return r.do(func(s *induction.Session, now time.Time) (induction.Fact, error) {
			if at.ID == abstaining.ID {
				return s.Abstain(n, now)
			}
			return s.Count(at.ID, n, now)
		})
	}
	if count(hands) {
		delete(r.refused, at.ID)
		return
	}
	r.typing, r.refused[at.ID] = false, true
	if r.handsFor(at) != r.before {
		count(r.before)
	}
}

// uncounted reports whether a number in the vote was refused, and says which.
func (r *Screen) uncounted() bool {
	if r.session().Round() == 0 {
		return false
	}
	for _, c := range r.rows() {
		if r.refused[c.ID] {
			r.env.Notice("The number for " + c.Label + " was refused and is not counted: type it again.")
			return true
		}
	}
	return false
}
