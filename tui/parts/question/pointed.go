package question

import (
	"fmt"
	"strconv"

	"probity/scenarios"
	"probity/tui/parts/keymap"
)

// Click goes to the option at a place, and names the key that marks it or rates it. An option of a ranking is picked up by one click and put
// where the next one is. While the question is how sure the learner is, the key is that of the line.
func (q *Question) Click(x, y int) string {
	line := q.pane.Line(y)
	switch {
	case q.situation == nil:
		return ""
	case q.weighing:
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
	held := q.held && i != q.cursor
	if q.situation.Format.Input() == scenarios.PutInOrder && held {
		return strconv.Itoa(i + 1) // the place for the option at the cursor
	}
	wasHeld := q.held
	q.held = false
	q.move(i)
	switch q.situation.Format.Input() {
	case scenarios.PickOne, scenarios.PickSeveral:
		return keymap.Name(keymap.Mark())
	case scenarios.GiveNumbers:
		if now := q.rating(); now > 1 {
			return strconv.Itoa(now - 1)
		}
		return "4"
	case scenarios.PutInOrder:
		if q.held = !wasHeld; q.held {
			q.env.Notice(fmt.Sprintf("Click the place where %s belongs.", q.attempt.Lines()[i].Letter))
		}
	}
	return ""
}

// Wheel scrolls by lines.
func (q *Question) Wheel(_, _, lines int) {
	q.pane.Scroll(lines)
	if q.situation != nil && !q.weighing {
		q.follow()
	}
}
