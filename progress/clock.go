// Wrong clocks. The record's order is that of its numbers; its times are those of a clock that may have been wrong for a while.

package progress

import (
	"slices"
	"sort"
	"time"
)

// Ahead is how far after now a time may be and still be believed: the clocks of two machines differ by hours at the most.
const Ahead = 24 * time.Hour

// believed returns when facts happened that follow one another in the record, as far as their times can be believed. This is
// the one rule, for review and for rest: a time more than a day after now is not believed, nor one that goes back or ahead
// of the others: where they contradict one another, as few as possible are not believed, and of as few the later ones. What has such a time counts as
// having happened when the fact before it did, so that it puts nothing off; the first ones count as the first that is
// believed, and where none is, all count as of long ago, the zero time.
func believed(times []time.Time, now time.Time) []time.Time {
	latest := now.Add(Ahead)
	chain := make([]int, 0, len(times)) // at k: where the row of k+1 times in order ends that ends the earliest
	before := make([]int, len(times))   // the place before this one in its row
	for i, t := range times {
		if t.After(latest) {
			continue
		}
		k := sort.Search(len(chain), func(k int) bool { return times[chain[k]].After(t) })
		if k > 0 {
			before[i] = chain[k-1]
		}
		if k == len(chain) {
			chain = append(chain, i)
		}
		chain[k] = i
	}
	out := make([]time.Time, len(times))
	if len(chain) == 0 {
		return out
	}
	for k, i := len(chain)-1, chain[len(chain)-1]; k >= 0; k, i = k-1, before[i] {
		out[i] = times[i]
	}
	at := slices.IndexFunc(out, func(t time.Time) bool { return !t.IsZero() })
	last := out[max(at, 0)]
	for i, t := range out {
		if t.IsZero() {
			out[i] = last
		}
		last = out[i]
	}
	return out
}

// Given returns when the answers were given, in the order of Answers, as far as their times can be believed at the time now.
func (h *History) Given(now time.Time) []time.Time {
	times := make([]time.Time, len(h.answers))
	for i, a := range h.answers {
		times[i] = a.At
	}
	return believed(times, now)
}
