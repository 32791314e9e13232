package tutor

import (
	"cmp"
	"fmt"
	"strings"

	"probity/guidance"
	"probity/progress"
	"probity/scenarios"
)

// Practices are where a practice or a review is begun, or taken up where it was left.
type Practices struct {
	sittings
	count int       // how many situations make a practice, where the learner said so; else 0
	next  int64     // the seed of what was looked at and is not begun; 0 for none
	open  *Practice // the one begun or taken up last in this run: marks that are not committed yet are in it alone
}

// usual is how many situations make a practice where nobody says how many.
const usual = 10

// most is how many situations make a practice.
func (p *Practices) most() int { return cmp.Or(p.count, usual) }

// Begin draws a practice or a review and saves what was drawn. Practices have to be Ready.
func (p *Practices) Begin(of Selection) (*Practice, error) {
	if of.Today {
		return p.beginToday(of.First)
	}
	seed := p.nextSeed()
	drawn, note, err := p.draw(of, seed)
	if err != nil {
		return nil, err
	}
	p.next = 0
	sitting := p.sitting(drawn, seed)
	sitting.Note, sitting.Review, sitting.ahead = note, of.reviews(), of.Ahead
	if away := p.leftUnloaded(); away != "" && !of.reviews() && of.Only == "" {
		sitting.Note = strings.TrimSpace(note + " " + away)
	}
	fact := progress.Sitting{Kind: progress.Practice, Seed: seed}
	if of.reviews() {
		fact.Kind = progress.Review
	}
	if of.Ahead {
		fact.Ahead = 1
	}
	sitting.id = p.begun(fact, drawn)
	if of.Only == "" {
		p.open = sitting
	}
	return sitting, nil
}

// How says whether what was left is taken up.
type How int

// The ways to start.
const (
	AsAsked      How = iota // a Today that was left is taken up if Today is asked for; anything else begins
	Resume                  // what was left last is taken up, if anything was
	ResumeBeside            // what was left last besides Today, if anything was
	Anew                    // nothing is taken up
)

// Start takes up a sitting that was left, or begins what is asked for.
func (p *Practices) Start(of Selection, how How) (*Practice, error) {
	var left UnfinishedPractice
	there := false
	switch {
	case how == Resume:
		left, there = p.Unfinished()
	case how == ResumeBeside:
		left, there = p.LeftBeside()
	case how == AsAsked && of.Today:
		left, there = p.LeftToday()
	}
	if there {
		return p.Resume(left), nil
	}
	return p.Begin(of)
}

// sitting is one that begins now, or is taken up after some outcomes.
func (p *Practices) sitting(drawn []*scenarios.Situation, seed int64, outcomes ...scenarios.Outcome) *Practice {
	sitting := &Practice{Sitting: scenarios.Begin(drawn, p.profile.Learner().Jurisdiction, seed, outcomes...), in: p, pace: p.pace()}
	sitting.watch.Touch(p.clock.Now())
	return sitting
}

// draw draws what is asked for, with what there is to say of it.
func (p *Practices) draw(of Selection, seed int64) (drawn []*scenarios.Situation, note string, err error) {
	switch {
	case of.Ahead:
		return p.drawAhead(seed)
	case of.Review:
		return p.drawReview(seed)
	case of.Plan != nil:
		return p.drawPlan(*of.Plan, seed)
	case of.Only != "":
		if s, ok := p.only(of.Only, seed); ok {
			drawn = append(drawn, s)
		}
	default:
		drawn, note = p.choose(of, seed)
	}
	if len(drawn) == 0 {
		return nil, "", of.none()
	}
	return drawn, note, nil
}

// fewOwn is how many situations one has to be told fewer than in one's own shoes for that to be said: as many as a Today holds.
const fewOwn = 5

// InColleaguesShoes says that no situation is told in the shoes of the learner's role where the learner practises, or only a few are; "" where
// there are enough. Practices have to be Ready.
func (p *Practices) InColleaguesShoes() string {
	learner := p.profile.Learner()
	own := len(p.library.pack.Bank.OfferTo(learner.Reader(), "").Own)
	where := guidance.The(learner.Jurisdiction)
	switch {
	case learner.Role == guidance.Other || learner.Role == guidance.Doctor || own >= fewOwn:
		return ""
	case own == 0:
		return fmt.Sprintf("No situation for %s is told in the shoes of your role yet: you meet them in a colleague's, mostly a doctor's.", where)
	case own == 1:
		return fmt.Sprintf("Only one situation for %s is told in the shoes of your role yet: you meet the others in a colleague's, mostly a doctor's.", where)
	}
	return fmt.Sprintf("Only %d situations for %s are told in the shoes of your role yet: you meet the others in a colleague's, mostly a doctor's.", own, where)
}

// inOtherShoes says how many situations are told in other shoes than the learner's, where that was not asked for.
func (p *Practices) inOtherShoes(of Selection, drawn []*scenarios.Situation) string {
	n, whose := scenarios.Borrowed(drawn, p.profile.Learner().Role)
	if n == 0 || of.AllRoles {
		return ""
	}
	return fmt.Sprintf("Told in %s shoes, since there are too few in yours: %d of %d. ", whose, n, len(drawn))
}

// only finds a situation by its id, or by that of its family: then it is the variant to meet the family through.
func (p *Practices) only(id string, seed int64) (*scenarios.Situation, bool) {
	if family, ok := p.library.pack.Bank.Family(id); ok {
		return family.First(p.profile.Learner().Jurisdiction, p.record.past(), seed), true
	}
	return p.library.pack.Bank.Situation(id)
}

// shortfall says that there are fewer situations than the learner asked for. A topic has what it has.
func (p *Practices) shortfall(of Selection, have int) string {
	switch asked := p.count; {
	case have >= asked || have == 0 || of.Topic != "" || of.Minutes > 0 || of.Missed || of.Bookmarked:
		return ""
	case have == 1:
		return fmt.Sprintf("There is one situation to practise here, not %d. ", asked)
	}
	return fmt.Sprintf("There are %d situations to practise here, not %d. ", have, p.count)
}
