// Facts whatever their numbers: a merge gives new ones, and puts them in place where one fact names another.

package progress

import "reflect"

// Link is how one fact names another by its number.
type Link struct {
	Field string // the key that has the number; "" for a kind that names none
	Target
}

// Target is what a fact names: the table of another, and its number, 0 for none.
type Target struct {
	Table string
	Seq   int64
}

// LinkOf returns how a fact names another, and the fact without that.
func LinkOf(fact Fact) (Link, Fact) {
	switch f := fact.(type) {
	case Undo:
		l := Link{"of", Target{Answer{}.Table(), f.Of}}
		f.Of = 0
		return l, f
	case Reflection:
		l := Link{"replaces", Target{f.Table(), f.Replaces}}
		f.Replaces = 0
		return l, f
	}
	return Link{}, fact
}

// Same reports whether two facts are one, whatever their numbers: a merge gives new ones.
func Same(x, y Fact) bool {
	return x.Table() == y.Table() && reflect.DeepEqual(unnumbered(x), unnumbered(y))
}

func unnumbered(fact Fact) Fact {
	_, bare := LinkOf(fact)
	_, at := Stamp(fact)
	return Stamped(bare, 0, at)
}
