// Scores: what an answer adds to the marks of a topic and of the whole.

package progress

import "probity/scenarios"

// with is a score with an answer added. Unscored answers (discussions) have no part in it.
func with(s scenarios.Score, a Answer) scenarios.Score {
	if !scored(a) {
		return s
	}
	return s.Add(scenarios.Score{Answers: 1, Marks: a.Marks, Of: a.Of, Chance: a.Chance * a.Of})
}

// Limits on what is believed of an answer, far above anything that Probity writes.
const (
	mostMarks  = 1000         // of one situation
	mostActive = 24 * 60 * 60 // seconds on one fact, of which a pause of over two minutes is no part
)

// scored reports whether an answer counts in a score. A record edited by hand may hold marks that can't be.
func scored(a Answer) bool {
	return a.Of > 0 && a.Of <= mostMarks && a.Marks >= 0 && a.Marks <= a.Of && a.Chance >= 0 && a.Chance <= 1
}

// active is the seconds of active time that a fact adds: none where it says what can't be.
func active(seconds int) int {
	if seconds < 0 || seconds > mostActive {
		return 0
	}
	return seconds
}

// Disbelieved returns how many answers have marks that can't be, and are in no score, and how many have an active
// time that can't be, and are in no sum of time.
func (h *History) Disbelieved() (marks, times int) {
	for _, a := range h.answers {
		count(&marks, !scored(a) && (a.Of != 0 || a.Marks != 0))
		count(&times, active(a.Seconds) != a.Seconds)
	}
	return marks, times
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
