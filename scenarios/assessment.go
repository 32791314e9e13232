package scenarios

import (
	"errors"
	"fmt"
	"slices"
)

// Assessment is a sitting without feedback until it is handed in: the learner goes to and fro, changes answers, and marks
// situations to come back to. Front ends show it and call it; what it returns is what they save.
type Assessment struct {
	items    []Item
	seed     int64
	at       int
	weighing bool
}

// Item is one situation of an assessment.
type Item struct {
	Situation *Situation
	Chosen    []string // the answer that stands; nil for none
	Flagged   bool     // marked to come back to
	attempt   Attempt
}

// Answered reports whether an answer stands.
func (i Item) Answered() bool { return i.Chosen != nil }

// Changed reports whether what is put together is not the answer that stands.
func (i Item) Changed() bool {
	return i.attempt != nil && !slices.Equal(i.attempt.Chosen(), i.Chosen)
}

// State says whether there is an answer, and of one that chooses fewer options than are asked for, how many: fewer is allowed, and earns less.
func (i Item) State() string {
	switch {
	case !i.Answered():
		return "not answered"
	case i.Situation.Format.Input() == PickSeveral && len(i.Chosen) < len(i.Situation.Key):
		return fmt.Sprintf("answered, %d of %d chosen", len(i.Chosen), len(i.Situation.Key))
	}
	return "answered"
}

// Begun says of a rating that is put together in part how much of it is there, such as "4 of 6"; "" for anything else.
func (i Item) Begun() string {
	if rated := i.rated(); rated > 0 {
		return fmt.Sprintf("%d of %d", rated, len(i.attempt.Lines()))
	}
	return ""
}

// rated is how many options have a rating, of a rating that is put together in part; 0 for anything else.
func (i Item) rated() int {
	if i.attempt == nil || i.Situation.Format.Input() != GiveNumbers || i.attempt.Missing() == "" {
		return 0
	}
	return len(i.attempt.Chosen())
}

// Assess begins an assessment, or takes one up: items carry what was answered and marked before, and at is the place to
// begin at.
func Assess(items []Item, seed int64, at int) *Assessment {
	a := &Assessment{items: items, seed: seed}
	a.Go(at)
	return a
}

// Recall takes over what was put together in part when the same assessment was left.
func (a *Assessment) Recall(left *Assessment) {
	for i := range a.items {
		item := &a.items[i]
		was := slices.IndexFunc(left.items, func(l Item) bool { return l.Situation == item.Situation })
		if was >= 0 && left.items[was].Begun() != "" {
			item.attempt = left.items[was].attempt
		}
	}
}

// TakeIn takes over the answers and marks that stand elsewhere. What is put together here and is no answer yet stays. anew reports whether the
// current situation is to be shown anew.
func (a *Assessment) TakeIn(standing []Item) (anew bool) {
	for i := range a.items {
		item := &a.items[i]
		at := slices.IndexFunc(standing, func(s Item) bool { return s.Situation == item.Situation })
		if at < 0 {
			continue
		}
		item.Flagged = standing[at].Flagged
		if !standing[at].Answered() || slices.Equal(standing[at].Chosen, item.Chosen) {
			continue
		}
		if !item.Changed() || len(item.attempt.Chosen()) == 0 || a.untouched(i) {
			item.attempt = nil
			anew = anew || i == a.at
		}
		item.Chosen = standing[at].Chosen
	}
	return anew
}

// Items are the situations in their order, for looking at.
func (a *Assessment) Items() []Item { return a.items }

// At is the place of the current item, from 0.
func (a *Assessment) At() int { return a.at }

// Current is the item before the learner.
func (a *Assessment) Current() Item { return a.items[a.at] }

// Attempt is the answer in the making to the current situation. What was put together and not submitted is still there
// when the learner comes back to it.
func (a *Assessment) Attempt() Attempt {
	item := &a.items[a.at]
	if item.attempt == nil {
		item.attempt = item.Situation.Format.Begin(item.Situation, a.Dealt())
		item.attempt.Take(item.Chosen)
	}
	return item.attempt
}

// Dealt is the order in which the options of the current situation are shown.
func (a *Assessment) Dealt() []string { return Shuffle(a.items[a.at].Situation, a.seed) }

// Go puts the item at a place before the learner; places outside are the nearest inside. An answer whose certainty is open
// has to be weighed before.
func (a *Assessment) Go(to int) {
	a.at = max(0, min(to, len(a.items)-1))
}

// Flag marks the current situation to come back to, or takes the mark away.
func (a *Assessment) Flag() (on bool) {
	item := &a.items[a.at]
	item.Flagged = !item.Flagged
	return item.Flagged
}

// Submit commits the answer to the current situation, until it is changed. The error says what is missing.
func (a *Assessment) Submit() error {
	if missing := a.Attempt().Missing(); missing != "" {
		return errors.New(missing)
	}
	a.weighing = true
	return nil
}

// Reconsider goes back from how sure the learner is to the question, with the answer not committed.
func (a *Assessment) Reconsider() { a.weighing = false }

// Drop goes back from how sure the learner is, and forgets what was put together: the answer that stood before stands, or none.
func (a *Assessment) Drop() {
	a.weighing = false
	a.items[a.at].attempt = nil
}

// Keep commits what is put together for the current situation, if it is whole and not the answer that stands. An order that is as it
// was dealt is nobody's answer. ok is false where there is nothing to commit.
func (a *Assessment) Keep() (out Outcome, ok bool) {
	item := &a.items[a.at]
	if !a.weighing && (!item.Changed() || item.attempt.Missing() != "" || a.untouched(a.at)) {
		return Outcome{}, false
	}
	a.weighing = true
	return a.Weigh(NotAsked)
}

// untouched reports whether what is put together at a place is an order that is as it was dealt, where no other stands.
func (a *Assessment) untouched(at int) bool {
	item := a.items[at]
	return !item.Answered() && item.Situation.Format.Input() == PutInOrder && slices.Equal(item.attempt.Chosen(), Shuffle(item.Situation, a.seed))
}

// Weighing reports whether an answer is committed and waits for how sure the learner is.
func (a *Assessment) Weighing() bool { return a.weighing }

// Weigh takes how sure the learner is of the answer just committed. ok is false when there is none.
func (a *Assessment) Weigh(c Certainty) (out Outcome, ok bool) {
	if !a.weighing {
		return Outcome{}, false
	}
	a.weighing = false
	item := &a.items[a.at]
	item.Chosen = item.attempt.Chosen()
	return outcome(*item, c), true
}

// Left are the places of the situations without an answer.
func (a *Assessment) Left() []int { return a.places(func(i Item) bool { return !i.Answered() }) }

// Partly are the places of the ratings that are put together in part, where no answer stands: as they are they count as blank.
func (a *Assessment) Partly() []int {
	return a.places(func(i Item) bool { return !i.Answered() && i.rated() > 0 })
}

// Flagged are the places of the situations marked to come back to.
func (a *Assessment) Flagged() []int { return a.places(func(i Item) bool { return i.Flagged }) }

// Changed are the places of the situations where an answer stands, and a change of it is not whole.
func (a *Assessment) Changed() []int {
	return a.places(func(i Item) bool { return i.Answered() && i.Changed() })
}

func (a *Assessment) places(which func(Item) bool) []int {
	var places []int
	for i, item := range a.items {
		if which(item) {
			places = append(places, i)
		}
	}
	return places
}

// Blanks marks the situations left without an answer, as handing in does: each earns nothing.
func (a *Assessment) Blanks() []Outcome {
	var blanks []Outcome
	for _, i := range a.Left() {
		a.items[i].Chosen = []string{}
		blank := outcome(a.items[i], NotAsked)
		blank.Rated = a.items[i].rated()
		blanks = append(blanks, blank)
	}
	return blanks
}

func outcome(item Item, c Certainty) Outcome {
	s := item.Situation
	return Outcome{Situation: s, Chosen: item.Chosen, Sure: c, Marking: s.Format.Mark(s, item.Chosen)}
}
