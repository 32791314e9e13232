// The tally: what the answers that count add up to.

package progress

import "probity/scenarios"

// tally is what the answers that stand come to, situation by situation and topic by topic, without what was left blank.
type tally struct {
	last   map[string]Answer // the latest answer, by situation
	times  map[string]int    // how many answers, by family
	topics map[string]scenarios.Score
	total  scenarios.Score
	figures
}

func newTally() *tally {
	return &tally{last: map[string]Answer{}, times: map[string]int{}, topics: map[string]scenarios.Score{}, figures: newFigures()}
}

// add counts the next answer in the order of seq.
func (t *tally) add(a Answer) {
	t.last[a.Situation()] = a
	t.times[a.Scenario]++
	if !a.Scored() {
		return
	}
	t.topics[a.Topic] = with(t.topics[a.Topic], a)
	t.total = with(t.total, a)
	t.figures.add(a)
}
