// Package cohort works out figures of the situations from records and sessions that people have chosen to hand over: how hard each
// situation is, how well it discriminates, which wrong options draw people, and how a room's opinion shifts. It names nobody and
// keeps sums. It publishes nothing from which a group of fewer than five people could be made out; rounding.go has the rule.
package cohort

import (
	"crypto/sha256"
	"errors"
	"sort"
	"time"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/induction"
)

// How many people, or answers of different people, a figure needs.
const (
	leastPeople         = 5  // in any group that a figure is of, and by how many a figure changes at once
	leastFacility       = 10 // before a share of marks is more than chance: below, one person is over a tenth of it
	leastDiscrimination = 30 // before a correlation is more than noise: at 30, one of 0.36 is just beyond chance (p < 0.05)
)

// errTooFew is given when neither the records nor the rooms are of five people.
var errTooFew = errors.New("there are fewer than five people in all, so nothing can be said without pointing at somebody: " +
	"ask for more records")

// Pool takes records and sessions in, one at a time. It keeps sums, and up to four people or answers of each kind that wait until they
// are five. So its size depends on the number of situations, and on people by a hash and two numbers of each. It is for one goroutine at a time.
type Pool struct {
	bank     *scenarios.Bank
	since    time.Time     // answers before are left out
	people   line[[]given] // first answers of each
	sessions int
	items    map[edition]*item
	sure     [4]*part // by certainty: those who were right
	votes    map[edition]*votes
	seen     map[[sha256.Size]byte]string // what was taken in, by who or what it is of: the name of it

	reliability *reliability
	simulated   bool     // the people are invented
	only        []string // the topics that are asked for; none for all
}

// given is a person's first answer to a situation, and how the person had done in the first answers before it.
type given struct {
	progress.Answer
	before int     // first answers before it
	rest   float64 // mean of their shares of the marks
}

// share is the share of the marks.
func (g given) share() float64 { return g.Marks / g.Of }

// edition is a situation as it was when it was answered: another revision may have another key, and another variant of a family has.
type edition struct {
	situation string // its id, which for a variant is its family's and its own
	revision  int
}

// item is the sums of the first answers to one edition.
type item struct {
	topic, format string
	chance        float64
	answers       line[given]
	members       members
	share         float64        // sum of the shares of the marks
	picks         map[string]int // people by option, as the format counts them
	paired        line[given]    // answers of those who had answered enough before
	pairs         pairs          // of their share and rest, for the discrimination
	mistaken      *part          // of the answers whose certainty was asked: very sure, and wrong
}

// part is answers of different people, and how many of them are of a kind.
type part struct {
	answers line[given]
	members members
	are     int
}

// share is what part of them are, as it is published.
func (p *part) share(figure string) float64 {
	n := p.answers.counted
	return nearest(float64(p.are)/float64(n), n, p.members.lot(figure))
}

// votes is the hands for the key before and after, of rooms that voted twice.
type votes struct{ rooms, before, ofBefore, after, ofAfter int }

// NewPool is an empty pool. The bank says what the situations are called and what their options are; answers to situations
// that it lacks count under their ids.
func NewPool(bank *scenarios.Bank) *Pool {
	p := &Pool{bank: bank, items: map[edition]*item{}, votes: map[edition]*votes{}, seen: map[[sha256.Size]byte]string{}, reliability: newReliability()}
	p.people = line[[]given]{count: p.count, when: func(firsts []given) given { return firsts[0] }}
	for i := range p.sure { // of each person the first of a certainty, so that nobody counts for more than one
		p.sure[i] = newPart(func(g given) bool { return g.Right() })
	}
	return p
}

// Since leaves out what was answered before a time, such as the beginning of a session whose situations are followed up. It comes before any record
// is taken in.
func (p *Pool) Since(t time.Time) { p.since = t }

// Simulate says that everybody who is taken in is invented. It comes before any of them.
func (p *Pool) Simulate() { p.simulated = true }

// answered is when an answer was given.
func answered(g given) given { return g }

func newPart(is func(given) bool) *part {
	c := &part{}
	c.answers = line[given]{when: answered, count: func(g given) {
		c.members.add(g.Answer)
		if is(g) {
			c.are++
		}
	}}
	return c
}

// confidentMistake reports whether somebody was very sure, and wrong: less than 75 % of the marks.
func confidentMistake(g given) bool { return g.Sure == int(scenarios.VerySure) && !g.Right() }

// newItem is an item without answers; s is the situation, nil when the bank does not have this edition of it.
func newItem(a progress.Answer, s *scenarios.Situation) *item {
	i := &item{topic: a.Topic, format: a.Format, chance: a.Chance, picks: map[string]int{}}
	i.answers = line[given]{when: answered, count: func(g given) {
		i.members.add(g.Answer)
		i.share += g.share()
		if s != nil {
			for _, id := range s.Format.Picked(s, g.Chosen) {
				i.picks[id]++
			}
		}
	}}
	i.mistaken = newPart(confidentMistake)
	i.paired = line[given]{when: answered, count: func(g given) { i.pairs.add(g.share(), g.rest) }}
	return i
}

// record takes in one person's record. Only the first answer that counts to each family is taken: later ones were given
// after the feedback, and would show memory of the key instead of the situation's difficulty. It returns false for a record
// without a scored answer, which counts for nobody.
func (p *Pool) record(h *progress.History) bool {
	firsts := firstAnswers(h, p.since)
	if len(firsts) == 0 {
		return false
	}
	p.people.add(firsts)
	return true
}

// leastRest is how many situations a person needs to have answered before, for their mean to say anything.
const leastRest = 5

// count puts a person's answers in the lines of their situations and certainties.
func (p *Pool) count(firsts []given) {
	asked := [len(p.sure)]bool{}
	for _, g := range firsts {
		i := p.item(g.Answer)
		i.answers.add(g)
		if g.before >= leastRest {
			i.paired.add(g)
		}
		if g.Sure <= 0 || g.Sure >= len(p.sure) {
			continue
		}
		i.mistaken.answers.add(g)
		if !asked[g.Sure] {
			asked[g.Sure] = true
			p.sure[g.Sure].answers.add(g)
		}
	}
	p.reliability.add(firsts)
}

// settle counts all who are five by now.
func (p *Pool) settle() {
	p.people.settle()
	for _, i := range p.items {
		i.answers.settle()
		i.paired.settle()
		i.mistaken.answers.settle()
	}
	p.reliability.settle()
	for _, c := range p.sure {
		c.answers.settle()
	}
}

// firstAnswers are the scored first answers, one to a family: the turn that follows comes after the feedback on a sibling with the same
// options, and would show what was just read. So the variants of a family are answered by different people here, and nobody is in two
// of their figures.
// What was answered before a time is left out.
func firstAnswers(h *progress.History, since time.Time) []given {
	var firsts []given
	seen, total := map[string]bool{}, 0.0
	for _, a := range h.Counted() {
		if a.At.Before(since) {
			continue
		}
		again := seen[a.Scenario]
		seen[a.Scenario] = true
		if again || !a.Scored() {
			continue
		}
		g := given{Answer: a, before: len(firsts)}
		if g.before > 0 {
			g.rest = total / float64(g.before)
		}
		firsts, total = append(firsts, g), total+g.share()
	}
	return firsts
}

func (p *Pool) item(a progress.Answer) *item {
	of := edition{a.Situation(), a.Revision}
	if p.items[of] == nil {
		p.items[of] = newItem(a, p.current(a))
	}
	return p.items[of]
}

// current is the situation as it was answered; nil when the bank lacks it or has another revision.
func (p *Pool) current(a progress.Answer) *scenarios.Situation {
	if s, ok := p.bank.Situation(a.Situation()); ok && s.Revision == a.Revision {
		return s
	}
	return nil
}

// session takes in the facts of one session, up to the first that can't follow those before it. It returns false when nothing of the
// session can be used, or when fewer than five people were in the room.
func (p *Pool) session(facts []induction.Fact) bool {
	var whole *induction.Session
	sort.Search(len(facts), func(n int) bool { // a beginning of what is whole is whole
		s, err := induction.Resume(p.bank, facts[:n+1])
		if err == nil {
			whole = s
		}
		return err != nil
	})
	if whole == nil || whole.Room() < leastPeople {
		return false
	}
	p.sessions++
	for _, shift := range whole.Shifts() {
		p.vote(shift)
	}
	return true
}

// vote adds a situation that five people of a room or more voted on twice.
func (p *Pool) vote(s induction.Shift) {
	if s.Revised || min(s.KeyBefore.Of, s.KeyAfter.Of) < leastPeople {
		return
	}
	of := edition{s.Situation.ID, s.Situation.Revision}
	if p.votes[of] == nil {
		p.votes[of] = &votes{}
	}
	v := p.votes[of]
	v.rooms++
	v.before, v.ofBefore = v.before+s.KeyBefore.Hands, v.ofBefore+s.KeyBefore.Of
	v.after, v.ofAfter = v.after+s.KeyAfter.Hands, v.ofAfter+s.KeyAfter.Of
}
