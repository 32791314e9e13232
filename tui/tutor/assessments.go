package tutor

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"probity/guidance"
	"probity/progress"
	"probity/scenarios"
)

// Assessments are where an assessment is drawn, begun, or taken up where it was left.
type Assessments struct {
	sittings
	last *Assessment // the one begun or taken up last in this run: what is put together in part is in it alone
}

// Preview is an assessment drawn and not begun.
type Preview struct {
	scenarios.Paper
	seed int64
}

// ErrNoAssessment is returned where the library sets no assessment, or has nothing to assess with.
var ErrNoAssessment = errors.New("this library sets no assessment for where you practise")

// Set reports whether the library sets an assessment for the learner's role where the learner practises. Assessments have to be Ready.
func (a *Assessments) Set() bool { return a.isSet() }

// isSet reports whether the library sets an assessment for the learner's role where the learner practises.
func (s sittings) isSet() bool {
	return s.library.pack.Assessment != nil && s.library.pack.Assessment.SetFor(s.profile.Learner().Reader())
}

// Preview draws an assessment by the library's blueprint, for looking at before it is begun. Assessments have to be Ready.
func (a *Assessments) Preview() (Preview, error) {
	if a.library.pack.Assessment == nil {
		return Preview{}, ErrNoAssessment
	}
	seed := a.drawSeed()
	paper := a.library.pack.Assessment.Draw(a.library.pack.Bank, a.profile.Learner().Reader(), a.record.past(), a.clock.Now(), seed)
	switch {
	case paper.Refused != "":
		return Preview{}, errors.New(paper.Refused)
	case len(paper.Drawn) == 0:
		return Preview{}, ErrNoAssessment
	}
	return Preview{Paper: paper, seed: seed}, nil
}

// Minutes is what the clock of an assessment counts towards in the country that it was drawn for.
func (a *Assessments) Minutes(drawn []*scenarios.Situation) int {
	return a.library.pack.Assessment.In(a.drawnFor(drawn)).Minutes
}

// drawnFor is the country that an assessment was drawn for: the learner's, unless not all of it is offered there.
func (a *Assessments) drawnFor(drawn []*scenarios.Situation) guidance.Jurisdiction {
	own := a.profile.Learner().Jurisdiction
	for _, country := range append([]guidance.Jurisdiction{own}, guidance.Jurisdictions()...) {
		if !slices.ContainsFunc(drawn, func(s *scenarios.Situation) bool { return !s.For(country) }) {
			return country
		}
	}
	return own
}

// NotAssessed says which topics of the library an assessment had nothing on; "" where it had something on each.
func (a *Assessments) NotAssessed(sat progress.Assessed) string {
	none := a.library.pack.Bank.TopicsBut(progress.TopicsOf(sat.Answers))
	if len(none) == 0 {
		return ""
	}
	return "Not assessed: " + strings.Join(none, "; ") + "."
}

// Begin begins an assessment and saves what was drawn. One that was left is given up.
func (a *Assessments) Begin(p Preview) *Assessment {
	items := make([]scenarios.Item, len(p.Drawn))
	for i, s := range p.Drawn {
		items[i].Situation = s
	}
	last, _ := a.record.History().LastAssessment()
	sat := &Assessment{Exam: scenarios.Assess(items, p.seed, 0), in: a, id: a.begun(progress.Sitting{Kind: progress.Assessment, Seed: p.seed}, p.Drawn)}
	a.last, a.record.known[sat.id] = sat, last.Sitting.ID
	sat.watch.Touch(a.clock.Now())
	return sat
}

// Unfinished is the assessment that was left and can be taken up: the last one begun, unless it was handed in, or the
// library has nothing of it any more or sets no assessment.
func (a *Assessments) Unfinished() (progress.Assessed, bool) {
	last, open := a.open()
	return last, open && a.remains(last)
}

// Stranded is the assessment that was left and cannot be taken up, since the library has nothing of it any more. It can be handed in
// if at least half of it was answered.
func (a *Assessments) Stranded() (progress.Assessed, bool) {
	last, open := a.open()
	return last, open && !a.remains(last) && 2*len(last.Answers) >= len(last.Sitting.Drawn)
}

// HandIn hands in an assessment that is stranded: what was answered counts.
func (a *Assessments) HandIn(stranded progress.Assessed) {
	a.record.save(progress.Submit{Sitting: stranded.Sitting.ID, Pass: a.library.pack.Assessment.Pass, Rule: scenarios.ByShares})
}

// open is the last assessment begun, unless it was handed in, though that may not be saved yet, or the library sets none.
func (a *Assessments) open() (last progress.Assessed, open bool) {
	last, sat := a.record.History().LastAssessment()
	last = a.withWaiting(last)
	return last, sat && a.Ready() && a.library.pack.Assessment != nil && last.Submitted.IsZero() && !a.handingIn(last.Sitting.ID)
}

// withWaiting is an assessment with what of it is not saved yet, as progress.History has it once it is: answers, marks, where it was left and
// the time.
func (a *Assessments) withWaiting(sat progress.Assessed) progress.Assessed {
	sat.Flagged = maps.Clone(sat.Flagged)
	for _, fact := range a.record.outbox.queue {
		switch f := fact.(type) {
		case progress.Answer:
			if f.Sitting == sat.Sitting.ID && !f.Blank() {
				same := func(earlier progress.Answer) bool { return earlier.Scenario == f.Scenario }
				sat.Answers = append(slices.DeleteFunc(slices.Clone(sat.Answers), same), f)
				sat.At, sat.GoneOn, sat.Seconds = f.Scenario, true, sat.Seconds+progress.Active(f.Seconds)
			}
		case progress.Flag:
			if f.Sitting == sat.Sitting.ID {
				if f.Left == 0 {
					sat.Flagged[f.Scenario] = f.On == 1
				}
				sat.At, sat.GoneOn, sat.Seconds = f.Scenario, false, sat.Seconds+progress.Active(f.Seconds)
			}
		}
	}
	return sat
}

// handingIn reports whether the handing in of an assessment waits to be saved.
func (a *Assessments) handingIn(sitting string) bool {
	return slices.ContainsFunc(a.record.outbox.queue, func(fact progress.Fact) bool {
		submit, ok := fact.(progress.Submit)
		return ok && submit.Sitting == sitting
	})
}

// remains reports whether the library still has something of an assessment.
func (a *Assessments) remains(of progress.Assessed) bool {
	return slices.ContainsFunc(of.Sitting.Drawn, func(id string) bool { _, there := a.library.pack.Bank.Situation(id); return there })
}

// Resume takes an assessment up where it was left: the same situations and options in the same order, at the situation marked
// last, or after the one answered last. Situations that the library no longer has are left out.
func (a *Assessments) Resume(left progress.Assessed) *Assessment {
	items, gone := a.items(left)
	at := a.place(left)
	sat := &Assessment{Exam: scenarios.Assess(items, left.Sitting.Seed, at), in: a, id: left.Sitting.ID, spent: left.Seconds}
	if a.last != nil && a.last.id == sat.id {
		sat.Exam.Recall(a.last.Exam)
	}
	a.last = sat
	sat.Note = fmt.Sprintf("Carrying on where you left off: %d of %d answered.", len(items)-len(sat.Exam.Left()), len(items))
	if country := a.drawnFor(sat.situations()); country != a.profile.Learner().Jurisdiction {
		sat.Note += " It was drawn for " + guidance.The(country) + ", and counts for there."
	}
	if gone > 0 {
		are := "are"
		if gone == 1 {
			are = "is"
		}
		sat.Note += fmt.Sprintf(" The library has changed: %d of what was drawn %s no longer in it. What you answered still counts.", gone, are)
	}
	sat.watch.Touch(a.clock.Now())
	return sat
}

// items are the situations of an assessment that the library still has, as they were answered and flagged. gone is how many it no
// longer has.
func (a *Assessments) items(left progress.Assessed) (items []scenarios.Item, gone int) {
	given := map[string]progress.Answer{}
	for _, answer := range left.Answers {
		given[answer.Situation()] = answer
	}
	for _, id := range left.Sitting.Drawn {
		s, there := a.library.pack.Bank.Situation(id)
		if !there {
			gone++
			continue
		}
		item := scenarios.Item{Situation: s, Flagged: left.Flagged[s.Family]}
		if answer := given[id]; !answer.Blank() { // a blank is left by handing in that was cut short
			item.Chosen = answer.Chosen
		}
		items = append(items, item)
	}
	return items, gone
}

// place is at which of its items an assessment is taken up. It was left at a situation, or gone on from it; where the library no
// longer has that situation, the next item takes its place.
func (a *Assessments) place(left progress.Assessed) (at int) {
	for _, id := range left.Sitting.Drawn {
		_, there := a.library.pack.Bank.Situation(id)
		if family, _ := scenarios.Split(id); family == left.At {
			if there && left.GoneOn {
				at++
			}
			return at
		}
		if there {
			at++
		}
	}
	return 0
}
