// Rounding: the one rule that keeps people from being made out, from one page or from two.
//
// It has two parts. People are counted in whole fives, those whose first answer is the earliest first: a page stays as it is
// until five more have come, so that what changes is five people's (see Pool). And no figure is told more finely than five
// people: counts go to the nearest five, shares to steps that five people or more move them by. The first is an
// idea of microaggregation (J. Domingo-Ferrer and J. Mateo-Sanz, Practical data-oriented microaggregation for statistical
// disclosure control, IEEE Transactions on Knowledge and Data Engineering 14, 2002), the second the rounding that the Higher
// Education Statistics Agency applies to counts of people.
//
// It holds for pools of every size. Exact figures from 50 people on would give the fiftieth away to whoever has the page of
// 49, and the next to whoever has the page of 50. What rounding leaves: where a record is taken out of the middle, or somebody
// answers more, a share near the edge of a step may move by one step. Report.Replaces is there for that.

package cohort

import "math"

// fives is a number of people to the nearest five.
func fives(n int) int { return (n + LeastPeople/2) / LeastPeople * LeastPeople }

// step is how finely a share of n people is told, in points of a hundred: as five people move it, or more. Below 50 people
// it is ten points or a multiple of ten.
func step(n int) float64 {
	for _, points := range []int{1, 2, 5, 10, 20, 30, 40} {
		if points*n >= 100*LeastPeople {
			return float64(points)
		}
	}
	return 50
}

// nearest is a figure of n people as it is told. What lies halfway goes down: everybody of thirteen is not a step of its own.
func nearest(figure float64, n int) float64 { return stepped(figure, step(n)) }

// stepped is a figure to the nearest step, in points.
func stepped(figure, points float64) float64 {
	const noise = 1e-9 // what sums of shares are off by
	steps := math.Ceil(100*figure/points - 0.5 - noise)
	if steps == 0 {
		return 0 // and not −0
	}
	return steps * points / 100
}
