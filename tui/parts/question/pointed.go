package question

import (
	"fmt"
	"strconv"

	"charm.land/bubbles/v2/key"

	"probity/scenarios"
	"probity/tui/parts/keymap"
)

// picked is the option of a ranking that a click has picked up, to be put where the next click is. It is held as long as the notice stands that
// says so.
type picked struct {
	of     *Question
	option int
}

// up is the option that is picked up; ok is false for none.
func (q *Question) up() (option int, ok bool) {
	return q.picked.option, q.picked.of == q && q.env.Stands(q.picked)
}

// Back puts an option down that is picked up, and reports whether one was.
func (q *Question) Back() bool {
	_, ok := q.up()
	return ok // the notice goes with the key, and takes it along
}

// Click goes to the option at a place, and names the key that marks it or rates it. An option of a ranking is picked up by one click and put
// where the next one is. While the question is how sure the learner is, the key is that of the line. What is blank is none of these.
func (q *Question) Click(x, y int) string {
	if q.situation == nil || !q.pane.Inked(x, y) {
		return ""
	}
	line := q.pane.Line(y)
	if q.weighing {
		if c := scenarios.VerySure - scenarios.Certainty(q.surest-line); c >= scenarios.Guess && c <= scenarios.VerySure {
			return strconv.Itoa(int(c))
		}
		return ""
	}
	for i, span := range q.spans {
		if x >= q.optionsFrom && line >= span[0] && line <= span[1] {
			return q.point(i)
		}
	}
	return ""
}

// point is a click on an option.
func (q *Question) point(i int) string {
	switch q.situation.Format.Input() {
	case scenarios.PutInOrder:
		return q.pickUp(i)
	case scenarios.GiveNumbers:
		q.move(i)
		if now := q.rating(); now > 1 {
			return strconv.Itoa(now - 1)
		}
		return "4"
	case scenarios.PickOne, scenarios.PickSeveral:
	}
	q.move(i)
	return keymap.Name(keymap.Mark())
}

// pickUp picks an option of a ranking up, or names the place for the one that is.
func (q *Question) pickUp(i int) string {
	up, ok := q.up()
	switch {
	case !ok:
		q.move(i)
		q.picked = picked{q, i}
		q.env.Hold(q.picked, fmt.Sprintf("%s is picked up: click the place where it belongs. Esc puts it down.", q.attempt.Lines()[i].Letter))
		return ""
	case up == i:
		return "" // it is put down where it was
	}
	q.move(up)
	return strconv.Itoa(i + 1) // its place
}

// Clicks says what a click does on a rating and on a ranking.
func (q *Question) Clicks() []key.Binding {
	if q.situation == nil || q.weighing {
		return nil
	}
	switch q.situation.Format.Input() {
	case scenarios.GiveNumbers:
		return []key.Binding{keymap.Said("click", "rate 4, then 3, 2, 1")}
	case scenarios.PutInOrder:
		return []key.Binding{keymap.Said("click", "pick up, then its place")}
	case scenarios.PickOne, scenarios.PickSeveral:
	}
	return nil
}

// Wheel scrolls by lines. An option that is picked up stays so.
func (q *Question) Wheel(_, _, lines int) {
	q.pane.Scroll(lines)
	if q.situation != nil && !q.weighing {
		q.follow()
	}
}
