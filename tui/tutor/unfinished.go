// What was left and can be taken up.

package tutor

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// UnfinishedPractice is a practice or a review that was left and can be taken up.
type UnfinishedPractice struct {
	Done, Of int
	Today    bool
	Marked   bool // the question that was up has marks that are no answer yet: they are there as long as the program runs
	sitting  progress.Sitting
	answers  []progress.Answer
}

// AtItsEnd reports whether nothing is to be answered but perhaps a turn: it was left before its summary was shown.
func (u UnfinishedPractice) AtItsEnd() bool { return u.Done == u.Of }

// Where says how far it is.
func (u UnfinishedPractice) Where() string {
	switch {
	case u.AtItsEnd() && u.Marked: // a turn of the last situation
		return "the last question"
	case u.AtItsEnd():
		return "the last feedback"
	}
	return fmt.Sprintf("%d of %d", u.Done, u.Of)
}

// at is Where, as it stands in a sentence.
func (u UnfinishedPractice) at() string {
	switch {
	case u.AtItsEnd() && u.Marked:
		return "at its last question"
	case u.AtItsEnd():
		return "in its last feedback"
	}
	return "at " + u.Where()
}

// Asked asks what is to become of it, before another is begun.
func (u UnfinishedPractice) Asked() string {
	name := u.Name()
	if !u.Today {
		name = "a " + strings.ToLower(name)
	}
	kept := "Its answers are kept either way."
	switch {
	case u.Marked && u.Done == 0:
		kept = "What you marked there is no answer yet, and is kept only if you carry on."
	case u.Marked:
		kept = "Its answers are kept either way; what you marked and have not answered yet, only if you carry on."
	}
	return fmt.Sprintf("You left %s %s. Carry on, or begin the new one? %s", name, u.at(), kept)
}

// carrying says that it is carried on.
func (u UnfinishedPractice) carrying() string {
	switch {
	case u.AtItsEnd() && u.Marked:
		return "Carrying on where you left off, with what you had marked."
	case u.AtItsEnd():
		return "Carrying on where you left off: in the last feedback, before the summary."
	}
	return fmt.Sprintf("Carrying on where you left off: %d of %d done.", u.Done, u.Of)
}

// GivenUp says that it is given up by the first answer in another, where that is settled.
func (u UnfinishedPractice) GivenUp() string {
	what := "practice"
	if u.Today {
		what = "Today"
	}
	return fmt.Sprintf("The %s you left %s is given up once you answer here; its answers are kept.", what, u.at())
}

// leftUnloaded says of a practice that was left and is given up by another that the rest of it is not in what is loaded, so that nobody could be asked.
func (p *Practices) leftUnloaded() string {
	for _, l := range p.record.history.Unfinished() {
		left := p.asNow(l)
		if l.Kind == progress.Practice && !left.Today && len(l.Answers) > 0 && left.Done == left.Of && left.Of < len(l.Drawn) {
			return fmt.Sprintf("The practice you left at %d of %d is given up once you answer here: the rest of it is not loaded. If it is of a pack, leave, and "+
				"name that with --pack.", left.Done, len(l.Drawn))
		}
	}
	return ""
}

// Name is what it was begun as.
func (u UnfinishedPractice) Name() string {
	switch {
	case u.Today && u.Of == 1:
		return oneSituation
	case u.Today:
		return "Today"
	case u.sitting.Ahead == 1:
		return MoreThanDue
	case u.sitting.Kind == progress.Review:
		return "Review"
	}
	return "Practice"
}

// CarriesOnToday reports whether Today, asked for, is this one that was left. One of a single situation was only looked at.
func (u UnfinishedPractice) CarriesOnToday() bool { return u.Today && u.Of > 1 }

// Unfinished finds the sitting that was left last, if its situations are still in the library.
func (p *Practices) Unfinished() (UnfinishedPractice, bool) {
	left := p.left()
	if len(left) == 0 {
		return UnfinishedPractice{}, false
	}
	return left[0], true
}

// LeftToday finds the Today that was left, if there is one: it is carried on when Today is asked for.
func (p *Practices) LeftToday() (UnfinishedPractice, bool) {
	return first(p.left(), UnfinishedPractice.CarriesOnToday)
}

// LeftBeside finds what was left last besides that Today.
func (p *Practices) LeftBeside() (UnfinishedPractice, bool) {
	return first(p.left(), func(u UnfinishedPractice) bool { return !u.CarriesOnToday() })
}

// AllLeftBeside lists all that was left besides that Today.
func (p *Practices) AllLeftBeside() []UnfinishedPractice {
	return slices.DeleteFunc(p.left(), UnfinishedPractice.CarriesOnToday)
}

// At is when it was last answered in, or begun.
func (u UnfinishedPractice) At() time.Time {
	if n := len(u.answers); n > 0 {
		return u.answers[n-1].At
	}
	return u.sitting.At
}

// Untouched reports whether nothing is marked in it or answered.
func (u UnfinishedPractice) Untouched() bool { return u.Done == 0 && !u.Marked }

// LookedAt reports whether it is one situation that was only looked at: nothing is marked in it or answered.
func (u UnfinishedPractice) LookedAt() bool { return u.Of == 1 && u.Untouched() }

// first is the first of some that were left of which something holds.
func first(all []UnfinishedPractice, holds func(UnfinishedPractice) bool) (u UnfinishedPractice, ok bool) {
	if i := slices.IndexFunc(all, holds); i >= 0 {
		return all[i], true
	}
	return u, false
}

// left lists what was left and can be taken up: the one with marks that are on no disk, and then as the record has them.
func (p *Practices) left() (all []UnfinishedPractice) {
	if !p.Ready() {
		return nil
	}
	for _, l := range p.record.history.Unfinished() {
		l.Answers = append(slices.Clone(l.Answers), p.record.waitingIn(l.ID)...)
		if left := p.asNow(l); !left.AtItsEnd() || p.lately(l) {
			all = append(all, left)
		}
	}
	if i := slices.IndexFunc(all, func(u UnfinishedPractice) bool { return u.Marked }); i > 0 {
		all = slices.Insert(slices.Delete(slices.Clone(all), i, i+1), 0, all[i])
	}
	return all
}

// stillWanted is how long a sitting is offered that was left at its end: from a night's work to the morning after it. The next day's Today is
// a new one, and what was nearly done does not ask to be carried on for ever.
const stillWanted = 12 * time.Hour

// lately reports whether a sitting was left at its end so lately that its last feedback is still wanted, and can be shown.
func (p *Practices) lately(l progress.Left) bool {
	if l.Since.IsZero() || p.clock.Now().Sub(l.Since).Abs() >= stillWanted {
		return false
	}
	_, there := p.library.pack.Bank.Situation(l.Answers[len(l.Answers)-1].Situation())
	return there
}

// asNow is a sitting that was left, as far as its situations are still in the library.
func (p *Practices) asNow(l progress.Left) UnfinishedPractice {
	left := UnfinishedPractice{Today: l.Today == 1, sitting: l.Sitting, answers: l.Answers}
	answered := map[string]bool{}
	for _, a := range l.Answers {
		answered[a.Situation()] = true
	}
	for _, id := range l.Drawn {
		if _, there := p.library.pack.Bank.Situation(id); there || answered[id] {
			left.Of++
		}
		if answered[id] {
			left.Done++
		}
	}
	left.Marked = p.hasMarks(left)
	return left
}

// hasMarks reports whether a sitting that was left has marks on the question that was up: within a run.
func (p *Practices) hasMarks(left UnfinishedPractice) bool {
	return p.open != nil && p.open.id == left.sitting.ID && p.open.marked(len(left.answers))
}

// Resume takes up a sitting where it was left: the same situations, the same order of options. It begins in the feedback of the answer
// given last, with the turn still open, or at the next question when the library no longer has what was answered last.
// Within a run it is the question that was left, where that has marks.
func (p *Practices) Resume(left UnfinishedPractice) *Practice {
	if p.hasMarks(left) {
		p.open.Note = left.carrying()
		p.open.watch = scenarios.Stopwatch{}
		p.open.watch.Touch(p.clock.Now())
		return p.open
	}
	p.open = p.takenUp(left)
	return p.open
}

// LengthOf is about how long the rest of a sitting takes that was left.
func (p *Practices) LengthOf(left UnfinishedPractice) time.Duration { return p.takenUp(left).Left() }

// takenUp is a sitting that was left, as the record has it.
func (p *Practices) takenUp(left UnfinishedPractice) *Practice {
	var drawn []*scenarios.Situation
	for _, id := range left.sitting.Drawn {
		if s, ok := p.library.pack.Bank.Situation(id); ok {
			drawn = append(drawn, s)
		}
	}
	var outcomes []scenarios.Outcome
	there := false // what was answered last
	for _, a := range left.answers {
		var out scenarios.Outcome
		if out, there = p.recall(a); there {
			outcomes = append(outcomes, out)
		}
	}
	sitting := p.sitting(drawn, left.sitting.Seed, outcomes...)
	sitting.id, sitting.Today, sitting.Review = left.sitting.ID, left.Today, left.sitting.Kind == progress.Review && !left.Today
	sitting.Note, sitting.ahead, sitting.left = left.carrying(), left.sitting.Ahead == 1, left.AtItsEnd()
	if p.open != nil && p.open.id == sitting.id { // within a run it takes as long as was said
		sitting.pace = p.open.pace
	}
	if left.Today {
		sitting.met = p.metBefore(left.sitting.Seq)
	}
	if there {
		sitting.Reopen()
	}
	return sitting
}

// GivesUp is the practice that beginning another would give up; of Today, begun anew, the one that was left. A single situation gives none up,
// of one without an answer or a mark nothing is lost, and neither is of a review: what was due stays due.
func (p *Practices) GivesUp(of Selection, how How) (UnfinishedPractice, bool) {
	if how == Resume || how == ResumeBeside || of.reviews() || of.Today && how != Anew || p.single(of) {
		return UnfinishedPractice{}, false
	}
	for _, left := range p.left() {
		if (left.Done > 0 || left.Marked) && left.Today == of.Today && (left.Today || left.sitting.Kind == progress.Practice) {
			return left, true
		}
	}
	return UnfinishedPractice{}, false
}

// single reports whether no more than one situation would be drawn.
func (p *Practices) single(of Selection) bool {
	if of.Only != "" || of.First || p.most() < 2 && !of.Today {
		return true
	}
	pool, _ := p.Pool(p.Widened(of))
	return len(pool) < 2 && !of.Today
}
