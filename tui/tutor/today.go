package tutor

import (
	"fmt"
	"math"
	"slices"
	"time"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress"
	"probity/scenarios"
)

// todayLength is about how long Today takes.
const todayLength = 10 * time.Minute

// Today is the sitting of a day: what is due, then a confident mistake that was not put right, then families never met, as far as they fit
// into todayLength at the learner's pace.
type Today struct {
	Due     int // principles that are met again
	Mistake bool
	New     int // families never met
	Waiting int // principles that are due as well, and have to wait
	filling
}

// Today looks at what Today would hold. Practices have to be Ready.
func (p *Practices) Today() Today { return p.planToday(p.nextSeed()) }

// nextSeed is drawn once for each sitting: what is begun is what was looked at, with as many situations and minutes.
func (p *Practices) nextSeed() int64 {
	if p.next == 0 {
		p.next = p.drawSeed()
	}
	return p.next
}

// Words says what it holds: 6 due and 2 new.
func (t Today) Words() string {
	var parts []string
	switch {
	case t.Waiting > 0:
		return fmt.Sprintf("%d of %d due", t.Due, t.Due+t.Waiting)
	case t.Due > 0:
		parts = append(parts, fmt.Sprintf("%d due", t.Due))
	}
	if t.Mistake {
		parts = append(parts, "1 missed when very sure")
	}
	if t.New > 0 {
		parts = append(parts, fmt.Sprintf("%d new", t.New))
	}
	return text.Series(parts)
}

// planToday puts Today together.
func (p *Practices) planToday(seed int64) (t Today) {
	past, pace, reader := p.record.past(), p.pace(), p.profile.Learner().Reader()
	add := func(s *scenarios.Situation) bool {
		_, met := past.Families[s.Family]
		return t.add(s, lasting(p.length(s, !met), pace), todayLength)
	}
	due := p.due()
	for _, s := range p.library.pack.Bank.Siblings(due, reader, past, seed) {
		if !add(s) {
			break
		}
		t.Due++
	}
	if t.Waiting = len(due) - t.Due; t.Waiting > 0 {
		return t
	}
	if mistake := p.mistake(due, past, seed); mistake != nil && !t.holds(mistake) {
		t.Mistake = add(mistake)
	}
	for _, s := range p.library.pack.Bank.Fresh(reader, past, seed) {
		if t.holds(s) {
			continue
		}
		if !add(s) {
			break
		}
		t.New++
	}
	return t
}

// holds reports whether the family of a situation is in it already.
func (t Today) holds(s *scenarios.Situation) bool {
	return slices.ContainsFunc(t.drawn, func(d *scenarios.Situation) bool { return d.Family == s.Family })
}

// mistake is what to meet the latest confident mistake through that was not put right since: another variant of its family, or a
// sibling. It is nil where there is none, or its principle is due anyway.
func (p *Practices) mistake(due []string, past scenarios.Past, seed int64) *scenarios.Situation {
	reader, bank := p.profile.Learner().Reader(), p.library.pack.Bank
	for _, m := range p.record.history.Mistakes() {
		if slices.Contains(due, m.Principle) || p.record.history.PutRight(m) {
			continue
		}
		if f, ok := bank.Family(m.Scenario); ok && len(f.For(reader.Jurisdiction)) > 1 {
			return f.First(reader.Jurisdiction, past, seed)
		}
		if siblings := bank.Siblings([]string{m.Principle}, reader, past, seed); len(siblings) > 0 {
			return siblings[0]
		}
	}
	return nil
}

// ErrNoneToday is returned when Today holds nothing. It is an ErrNoneDue too.
var ErrNoneToday = fmt.Errorf("%w, and you have met every situation that is told in your shoes", ErrNoneDue)

// beginToday draws Today, or the first of it alone, and saves what was drawn.
func (p *Practices) beginToday(first bool) (*Practice, error) {
	seed := p.nextSeed()
	t := p.planToday(seed)
	if len(t.drawn) == 0 {
		return nil, ErrNoneToday
	}
	p.next = 0
	kind := progress.Practice
	if t.Due > 0 {
		kind = progress.Review
	}
	if first {
		t.drawn, t.Waiting = t.drawn[:1], 0
		if t.Due > 0 || t.Mistake {
			t.New = 0
		}
		t.New = min(t.New, 1)
	}
	sitting := p.sitting(t.drawn, seed)
	sitting.Today, sitting.met = true, p.metBefore(math.MaxInt64)
	sitting.Note = waiting(t.Due, t.Waiting) + t.inOtherShoes(p.profile.Learner().Role)
	sitting.id = p.begun(progress.Sitting{Kind: kind, Today: 1, Seed: seed}, t.drawn)
	if !first || p.open == nil { // one to try takes nothing away from what was left
		p.open = sitting
	}
	return sitting, nil
}

// inOtherShoes says that what is new is told in other shoes than the learner's, where theirs have nothing new; "" where it is not.
func (t Today) inOtherShoes(role guidance.Role) string {
	n, whose := scenarios.Borrowed(t.drawn[len(t.drawn)-t.New:], role)
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("Nothing new is told in your shoes: what is new here is told in %s.", whose)
}

// waiting says that more is due than there is room for; "" where nothing has to wait.
func waiting(due, more int) string {
	switch {
	case more == 0:
		return ""
	case due == 1:
		return fmt.Sprintf("%d principles are due: this is the one that has waited longest.", due+more)
	}
	return fmt.Sprintf("%d principles are due: these are the %d that have waited longest.", due+more, due)
}

// metBefore lists the families that were answered before a fact of the record.
func (p *Practices) metBefore(seq int64) map[string]bool {
	met := map[string]bool{}
	for _, a := range p.record.history.Answers() {
		if a.Seq < seq && !a.Blank() {
			met[a.Scenario] = true
		}
	}
	return met
}
