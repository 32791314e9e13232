// Package cohort says what records and sessions that people have chosen to hand over teach about the situations: how hard
// each is, how well it tells apart, which wrong options draw, and how a room's opinion shifts. It names nobody, keeps sums,
// and publishes nothing from which a group of fewer than five people could be made out; rounding.go has the rule.
package cohort

import (
	"cmp"
	"errors"
	"slices"
	"sort"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/induction"
)

// How many people, or answers of different people, a figure needs.
const (
	LeastPeople         = 5  // in any group that is told of, and by how many a figure changes at once
	LeastFacility       = 10 // before a share of marks is more than chance: below, one person is over a tenth of it
	LeastDiscrimination = 30 // before a correlation is more than noise: at 30, one of 0.36 is just beyond chance (p < 0.05)
)

// ErrTooFew is given when neither the records nor the rooms are of five people.
var ErrTooFew = errors.New("there are fewer than five people in all, so nothing can be said without pointing at somebody: " +
	"ask for more records")

// Pool takes records and sessions in, one at a time. It keeps sums, and the answers of the four people at most who may have to
// wait until they are five; its size depends on the situations there are, not on the people. It is for one goroutine at a time.
type Pool struct {
	bank     *scenarios.Bank
	people   int                 // whose answers are in the sums
	latest   [][]progress.Answer // first answers of those who are not yet, in the order in which they began
	sessions int
	items    map[edition]*item
	sure     [4]certain // by certainty
	votes    map[edition]*votes
}

// edition is a situation as it was when it was answered: another revision may have another key.
type edition struct {
	scenario string
	revision int
}

// item is the sums of the first answers to one edition.
type item struct {
	topic, format string
	chance        float64
	n             int            // people
	share         float64        // sum of the shares of the marks
	pairs         pairs          // of share and rest, for the discrimination
	picks         map[string]int // people by option: see picked
}

// certain is people's answers of one certainty: of each person the first, so that nobody counts for more than one.
type certain struct{ n, right int }

// votes is the hands for the key before and after, of rooms that voted twice.
type votes struct{ rooms, before, ofBefore, after, ofAfter int }

// NewPool is an empty pool. The bank says what the situations are called and what their options are; answers to situations
// that it lacks count under their ids.
func NewPool(bank *scenarios.Bank) *Pool {
	return &Pool{bank: bank, items: map[edition]*item{}, votes: map[edition]*votes{}}
}

// Record takes in one person's record. Only the first answer that counts to each situation is taken: later ones were given
// after the feedback, and would show memory of the key instead of the situation's difficulty. A record without a scored
// answer is nobody's, and false.
func (p *Pool) Record(h *progress.History) bool {
	firsts := firstAnswers(h)
	if len(firsts) == 0 {
		return false
	}
	p.latest = append(p.latest, firsts)
	slices.SortStableFunc(p.latest, func(a, b []progress.Answer) int {
		return cmp.Or(a[0].At.Compare(b[0].At), cmp.Compare(a[0].Sitting, b[0].Sitting))
	})
	if len(p.latest) >= LeastPeople {
		p.count()
	}
	return true
}

// count takes the earliest of the latest into the sums.
func (p *Pool) count() {
	firsts := p.latest[0]
	p.latest = p.latest[1:]
	p.people++
	total := 0.0
	for _, a := range firsts {
		total += a.Marks / a.Of
	}
	asked := [len(p.sure)]bool{}
	for _, a := range firsts {
		p.item(a).add(a, total, len(firsts), p.current(a))
		if a.Sure > 0 && a.Sure < len(p.sure) && !asked[a.Sure] {
			asked[a.Sure] = true
			p.sure[a.Sure].n++
			if a.Right() {
				p.sure[a.Sure].right++
			}
		}
	}
}

// firstAnswers are the scored first answers, one to a situation.
func firstAnswers(h *progress.History) []progress.Answer {
	seen := map[string]bool{}
	return slices.DeleteFunc(h.Counted(), func(a progress.Answer) bool {
		again := seen[a.Scenario]
		seen[a.Scenario] = true
		return again || !(a.Of > 0) || !a.Possible()
	})
}

func (p *Pool) item(a progress.Answer) *item {
	of := edition{a.Scenario, a.Revision}
	if p.items[of] == nil {
		p.items[of] = &item{topic: a.Topic, format: a.Format, chance: a.Chance, picks: map[string]int{}}
	}
	return p.items[of]
}

// current is the situation as it was answered; nil when the bank lacks it or has another revision.
func (p *Pool) current(a progress.Answer) *scenarios.Situation {
	if s, ok := p.bank.Situation(a.Scenario); ok && s.Revision == a.Revision {
		return s
	}
	return nil
}

// leastRest is how many other situations a rest score needs to say anything.
const leastRest = 5

// add takes in one person's first answer; total is the sum of their shares over all their n first answers.
func (i *item) add(a progress.Answer, total float64, n int, s *scenarios.Situation) {
	share := a.Marks / a.Of
	i.n++
	i.share += share
	if n > leastRest {
		i.pairs.add(share, (total-share)/float64(n-1))
	}
	if s != nil {
		for _, id := range picked(s, a.Chosen) {
			i.picks[id]++
		}
	}
}

// picked is which options an answer counts for: those chosen, of a ranking the one put first, and of a rating those rated as
// the key has it.
func picked(s *scenarios.Situation, chosen []string) []string {
	var out []string
	for _, o := range s.Options {
		mark := s.Format.Mark(s, chosen).Option(o.ID)
		switch s.Format.Name() {
		case "rank":
			if len(chosen) > 0 && chosen[0] == o.ID {
				out = append(out, o.ID)
			}
		case "rate":
			if mark.Right {
				out = append(out, o.ID)
			}
		default:
			if slices.Contains(chosen, o.ID) {
				out = append(out, o.ID)
			}
		}
	}
	return out
}

// Session takes in one session's facts, as far as they are whole: what can't follow what went before ends it. False means
// that nothing of it can be used, or that its room held fewer than five people.
func (p *Pool) Session(facts []induction.Fact) bool {
	var whole *induction.Session
	sort.Search(len(facts), func(n int) bool { // a beginning of what is whole is whole
		s, err := induction.Resume(p.bank, facts[:n+1])
		if err == nil {
			whole = s
		}
		return err != nil
	})
	if whole == nil || whole.Room() < LeastPeople {
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
	if s.Revised || min(s.KeyBefore.Of, s.KeyAfter.Of) < LeastPeople {
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
