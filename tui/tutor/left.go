package tutor

import (
	"fmt"

	"probity/progress"
	"probity/scenarios"
)

// Left is an unfinished sitting that can be taken up.
type Left struct {
	Done, Of int
	sitting  progress.Sitting
	answers  []progress.Answer
}

// Unfinished finds the sitting that was left, if its situations are still in the library.
func (t *Tutor) Unfinished() (Left, bool) {
	if !t.Ready() {
		return Left{}, false
	}
	sitting, answers, ok := t.history.Unfinished()
	if !ok {
		return Left{}, false
	}
	left := Left{sitting: sitting, answers: answers}
	answered := map[string]bool{}
	for _, a := range answers {
		answered[a.Scenario] = true
	}
	for _, id := range sitting.Drawn {
		if _, there := t.pack.Bank.Situation(id); there || answered[id] {
			left.Of++
		}
		if answered[id] {
			left.Done++
		}
	}
	return left, left.Done < left.Of
}

// Resume takes up a sitting where it was left: the same situations, the same order of options.
func (t *Tutor) Resume(left Left) *Practice {
	var drawn []*scenarios.Situation
	for _, id := range left.sitting.Drawn {
		if s, ok := t.pack.Bank.Situation(id); ok {
			drawn = append(drawn, s)
		}
	}
	var outcomes []scenarios.Outcome
	for _, a := range left.answers {
		if s, ok := t.pack.Bank.Situation(a.Scenario); ok {
			outcomes = append(outcomes, scenarios.Outcome{
				Situation: s, Chosen: a.Chosen, Sure: scenarios.Certainty(a.Sure),
				Marking: scenarios.Marking{Marks: a.Marks, Of: a.Of, Chance: a.Chance}, Undone: !t.history.Counts(a),
			})
		}
	}
	p := &Practice{
		Sitting: scenarios.Begin(drawn, left.sitting.Seed, outcomes...), Review: left.sitting.Kind == progress.Review, tutor: t, id: left.sitting.ID,
		Note: fmt.Sprintf("Carrying on where you left off: %d of %d done.", left.Done, left.Of),
	}
	p.watch.Touch(t.Now())
	return p
}
