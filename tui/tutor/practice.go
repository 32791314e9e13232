package tutor

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// Practice is a practice or a review under way, with what the record needs to know of it. A front end shows Sitting, gives it what
// the learner does, and calls Weigh and Reflect, which save. In a practice Sitting then offers the turn, where there is one.
type Practice struct {
	Sitting *scenarios.Sitting
	Note    string // what to say before the first question: fewer left than asked for, or carried on; "" for nothing
	Review  bool   // what was due is met, rather than what was chosen
	Today   bool   // it is the sitting of a day

	ahead bool            // what was due later is met ahead of its time
	met   map[string]bool // of Today: the families met before it began
	left  bool            // the record says that it was left before its summary was shown
	in    *Practices
	id    string
	pace  float64 // the learner's, as it was when the sitting was begun or taken up
	watch scenarios.Stopwatch
}

// NothingChanged is said where there is nothing to say of what changed.
const NothingChanged = "Nothing cited here changed since 2013, and the UK and Ireland do not differ on it."

// SureToTakeBack asks before an answer is taken back, by a key or word.
const SureToTakeBack = "A slip of the key? %s again takes this answer back: it stays in the record, and counts nowhere."

// Touch notes that the learner is there.
func (p *Practice) Touch() { p.watch.Touch(p.in.clock.Now()) }

// ToCompare says that the current situation is to compare, and where it counts; "" where it counts for the learner.
func (p *Practice) ToCompare() string {
	now := p.Sitting.Current()
	if now == nil || !now.Format.Scored() || p.Sitting.Scores() {
		return ""
	}
	return "to compare: " + now.Jurisdictions[0].Short()
}

// Submit commits the answer. Where nothing more is asked, because it is unscored or the learner wants it so, it is marked and
// saved at once. The error says what is missing.
func (p *Practice) Submit() error {
	if err := p.Sitting.Submit(); err != nil {
		return err
	}
	if !p.Sitting.Scores() || !p.in.profile.AsksSure() {
		p.Weigh(scenarios.NotAsked)
	}
	return nil
}

// Weigh takes how sure the learner is, marks the answer and saves it.
func (p *Practice) Weigh(c scenarios.Certainty) {
	out, ok := p.Sitting.Weigh(c)
	if !ok {
		return
	}
	p.in.record.save(answer(p.id, out, p.watch.Lap(p.in.clock.Now())))
	p.offer()
}

// Reopen goes back to the feedback of the answer given last, with its turn open. Without an answer it does nothing.
func (p *Practice) Reopen() {
	p.Sitting.Reopen()
	p.offer()
}

// offer offers the turn of the answer just shown. It goes by the seed and by what is known of the family's other variants, so that it
// is the same one when the practice is taken up again. A review has no turns.
func (p *Practice) offer() {
	out, shown := p.Result()
	if !shown || !p.turns(out.Situation) {
		return
	}
	if family, ok := p.in.library.pack.Bank.Family(out.Situation.Family); ok {
		p.Sitting.Offer(family.Turn(out.Situation, p.in.profile.Learner().Jurisdiction, p.in.record.past(), p.Sitting.Seed()))
	}
}

// turns reports whether a turn can follow a situation here. In Today it follows families alone that were new when it began.
func (p *Practice) turns(s *scenarios.Situation) bool { return !p.Review && !p.met[s.Family] }

// oneSituation is what a Today of one is called, as one to try is: there is nothing to number.
const oneSituation = "One situation"

// Numbered says which situation of it is up: Today 3 of 8.
func (p *Practice) Numbered() string {
	n, of := p.Sitting.Place()
	if p.Today && of == 1 {
		return oneSituation
	}
	return fmt.Sprintf("%s %d of %d", p.word(), n, of)
}

// word is what a situation of it is numbered as.
func (p *Practice) word() string {
	switch {
	case p.Today:
		return "Today"
	case p.ahead:
		return MoreThanDue
	case p.Review:
		return "Review"
	}
	return "Situation"
}

// TakeBack takes the answer just shown back, as a mis-key: it stays in the record and counts nowhere. The error says why it
// can't be.
func (p *Practice) TakeBack() error {
	switch out, shown := p.Result(); {
	case !shown:
		return errors.New("there is no answer to take back")
	case out.Undone:
		return errors.New("this answer is taken back already")
	}
	if p.Elsewhere() {
		return ErrElsewhere
	}
	given, saved := p.recorded()
	if !saved {
		return errors.New("the answer is still being saved: try again in a moment")
	}
	p.Sitting.TakeBack()
	p.in.record.save(progress.Undo{Of: given.Seq})
	return nil
}

// recorded is the answer just shown as the record has it; false while it is still being saved. Another window may have answered the same
// situation in the same sitting: that is another answer.
func (p *Practice) recorded() (progress.Answer, bool) {
	out, shown := p.Result()
	if !shown {
		return progress.Answer{}, false
	}
	for _, a := range slices.Backward(p.in.record.History().Answers()) {
		if a.Sitting == p.id && a.Situation() == out.Situation.ID && slices.Equal(a.Chosen, out.Chosen) && a.Sure == int(out.Sure) {
			return a, true
		}
	}
	return progress.Answer{}, false
}

// Back is the day on which the principle of the answer just shown comes back for review; false where the answer counts in none, and
// while it is still being saved.
func (p *Practice) Back() (day time.Time, ok bool) {
	out, _ := p.Result()
	given, saved := p.recorded()
	if !saved || p.in.record.Marking() || out.Undone || !given.Scored() {
		return time.Time{}, false
	}
	return p.in.record.History().DueAt(out.Situation.Principle, p.in.clock.Now())
}

// Reworded says that the situation has changed since the answer just shown, as it can where a practice is taken up; "" otherwise.
func (p *Practice) Reworded() string {
	given, saved := p.recorded()
	if !saved {
		return ""
	}
	return p.in.library.Reworded(given)
}

// Close ends the sitting for now. An answer whose certainty has not been given yet is saved without it. Where everything is answered and the
// summary is still to come, that is saved too: it is taken up there. One of a single situation was only
// looked at, but for that of a Today, which is how everybody begins.
func (p *Practice) Close() {
	p.Weigh(scenarios.NotAsked)
	now := p.Sitting.Current()
	_, of := p.Sitting.Place()
	switch {
	case now == nil:
		p.Summed()
	case (of > 1 || p.Today) && !p.left && p.answered():
		p.left = true
		p.in.record.save(progress.Flag{Sitting: p.id, Scenario: now.Family, Left: 1})
	}
}

// answered reports whether nothing is left to answer but a turn.
func (p *Practice) answered() bool {
	ahead := p.Sitting.Ahead()
	return len(ahead) == 0 || len(ahead) == 1 && p.Sitting.TurnOf() != nil
}

// Summed notes that the summary was shown: nothing is left of it to take up.
func (p *Practice) Summed() {
	if p.left {
		last := p.Sitting.Outcomes()[len(p.Sitting.Outcomes())-1]
		p.left = false
		p.in.record.save(progress.Flag{Sitting: p.id, Scenario: last.Situation.Family})
	}
}

// marked reports whether the current question was left with marks, after so many answers: another window may have answered since.
func (p *Practice) marked(answers int) bool {
	now := p.Sitting.Current()
	if p.Sitting.Stage() != scenarios.Asking || len(p.Sitting.Outcomes()) != answers {
		return false
	}
	untouched := now.Format.Begin(now, scenarios.Shuffle(now, p.Sitting.Seed()))
	return !slices.Equal(p.Sitting.Attempt().Chosen(), untouched.Chosen())
}

// Result is the answer to the situation just shown.
func (p *Practice) Result() (scenarios.Outcome, bool) {
	all := p.Sitting.Outcomes()
	if p.Sitting.Stage() != scenarios.Showing || len(all) == 0 {
		return scenarios.Outcome{}, false
	}
	return all[len(all)-1], true
}

// Report is a short text for a learner to send to the author of the current situation, when it seems wrong.
func (p *Practice) Report() string {
	out, ok := p.Result()
	if !ok {
		return ""
	}
	return p.in.library.Report(out, p.Sitting.Attempt().Lines())
}
