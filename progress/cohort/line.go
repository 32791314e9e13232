// Lines: those who came last are counted when they are five.

package cohort

import (
	"cmp"
	"slices"
)

// line counts one thing: people, or different people's answers to a situation. It counts whole fives, the earliest first, in whatever
// order they are read. The latest, four at most, are held back until they are five.
type line[T any] struct {
	count   func(T)
	when    func(T) given // the answer that gives its place
	counted int
	latest  []T
}

// add takes one more into the line.
func (l *line[T]) add(one T) {
	place, _ := slices.BinarySearchFunc(l.latest, one, func(a, b T) int {
		x, y := l.when(a), l.when(b)
		return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.Sitting, y.Sitting))
	})
	if l.latest = slices.Insert(l.latest, place, one); len(l.latest) == leastPeople {
		l.countEarliest()
	}
}

// settle counts those who are five by now; it comes last.
func (l *line[T]) settle() {
	for whole := (l.counted + len(l.latest)) / leastPeople * leastPeople; l.counted < whole; {
		l.countEarliest()
	}
}

func (l *line[T]) countEarliest() {
	l.count(l.latest[0])
	l.latest, l.counted = l.latest[1:], l.counted+1
}
