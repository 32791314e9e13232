// Active time: what a fact adds to it, and what a sitting took. Every page and document that says how long something took asks here.

package progress

import (
	"cmp"
	"iter"
	"slices"
	"time"
)

// mostActive is the most active time that one fact can have, in seconds: a day. A pause of over two minutes is no part of it.
const mostActive = 24 * 60 * 60

// PossibleTime reports whether seconds can be the active time of one fact. A time that can't be, as a record edited by hand may
// hold, is in no sum of time and on no page.
func PossibleTime(seconds int) bool { return 0 <= seconds && seconds <= mostActive }

// Active is the active time that a fact adds, in seconds: none where it says what can't be.
func Active(seconds int) int {
	if !PossibleTime(seconds) {
		return 0
	}
	return seconds
}

// Possible reports whether the session can have taken as long as the record says.
func (a Attended) Possible() bool { return 0 <= a.Minutes && a.Minutes <= mostActive/60 }

// Spent is time that a fact of a sitting took.
type Spent struct {
	Sitting string
	Answer  int64 // seq of the answer that it is of; 0 for a mark to come back to and for handing in
	Seconds int   // as the record says, which Active makes sense of
	At      time.Time
	seq     int64
}

// spentOn is the time that a fact took; false for a fact of a kind that takes none.
func spentOn(fact Fact) (s Spent, timed bool) {
	switch f := fact.(type) {
	case Answer:
		return Spent{f.Sitting, f.Seq, f.Seconds, f.At, f.Seq}, true
	case Flag:
		return Spent{f.Sitting, 0, f.Seconds, f.At, f.Seq}, true
	case Submit:
		return Spent{f.Sitting, 0, f.Seconds, f.At, f.Seq}, true
	}
	return Spent{}, false
}

// within reports whether what a fact took is time of its sitting: an assessment is over once it was handed in, whatever another window did in it
// after that.
func (f *fold) within(s Spent) bool {
	sat := f.assessed[s.Sitting]
	return sat == nil || sat.over == 0 || s.seq <= sat.over
}

// Spent goes through the time of the sittings, in the order of seq: of the answers, counted or not, of going to and fro, and of handing in.
func (h *History) Spent() iter.Seq[Spent] {
	all := make([]Spent, 0, len(h.answers)+len(h.flags)+len(h.submits))
	for _, fact := range slices.Concat(boxed(nil, h.answers), boxed(nil, h.flags), boxed(nil, h.submits)) {
		if s, _ := spentOn(fact); h.folded().within(s) {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(x, y Spent) int { return cmp.Compare(x.seq, y.seq) })
	return slices.Values(all)
}

// SecondsIn is the active time of a sitting.
func (h *History) SecondsIn(sitting string) int { return h.folded().spent[sitting] }

// SecondsIn is the active time of a sitting, as far as the record was read.
func (d *Reading) SecondsIn(sitting string) int { return d.fold.spent[sitting] }
