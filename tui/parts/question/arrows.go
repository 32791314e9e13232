package question

import "probity/scenarios"

// right does at the cursor what an answer is put together from: it marks the option, moves it down the order, or gives it the next lower
// rating, from 4.
func (q *Question) right() {
	switch q.situation.Format.Input() {
	case scenarios.PickOne, scenarios.PickSeveral:
		q.pick(q.cursor)
	case scenarios.PutInOrder:
		q.move(q.attempt.Shift(q.cursor, +1))
	case scenarios.GiveNumbers:
		if now := q.rating(); now == 0 {
			q.rate(4)
		} else {
			q.rate(now - 1)
		}
	}
}

// left moves the option at the cursor up the order, or gives it the next higher rating, from 1. A mark is taken away as it was made.
func (q *Question) left() {
	switch q.situation.Format.Input() {
	case scenarios.PutInOrder:
		q.move(q.attempt.Shift(q.cursor, -1))
	case scenarios.GiveNumbers:
		q.rate(q.rating() + 1)
	case scenarios.PickOne, scenarios.PickSeveral:
	}
}

// Row is the option that a number rates; nil where numbers rate none.
func (q *Question) Row() any {
	if q.situation == nil || q.weighing || q.situation.Format.Input() != scenarios.GiveNumbers {
		return nil
	}
	return q.cursor
}

// rating is the number that the option at the cursor has; 0 for none.
func (q *Question) rating() int { return q.attempt.Lines()[q.cursor].Number }

// rate gives the option at the cursor a number, and stays there. What is no rating changes nothing.
func (q *Question) rate(n int) {
	q.attempt.Number(q.cursor, n)
	q.move(q.cursor)
}
