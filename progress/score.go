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

// Total is the score of answers together.
func Total(answers []Answer) scenarios.Score {
	var s scenarios.Score
	for _, a := range answers {
		s = with(s, a)
	}
	return s
}

// Part is the score of some answers that have something in common: a topic, say, or a format.
type Part struct {
	Name  string
	Score scenarios.Score
}

// Parts divides scored answers by what of gives for each, in the order first met.
func Parts(answers []Answer, of func(Answer) string) []Part {
	var parts []Part
	at := map[string]int{}
	for _, a := range answers {
		if !scored(a) {
			continue
		}
		name := of(a)
		i, known := at[name]
		if !known {
			i = len(parts)
			at[name] = i
			parts = append(parts, Part{Name: name})
		}
		parts[i].Score = with(parts[i].Score, a)
	}
	return parts
}
