// Scores: what an answer adds to the marks of a topic and of the whole.

package progress

import (
	"math"

	"probity/scenarios"
)

// with is a score with an answer added. Unscored answers (discussions) have no part in it.
func with(s scenarios.Score, a Answer) scenarios.Score {
	if !scored(a) {
		return s
	}
	return s.Add(scenarios.Score{Answers: 1, Marks: a.Marks, Of: a.Of, Chance: a.Chance * a.Of})
}

// scored reports whether an answer counts in a score. A record edited by hand may hold what is no number.
func scored(a Answer) bool {
	sum := a.Marks + a.Of + a.Chance
	return a.Of > 0 && !math.IsNaN(sum) && !math.IsInf(sum, 0)
}
