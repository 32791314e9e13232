package exchange

import (
	"math"
	"strconv"
)

// Moodle, for whose question bank both forms are written, knows these shares of the marks and the same below nought. Its importer refuses any
// other, unless it is told to take the nearest.
func listed() []float64 {
	return []float64{0, 1, .9, 5. / 6, .8, .75, .7, 2. / 3, .6, .5, .4, 1. / 3, .3, .25, .2, 1. / 6, 1. / 7, .125, 1. / 9, .1, .05}
}

// nearly is by how much a share may miss another that is meant: Moodle writes percentages with five decimals, people with three.
const nearly = 1e-5

// Listed reports whether Moodle takes a share of the marks.
func Listed(share float64) bool {
	for _, l := range listed() {
		if math.Abs(math.Abs(share)-l) < nearly {
			return true
		}
	}
	return false
}

// ShareOf is a percentage as a share of the marks: exactly the one that is meant, where it is a fraction that decimals have to cut short.
func ShareOf(percent float64) float64 {
	share := math.Round(percent*1e5)/1e7 + 0 // not minus 0
	for _, parts := range []float64{3, 6, 7, 9, 11, 12} {
		if n := math.Round(share * parts); math.Abs(share-n/parts) < nearly {
			return n/parts + 0
		}
	}
	return share
}

// Percent is a share of the marks as a percentage, with at most the five decimals that Moodle compares.
func Percent(share float64) string {
	return strconv.FormatFloat(math.Round(share*1e7)/1e5+0, 'f', -1, 64)
}
