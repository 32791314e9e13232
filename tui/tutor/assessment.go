package tutor

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// Assessment is an assessment under way, with what the record needs to know of it. A front end shows Exam and moves about
// in it; what is to be saved goes through the methods here.
type Assessment struct {
	Exam *scenarios.Assessment
	Note string // what to say on taking it up; "" for nothing

	tutor *Tutor
	id    string
	spent int // seconds in the record already
	over  bool
	watch scenarios.Stopwatch
}

// Draft is an assessment drawn and not begun.
type Draft struct {
	scenarios.Paper
	seed int64
}

// ErrNoAssessment is returned where the library sets no assessment, or has nothing to assess with.
var ErrNoAssessment = errors.New("this library sets no assessment for where you practise")

// Draft draws an assessment by the library's blueprint, for looking at before it is begun. The tutor has to be Ready.
func (t *Tutor) Draft() (Draft, error) {
	if t.pack.Assessment == nil {
		return Draft{}, ErrNoAssessment
	}
	answered := map[string]time.Time{}
	given := t.history.Given(t.Now())
	for i, a := range t.history.Answers() {
		answered[a.Scenario] = given[i]
	}
	seed := t.seed()
	paper := t.pack.Assessment.Draw(t.pack.Bank, t.Learner().Jurisdiction, answered, t.Now(), seed)
	if len(paper.Drawn) == 0 {
		return Draft{}, ErrNoAssessment
	}
	return Draft{Paper: paper, seed: seed}, nil
}

// Assess begins an assessment and saves what was drawn. One that was left is given up.
func (t *Tutor) Assess(d Draft) *Assessment {
	items := make([]scenarios.Item, len(d.Drawn))
	for i, s := range d.Drawn {
		items[i].Situation = s
	}
	a := &Assessment{Exam: scenarios.Assess(items, d.seed, 0), tutor: t, id: t.begun(progress.Assessment, d.Drawn, d.seed)}
	a.watch.Touch(t.Now())
	return a
}

// LeftAssessment is the assessment that was left and can be taken up: the last one begun, unless it was handed in, or the
// library has nothing of it any more or sets no assessment.
func (t *Tutor) LeftAssessment() (progress.Assessed, bool) {
	last, sat := t.History().LastAssessment()
	if !sat || !t.Ready() || t.pack.Assessment == nil {
		return progress.Assessed{}, false
	}
	there := slices.ContainsFunc(last.Sitting.Drawn, func(id string) bool { _, ok := t.pack.Bank.Situation(id); return ok })
	return last, there && last.Submitted.IsZero()
}

// TakeUp takes an assessment up where it was left: the same situations and options in the same order, at the situation
// marked last, or after the one answered last. Situations that the library no longer has are left out.
func (t *Tutor) TakeUp(left progress.Assessed) *Assessment {
	given := map[string]progress.Answer{}
	for _, a := range left.Answers {
		given[a.Scenario] = a
	}
	var items []scenarios.Item
	at, gone := 0, 0
	for _, id := range left.Sitting.Drawn {
		s, there := t.pack.Bank.Situation(id)
		if id == left.At {
			at = len(items)
			if there && left.GoneOn {
				at++
			}
		}
		if !there {
			gone++
			continue
		}
		item := scenarios.Item{Situation: s, Flagged: left.Flagged[id]}
		if a, answered := given[id]; answered && len(a.Chosen) > 0 { // a blank is left by handing in that was cut short
			item.Chosen = a.Chosen
		}
		items = append(items, item)
	}
	a := &Assessment{Exam: scenarios.Assess(items, left.Sitting.Seed, at), tutor: t, id: left.Sitting.ID, spent: left.Seconds}
	a.Note = fmt.Sprintf("Carrying on where you left off: %d of %d answered.", len(items)-len(a.Exam.Left()), len(items))
	if gone > 0 {
		a.Note += fmt.Sprintf(" The library has changed: %d of what was drawn is no longer in it. What you answered still counts.", gone)
	}
	a.watch.Touch(t.Now())
	return a
}

// ID is the id of the sitting.
func (a *Assessment) ID() string { return a.id }

// Touch notes that the learner is there.
func (a *Assessment) Touch() { a.watch.Touch(a.tutor.Now()) }

// Spent is the active time so far.
func (a *Assessment) Spent() time.Duration {
	return time.Duration(a.spent)*time.Second + a.watch.Running(a.tutor.Now())
}

// Weigh takes how sure the learner is, and saves the answer: it stands until it is changed.
func (a *Assessment) Weigh(c scenarios.Certainty) {
	if out, ok := a.Exam.Weigh(c); ok {
		a.tutor.save(answer(a.id, out, a.lap()))
	}
}

func (a *Assessment) lap() int {
	seconds := a.watch.Lap(a.tutor.Now())
	a.spent += seconds
	return seconds
}

// Flag marks the current situation to come back to, or takes the mark away, and saves that.
func (a *Assessment) Flag() (on bool) {
	on = a.Exam.Flag()
	a.saveFlag()
	return on
}

// saveFlag saves whether the current situation is marked, and with that where the learner is and the time so far.
func (a *Assessment) saveFlag() {
	item := a.Exam.Current()
	flag := progress.Flag{Sitting: a.id, Scenario: item.Situation.ID, Seconds: a.lap()}
	if item.Flagged {
		flag.On = 1
	}
	a.tutor.save(flag)
}

// HandIn marks what was left blank and hands the assessment in. From then on it counts.
func (a *Assessment) HandIn() {
	a.Weigh(scenarios.NotAsked)
	for _, blank := range a.Exam.Blanks() {
		a.tutor.save(answer(a.id, blank, 0))
	}
	a.tutor.save(progress.Submit{Sitting: a.id, Pass: a.tutor.pack.Assessment.Pass, Seconds: a.lap()})
	a.over = true
}

// Close leaves the assessment for now, at the situation that is up. An answer whose certainty has not been given yet is saved
// without it.
func (a *Assessment) Close() {
	if a.Exam.Weighing() {
		a.Weigh(scenarios.NotAsked)
		a.Exam.Go(a.Exam.At() + 1)
	}
	if !a.over {
		a.saveFlag()
		a.over = true
	}
}
