// The statistics of items, in sums that can be added to.

package cohort

import "math"

// pairs is the sums that a correlation is worked out from: x is the share of an item's marks, y the rest score.
type pairs struct {
	n                float64
	x, y, xx, yy, xy float64
}

func (p *pairs) add(x, y float64) {
	p.n++
	p.x, p.y = p.x+x, p.y+y
	p.xx, p.yy, p.xy = p.xx+x*x, p.yy+y*y, p.xy+x*y
}

// correlation is Pearson's product-moment correlation,
//
//	r = (nΣxy − ΣxΣy) / √((nΣx² − (Σx)²)(nΣy² − (Σy)²)),
//
// of an item with the mean of the items that the person had answered before: an item-total correlation in which the item is left
// out of the total so that it does not correlate with itself (S. Henrysson, Correction of item-total correlations in item
// analysis, Psychometrika 28, 1963). For an item of right or wrong it is the point-biserial. The rest is a mean and not a sum
// since people have not all met the same situations, and of earlier ones alone so that whoever goes on answering changes
// nothing of what was told. ok is false where one of the two does not vary.
func (p pairs) correlation() (r float64, ok bool) {
	vx, vy := p.n*p.xx-p.x*p.x, p.n*p.yy-p.y*p.y
	const noise = 1e-9 // what rounding leaves of sums that are the same
	if vx < noise || vy < noise {
		return 0, false
	}
	return max(-1, min(1, (p.n*p.xy-p.x*p.y)/math.Sqrt(vx*vy))), true
}

// facility is the mean share of the marks that could be had, M / max: 1 is what everybody has right. For an item of right or
// wrong it is the share who have it right (L. Crocker and J. Algina, Introduction to classical and modern test theory, 1986,
// chapter 14, where it is the item difficulty, p).
func (i *item) facility() float64 { return i.share / float64(i.answers.counted) }

// whole is a share to two places, as it is published: a person in a hundred.
func whole(share float64) float64 { return math.Round(share*100) / 100 }
