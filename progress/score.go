// Scores: what an answer adds to the marks of a topic and of the whole.

package progress

import (
	"slices"

	"probity/scenarios"
)

// with is a score with an answer added. Unscored answers (discussions) have no part in it.
func with(s scenarios.Score, a Answer) scenarios.Score {
	return s.Add(scenarios.ScoreOf(a.Format, a.marking()))
}

func (a Answer) marking() scenarios.Marking {
	return scenarios.Marking{Marks: a.Marks, Of: a.Of, Chance: a.Chance}
}

// Possible reports whether the marks of an answer can have come of its format. Marks that can't be, as a record edited by
// hand may hold, count in no score.
func (a Answer) Possible() bool {
	return a.Compared() || scenarios.Possible(a.Format, a.marking())
}

// Compared reports whether an answer was given only to compare: to a situation that has a key, and none of its marks.
func (a Answer) Compared() bool {
	f, known := scenarios.FormatNamed(a.Format)
	return known && f.Scored() && a.Marks == 0 && a.Of == 0 && a.Chance == 0
}

// TopicsOf lists the topics of answers, by their ids, each once.
func TopicsOf(answers []Answer) []string {
	var ids []string
	for _, a := range answers {
		if !slices.Contains(ids, a.Topic) {
			ids = append(ids, a.Topic)
		}
	}
	return ids
}

// Scored reports whether an answer earned marks that can be: only then has it a part in scores and reviews.
func (a Answer) Scored() bool { return a.Of > 0 && a.Possible() }

// Disbelieved returns how many answers have marks that can't be, and are in no score, and how many have an active
// time that can't be, and are in no sum of time.
func (h *History) Disbelieved() (marks, times int) {
	for _, a := range h.answers {
		if !a.Possible() {
			marks++
		}
		if !PossibleTime(a.Seconds) {
			times++
		}
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
	Blank int // of its answers, those that were left blank
}

// Answered is how many of its answers have something chosen.
func (p Part) Answered() int { return p.Score.Answers - p.Blank }

// Enough reports whether so much of it was answered that a percentage says something: blanks are no answers.
func (p Part) Enough() bool { return scenarios.Enough(p.Answered()) }

// Figured reports whether it is said by its score: that of a part with blanks only where enough was answered beside them, and else it is said how
// much that was.
func (p Part) Figured() bool { return p.Blank == 0 || p.Enough() }

// Parts divides scored answers by what of gives for each, in the order first met.
func Parts(answers []Answer, of func(Answer) string) []Part {
	var parts []Part
	at := map[string]int{}
	for _, a := range answers {
		if !a.Scored() {
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
		if a.Blank() {
			parts[i].Blank++
		}
	}
	return parts
}
