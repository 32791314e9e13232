// Rounding: the one rule that keeps people from being made out, from one page or from two.
//
// It has three parts.
//
//   - What is counted, people and the answers to each situation, is counted in whole fives, the earliest first: a figure stays
//     as it is until five more have come, so that what changes is five people's (see line). This is an idea of microaggregation
//     (J. Domingo-Ferrer and J. Mateo-Sanz, Practical data-oriented microaggregation for statistical disclosure control, IEEE
//     Transactions on Knowledge and Data Engineering 14, 2002).
//   - No figure is finer than five people: a share is rounded to a step that five people or more move it by, as the Higher
//     Education Statistics Agency rounds counts of people.
//   - Before a figure is rounded, a fifth of a step is added to it, taken from it, or neither, by a lot that follows from who is
//     counted: the same people always give the same page, and others draw anew. Where a record is withdrawn, the next in line
//     comes in, and a share near the edge of a step may move; without the lot, the way it moves would say what the one had
//     chosen. It is an idea of the cell key method (B. Fraser and J. Wooton, A proposed method for confidentialising tabular
//     output to protect against differencing, Joint UNECE/Eurostat work session on statistical data confidentiality, 2005).
//
// It holds for pools of every size. Exact figures from 50 people on would give the fiftieth away to whoever has the page of
// 49, and the next to whoever has the page of 50. What no rounding can do is to keep one answer from somebody who has all the
// others, and the pages with it and without it: the lot leaves a doubt most of the time, not always.

package cohort

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"

	"probity/progress"
)

// step is what a share of n people is rounded to, in points of a hundred: at least what five people move it by. Below 50 people it
// is ten points or a multiple of ten.
func step(n int) float64 {
	for _, points := range []int{1, 2, 5, 10, 20, 30, 40} {
		if points*n >= 100*leastPeople {
			return float64(points)
		}
	}
	return 50
}

// nearest is a share of n people as it is published, with the lot drawn for it.
func nearest(share float64, n, lot int) float64 { return max(0, withLot(share, step(n), lot)) }

// withLot is a figure between −1 and 1 as it is published: rounded to a step of so many points, with the lot drawn for it.
func withLot(figure, points float64, lot int) float64 {
	figure += float64(lot) * points / 100 / leastPeople
	return stepped(max(-1, min(1, figure)), points)
}

// stepped rounds a figure to a step of so many points. What lies halfway is rounded towards zero.
func stepped(figure, points float64) float64 {
	const noise = 1e-9 // what sums of shares are off by
	steps := math.Ceil(100*math.Abs(figure)/points - 0.5 - noise)
	if steps <= 0 {
		return 0 // and not −0
	}
	return math.Copysign(steps*points/100, figure)
}

// members is a hash of the people who are counted in something. It does not depend on their order, and nobody can be found from it.
// The lots for rounding are drawn from it.
type members uint64

func (m *members) add(a progress.Answer) {
	*m += members(sum(fmt.Sprint(a.Sitting, a.Situation(), a.At.UTC())))
}

// lot is drawn for a figure of these people: −1, 0 or 1.
func (m members) lot(figure string) int { return int(sum(fmt.Sprint(uint64(m), figure))%3) - 1 }

func sum(text string) uint64 {
	s := sha256.Sum256([]byte(text))
	return binary.BigEndian.Uint64(s[:])
}
