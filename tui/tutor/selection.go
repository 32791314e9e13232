package tutor

import (
	"errors"
	"strings"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction"
)

// Selection says what to practise.
type Selection struct {
	Topic      string // "" for all
	Minutes    int    // as many situations as fit into so many; 0 for as many as make a practice
	Weakest    bool
	Missed     bool            // families whose latest answer was not right
	Bookmarked bool            // families that are marked to come back to
	AllRoles   bool            // in whosever shoes they are told
	Abroad     bool            // to compare, unscored: what is not offered where the learner practises
	Only       string          // one family by its id, or one variant by the situation's, whatever the country
	Review     bool            // what is due, by principle
	Ahead      bool            // what is not due yet, soonest first; it comes back when it would have
	Today      bool            // what is due, then a confident mistake, then what is new
	First      bool            // of Today, the first situation alone
	Plan       *induction.Plan // the families of a session's plan; nil for none
}

// reviews reports whether principles are met that were met before, due or ahead of their time: then there are no turns.
func (of Selection) reviews() bool { return of.Review || of.Ahead }

// Widened is the selection that stands in for one that has nothing. Where nothing is told in the learner's shoes, it is what is told in others';
// where there is nothing for the learner's country, what is elsewhere, to compare.
func (p *Practices) Widened(of Selection) Selection {
	if of.Missed || of.Bookmarked { // these are whatever was met, and nothing stands in for them
		return of
	}
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
	drawn = p.drawn(of, seed).drawn
	if of.Abroad && len(drawn) > 0 {
		note = "To compare with " + guidance.The(drawn[0].Jurisdictions[0]) + ", not scored. " + p.library.Silence(p.profile.Learner().Jurisdiction)
	}
	return drawn, strings.TrimSpace(note + p.shortfall(asked, len(drawn)) + p.inOtherShoes(asked, drawn))
}

// drawn is as many situations as make a practice, or as fit into the minutes that are asked for.
func (p *Practices) drawn(of Selection, seed int64) (d filling) {
	past, pace := p.record.past(), p.pace()
	for count := p.most(); ; count *= 2 {
		request := p.request(of, seed)
		request.Count, d = count, filling{}
		all := p.library.pack.Bank.Draw(request, past)
		for _, s := range all {
			if !d.add(s, lasting(p.length(s, true), pace), time.Duration(of.Minutes)*time.Minute) {
				return d
			}
		}
		if of.Minutes == 0 || len(all) < count {
			return d
		}
	}
}

// Plan is how many situations a practice would have if it were begun now, and about how long they take.
func (p *Practices) Plan(of Selection) (situations int, length time.Duration) {
	if of.Ahead {
		d, pace := filling{}, p.pace()
		for _, s := range p.siblings(p.notDue(), p.nextSeed()) {
			d.add(s, lasting(s.Length(), pace), 0) // a review has no turns
		}
		return len(d.drawn), d.Length
	}
	d := p.drawn(p.Widened(of), p.nextSeed())
	return len(d.drawn), d.Length
}

// request is what to draw for a selection.
func (p *Practices) request(of Selection, seed int64) scenarios.Request {
	r := scenarios.Request{
		Reader: p.profile.Learner().Reader(), Topic: of.Topic, Weakest: of.Weakest, AllRoles: of.AllRoles, Abroad: of.Abroad, Count: p.most(), Seed: seed,
	}
	switch {
	case of.Missed:
		r.Among = p.missed()
	case of.Bookmarked:
		r.Among = p.bookmarked()
	}
	return r
}

// missed lists the families whose latest answer was not right, as far as they are offered where the learner practises.
func (p *Practices) missed() []string {
	families := []string{}
	for _, id := range p.record.history.Missed() {
		if f, ok := p.library.pack.Bank.Family(id); ok && len(f.For(p.profile.Learner().Jurisdiction)) > 0 {
			families = append(families, id)
		}
	}
	return families
}

// bookmarked lists the families that are marked to come back to.
func (p *Practices) bookmarked() []string {
	families := []string{}
	for _, b := range p.record.Bookmarks() {
		families = append(families, b.Scenario)
	}
	return families
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

// The errors of a selection that has nothing, in words for the learner.
var (
	ErrNothing    = errors.New("there is nothing of this kind to practise on this topic: choose another topic, or leave the choice out")
	ErrNoneMissed = errors.New("there is nothing here that you missed and have not got right since")
	ErrNoneMarked = errors.New("you have bookmarked nothing of this kind: * at a question marks it to come back to")
	ErrNoneAhead  = errors.New("everything that you have met is due already: review it")
)

// none is why nothing was drawn.
func (of Selection) none() error {
	switch {
	case of.Missed:
		return ErrNoneMissed
	case of.Bookmarked:
		return ErrNoneMarked
	}
	return ErrNothing
}
