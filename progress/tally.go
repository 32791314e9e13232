// The tally: what the answers that count add up to.

package progress

import "probity/scenarios"

// tally is what the answers that stand come to, situation by situation and topic by topic.
type tally struct {
	situations map[string]situation
	topics     map[string]scenarios.Score
	total      scenarios.Score
	figures
}

// situation is what the answers to one situation come to.
type situation struct {
	times int
	last  Answer
}

func newTally() *tally {
	return &tally{situations: map[string]situation{}, topics: map[string]scenarios.Score{}, figures: newFigures()}
}

// add counts the next answer in the order of seq.
func (t *tally) add(a Answer) {
	t.situations[a.Scenario] = situation{times: t.situations[a.Scenario].times + 1, last: a}
	if !scored(a) {
		return
	}
	t.topics[a.Topic] = with(t.topics[a.Topic], a)
	t.total = with(t.total, a)
	t.figures.add(a)
}
