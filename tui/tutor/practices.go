package tutor

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"probity/guidance"
	"probity/progress"
	"probity/scenarios"
)

// Practices are where a practice or a review is begun, or taken up where it was left.
type Practices struct {
	sittings
	count int
	open  *Practice // the one begun or taken up last in this run: marks that are not committed yet are in it alone
}

// Count is how many situations make a practice.
func (p *Practices) Count() int { return p.count }

// Selection says what to practise.
type Selection struct {
	Topic    string // "" for all
	Weakest  bool
	AllRoles bool   // in whosever shoes they are told
	Abroad   bool   // to compare, unscored: what is not offered where the learner practises
	Only     string // one family by its id, or one variant by the situation's, whatever the country
	Review   bool   // what is due, by principle
	Ahead    bool   // a review of what comes due next, before it does
	Today    bool   // what is due, then a confident mistake, then what is new
	First    bool   // of Today, the first situation alone
}

// Begin draws a practice or a review and saves what was drawn. Practices have to be Ready.
func (p *Practices) Begin(of Selection) (*Practice, error) {
	if of.Today {
		return p.beginToday(of.First)
	}
	seed := p.drawSeed()
	drawn, note, err := p.draw(of, seed)
	if err != nil {
		return nil, err
	}
	sitting := p.sitting(drawn, seed)
	sitting.Note, sitting.Review = note, of.Review
	kind := progress.Practice
	if of.Review {
		kind = progress.Review
	}
	sitting.id = p.begun(progress.Sitting{Kind: kind, Seed: seed}, drawn)
	if of.Only == "" {
		p.open = sitting
	}
	return sitting, nil
}

// Start takes up the sitting that was left, if that is asked for, or if Today is and Today was left; otherwise it begins what is asked for.
func (p *Practices) Start(of Selection, resume bool) (*Practice, error) {
	if left, ok := p.Unfinished(); ok && (resume || of.Today && left.CarriesOnToday()) {
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

// ErrNothing is returned when there is nothing to practise: no situation of that topic.
var ErrNothing = errors.New("there is nothing of this kind to practise on this topic: choose another topic, or leave the choice out")

// draw draws what is asked for, with what there is to say of it.
func (p *Practices) draw(of Selection, seed int64) (drawn []*scenarios.Situation, note string, err error) {
	switch {
	case of.Review:
		return p.drawReview(of.Ahead, seed)
	case of.Only != "":
		if s, ok := p.only(of.Only, seed); ok {
			drawn = append(drawn, s)
		}
	default:
		drawn, note = p.choose(of, seed)
	}
	if len(drawn) == 0 {
		return nil, "", ErrNothing
	}
	return drawn, note, nil
}

// Widened is the selection that stands in for one that has nothing. Where nothing is told in the learner's shoes, it is what is told in others';
// where there is nothing for the learner's country, what is elsewhere, to compare.
func (p *Practices) Widened(of Selection) Selection {
	others, abroad := of, of
	others.AllRoles, abroad.Abroad = true, true
	for _, wider := range []Selection{of, others} {
		if pool, _ := p.Pool(wider); len(pool) > 0 || of.Abroad {
			return wider
		}
	}
	return abroad
}

// choose draws situations, with what there is to say of them.
func (p *Practices) choose(asked Selection, seed int64) (drawn []*scenarios.Situation, note string) {
	of := p.Widened(asked)
	drawn = p.library.pack.Bank.Draw(p.request(of, seed), p.record.past())
	if of.Abroad && len(drawn) > 0 {
		note = "To compare with " + guidance.The(drawn[0].Jurisdictions[0]) + ", not scored. " + p.library.Silence(p.profile.Learner().Jurisdiction)
	}
	return drawn, strings.TrimSpace(note + p.shortfall(asked, len(drawn)) + p.inOtherShoes(asked, drawn))
}

// request is what to draw for a selection.
func (p *Practices) request(of Selection, seed int64) scenarios.Request {
	return scenarios.Request{
		Reader: p.profile.Learner().Reader(), Topic: of.Topic, Weakest: of.Weakest, AllRoles: of.AllRoles, Abroad: of.Abroad, Count: p.count, Seed: seed,
	}
}

// Pool lists the families that a selection would be drawn from, and how many of them were met.
func (p *Practices) Pool(of Selection) (pool []*scenarios.Family, met int) {
	pool = p.library.pack.Bank.Pool(p.request(of, 0), p.record.past())
	for _, f := range pool {
		if p.record.history.Times(f.ID) > 0 {
			met++
		}
	}
	return pool, met
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

// GivesUp is the practice that beginning another would give up. A single situation gives none up, of one without an answer nothing is lost,
// and neither is of a review: what was due stays due.
func (p *Practices) GivesUp(of Selection) (UnfinishedPractice, bool) {
	left, ok := p.Unfinished()
	switch {
	case !ok, left.Done == 0, of.Only != "", of.Review, of.First:
		return left, false
	case of.Today && left.CarriesOnToday():
		return left, false
	}
	return left, left.Today || left.sitting.Kind == progress.Practice
}

// shortfall says that there are fewer situations than make a practice. A topic has what it has.
func (p *Practices) shortfall(of Selection, have int) string {
	switch asked := p.count; {
	case have >= asked || have == 0 || of.Topic != "":
		return ""
	case have == 1:
		return fmt.Sprintf("There is one situation to practise here, not %d. ", asked)
	}
	return fmt.Sprintf("There are %d situations to practise here, not %d. ", have, p.count)
}

// UnfinishedPractice is a practice or a review that was left and can be taken up.
type UnfinishedPractice struct {
	Done, Of int
	Today    bool
	sitting  progress.Sitting
	answers  []progress.Answer
}

// Asked asks what is to become of it, before another is begun.
func (u UnfinishedPractice) Asked() string {
	return fmt.Sprintf("You left a practice at %d of %d. Carry on, or begin the new one? Its answers are kept either way.", u.Done, u.Of)
}

// carrying says that it is carried on.
func (u UnfinishedPractice) carrying() string {
	return fmt.Sprintf("Carrying on where you left off: %d of %d done.", u.Done, u.Of)
}

// GivenUp says that it is given up, where that is settled.
func (u UnfinishedPractice) GivenUp() string {
	return fmt.Sprintf("The practice you left at %d of %d is given up for this one; its answers are kept.", u.Done, u.Of)
}

// Name is what it was begun as.
func (u UnfinishedPractice) Name() string {
	switch {
	case u.Today:
		return "Today"
	case u.sitting.Kind == progress.Review:
		return "Review"
	}
	return "Practice"
}

// CarriesOnToday reports whether Today, asked for, is this one that was left. One of a single situation was only looked at.
func (u UnfinishedPractice) CarriesOnToday() bool { return u.Today && u.Of > 1 }

// Unfinished finds the sitting that was left, if its situations are still in the library.
func (p *Practices) Unfinished() (UnfinishedPractice, bool) {
	if !p.Ready() {
		return UnfinishedPractice{}, false
	}
	sitting, answers, ok := p.record.history.Unfinished()
	if !ok {
		return UnfinishedPractice{}, false
	}
	left := UnfinishedPractice{Today: sitting.Today == 1, sitting: sitting, answers: answers}
	answered := map[string]bool{}
	for _, a := range answers {
		answered[a.Situation()] = true
	}
	for _, id := range sitting.Drawn {
		if _, there := p.library.pack.Bank.Situation(id); there || answered[id] {
			left.Of++
		}
		if answered[id] {
			left.Done++
		}
	}
	return left, left.Done < left.Of
}

// Resume takes up a sitting where it was left: the same situations, the same order of options. It begins in the feedback of the answer
// given last, with the turn still open, or at the next question when the library no longer has what was answered last.
// Within a run it is the question that was left, where that has marks.
func (p *Practices) Resume(left UnfinishedPractice) *Practice {
	if p.open != nil && p.open.id == left.sitting.ID && p.open.marked(len(left.answers)) {
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
	sitting.Note = left.carrying()
	if left.Today {
		sitting.met = p.metBefore(left.sitting.Seq)
	}
	if there {
		sitting.Reopen()
	}
	return sitting
}
