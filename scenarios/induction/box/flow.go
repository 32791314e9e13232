package box

import (
	"cmp"
	"slices"
)

// Fewest is how many people there must be in a way of voting twice before it is told by itself: fewer could be recognised in a room.
const Fewest = 5

// Flow is how the phones that voted twice on a question changed their minds.
type Flow struct {
	Stayed int
	Moves  []Move // the most first
	Others int    // who moved in ways that fewer than five went
}

// Move is how many went from one choice to another.
type Move struct {
	From, To string
	Phones   int
}

// Flow compares the two votes on the question that the room is at. It is the zero Flow while either is missing or open.
func (b *Box) Flow() Flow {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.open {
		return Flow{}
	}
	var f Flow
	ways := map[Move]int{}
	for t, first := range b.votes[1] {
		switch second, again := b.votes[2][t]; {
		case !again:
		case second == first:
			f.Stayed++
		default:
			ways[Move{From: first, To: second}]++
		}
	}
	for way, phones := range ways {
		if phones < Fewest {
			f.Others += phones
			continue
		}
		way.Phones = phones
		f.Moves = append(f.Moves, way)
	}
	slices.SortFunc(f.Moves, func(x, y Move) int {
		return cmp.Or(cmp.Compare(y.Phones, x.Phones), cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To))
	})
	return f
}
