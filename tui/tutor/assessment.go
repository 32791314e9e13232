package tutor

import (
	"time"

	"probity/progress"
	"probity/scenarios"
)

// Assessment is an assessment under way, with what the record needs to know of it. A front end shows Exam and moves about
// in it; what is to be saved goes through the methods here.
type Assessment struct {
	Exam *scenarios.Assessment
	Note string // what to say on taking it up; "" for nothing

	in     *Assessments
	id     string
	spent  int  // seconds in the record already
	over   bool // it was handed in, or left
	handed bool // it was handed in here
	watch  scenarios.Stopwatch
}

// ID is the id of the sitting.
func (a *Assessment) ID() string { return a.id }

// Minutes is what its clock counts towards.
func (a *Assessment) Minutes() int { return a.in.Minutes(a.situations()) }

// situations are what it was drawn from.
func (a *Assessment) situations() []*scenarios.Situation {
	var all []*scenarios.Situation
	for _, item := range a.Exam.Items() {
		all = append(all, item.Situation)
	}
	return all
}

// TakeIn takes over what another window answered and marked in this assessment since, as far as is known. What is put together here and not committed
// stays. anew reports whether the situation that is up is to be shown anew.
func (a *Assessment) TakeIn() (anew bool) {
	sat, ok := a.in.record.History().Assessment(a.id)
	if !ok || a.over || a.Exam.Weighing() {
		return false
	}
	items, _ := a.in.items(a.in.withWaiting(sat))
	return a.Exam.TakeIn(items)
}

// LookUp is TakeIn after a look at the record, here and now: for a front end that is not told when another window saves something.
func (a *Assessment) LookUp() (anew bool) {
	a.in.record.Outdate()
	a.in.record.catchUp()
	return a.TakeIn()
}

// Touch notes that the learner is there.
func (a *Assessment) Touch() { a.watch.Touch(a.in.clock.Now()) }

// Spent is the active time so far.
func (a *Assessment) Spent() time.Duration {
	return time.Duration(a.spent)*time.Second + a.watch.Running(a.in.clock.Now())
}

// Weigh takes how sure the learner is, and saves the answer: it stands until it is changed.
func (a *Assessment) Weigh(c scenarios.Certainty) {
	if out, ok := a.Exam.Weigh(c); ok {
		a.in.record.save(answer(a.id, out, a.lap()))
	}
}

// Go puts the item at a place before the learner, and saves what is put together where the learner was, if it is whole.
func (a *Assessment) Go(to int) {
	a.Keep()
	a.Exam.Go(to)
}

// Keep saves what is put together for the current situation, if it is whole and not the answer that stands. It has no certainty: that
// was not asked.
func (a *Assessment) Keep() {
	if out, ok := a.Exam.Keep(); ok {
		a.in.record.save(answer(a.id, out, a.lap()))
	}
}

func (a *Assessment) lap() int {
	seconds := a.watch.Lap(a.in.clock.Now())
	a.spent += seconds
	return seconds
}

// Flag marks the current situation to come back to, or takes the mark away, and saves that.
func (a *Assessment) Flag() (on bool) {
	on = a.Exam.Flag()
	a.in.record.save(a.flag())
	return on
}

// flag is whether the current situation is marked, and with that where the learner is and the time so far.
func (a *Assessment) flag() progress.Flag {
	item := a.Exam.Current()
	flag := progress.Flag{Sitting: a.id, Scenario: item.Situation.Family, Seconds: a.lap()}
	if item.Flagged {
		flag.On = 1
	}
	return flag
}

// HandIn marks what was left blank and hands the assessment in. From then on it counts.
func (a *Assessment) HandIn() {
	a.Keep()
	a.TakeIn()
	for _, blank := range a.Exam.Blanks() {
		a.in.record.save(answer(a.id, blank, 0))
	}
	a.in.record.save(progress.Submit{Sitting: a.id, Pass: a.in.library.pack.Assessment.Pass, Rule: scenarios.ByShares, Seconds: a.lap()})
	a.over, a.handed = true, true
}

// Elsewhere says that it was handed in already, in another window, and that what was done here since has no part in it; "" where it was not,
// as far as is known.
func (a *Assessment) Elsewhere() string {
	sat, _ := a.in.record.History().Assessment(a.id)
	if sat.Submitted.IsZero() || a.handed && !sat.Again {
		return ""
	}
	at := sat.Submitted.In(a.in.clock.Now().Location())
	return "This assessment was handed in already, in another window, on " + at.Format("2 January at 15:04") +
		". This is its result: what you did here after that does not count."
}

// Close leaves the assessment for now, at the situation that is up. An answer that is whole is saved, without a certainty that has not
// been given yet.
func (a *Assessment) Close() {
	if !a.over && a.Elsewhere() == "" && !a.GivenUp() {
		on := a.Exam.Weighing()
		a.Keep()
		if on {
			a.Exam.Go(a.Exam.At() + 1)
		}
		left := a.flag()
		left.Left = 1 // another window may have marked it since
		a.in.record.save(left)
		a.over = true
	}
}
