package cohort

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/scenarios"
)

func TestRounding(t *testing.T) {
	for _, c := range []struct {
		share float64
		n     int
		want  float64
	}{
		{1.0 / 10, 10, 0}, {4.0 / 10, 10, 0.5}, {9.0 / 12, 12, 0.5}, {11.0 / 12, 12, 1},
		{1, 13, 0.8}, {1, 17, 0.9}, {0.5, 24, 0.6}, {0.5, 25, 0.4}, {0.31, 49, 0.4}, {0.31, 50, 0.3}, {0.31, 100, 0.3}, {0.317, 500, 0.32},
	} {
		if got := nearest(c.share, c.n, 0); got != c.want || math.Signbit(got) != math.Signbit(c.want) {
			t.Errorf("%v of %d people is %v, want %v", c.share, c.n, got, c.want)
		}
	}
	for r, want := range map[float64]float64{-1: -0.8, -0.21: -0.4, -0.2: 0, 0.2: 0, 0.21: 0.4, 1: 0.8} {
		if got := withLot(r, correlationStep, 0); math.Abs(got-want) > 1e-9 || got == 0 && math.Signbit(got) {
			t.Errorf("a correlation of %v is %v, want %v", r, got, want)
		}
	}
	for _, lot := range []int{-1, 0, 1} { // a fifth of a step, and nothing beyond all and none
		for n := leastFacility; n < 600; n++ {
			for people := range n + 1 {
				share := float64(people) / float64(n)
				got := nearest(share, n, lot)
				if off := 100 * math.Abs(got-share); got < 0 || got > 1 || off > 0.7*step(n)+1e-9 {
					t.Fatalf("%d of %d people with the lot %d are told as %v", people, n, lot, got)
				}
			}
		}
	}
	for n := leastFacility; n < 600; n++ { // whatever the number: a step is of five people, and below 50 of ten points
		if points := step(n); points*float64(n) < 100*leastPeople || n < 50 && int(points)%10 != 0 {
			t.Errorf("%d people: steps of %v points", n, points)
		}
	}
}

// drawn is one who answers most of the situations, as able as chance has it.
func drawn(b *scenarios.Bank, n int, random *rand.Rand) *learner {
	l, able := newLearner(n), random.Float64()
	for _, s := range b.All() {
		if random.Float64() < 0.9 {
			l.answers(s, string("aabcd"[min(4, int(able*float64(random.IntN(8))))]), 1+random.IntN(3))
		}
	}
	return l
}

// another is a learner who differs from one in what was chosen in one situation or two, and when, and might have come in that
// one's place.
func another(b *scenarios.Bank, n int, one *learner, random *rand.Rand) *learner {
	changed := map[int]string{}
	for range 1 + random.IntN(2) {
		changed[random.IntN(len(one.facts)-1)] = string("abcd"[random.IntN(4)])
	}
	other := newLearner(n)
	for i, f := range one.facts[1:] {
		a := f.(progress.Answer)
		s, _ := b.Situation(a.Scenario)
		other.answers(s, cmp.Or(changed[i], a.Chosen[0]), a.Sure)
		if random.IntN(2*len(one.facts)) < 1+len(changed) { // at another second, too
			last := other.facts[len(other.facts)-1].(progress.Answer)
			last.At = last.At.Add(time.Duration(random.IntN(60)) * time.Second)
			other.facts[len(other.facts)-1] = last
		}
	}
	return other
}

// Whoever has the page of a pool and of the same pool less one, and even knows what everybody else answered, finds at least
// five learners who chose otherwise and explain the change as well: it can't be said what the one chose.
func TestOneLessHasFiveExplanations(t *testing.T) {
	b := bank(4)
	for i := range 21 {
		n := 10 + 5*i/2 // to 60: whole fives, and with two who wait
		random := rand.New(rand.NewPCG(uint64(n), 1))
		var learners []*learner
		var pool []*progress.History
		for i := range n {
			learners = append(learners, drawn(b, i, random))
			pool = append(pool, learners[i].history())
		}
		one := random.IntN(n)
		whole, explain := page(t, b, pool), map[string]bool{}
		with := slices.Clone(pool)
		for range 3000 {
			other := another(b, one, learners[one], random)
			chosen := choices(other)
			if len(explain) == 5 {
				break
			}
			if with[one] = other.history(); chosen != choices(learners[one]) && page(t, b, with) == whole {
				explain[chosen] = true
			}
		}
		if len(explain) < 5 {
			t.Errorf("%d people: the page is explained by %d learners besides the one", n, len(explain))
		}
	}
}

// choices is what a learner chose.
func choices(l *learner) string {
	var out strings.Builder
	for _, f := range l.facts[1:] {
		out.WriteString(f.(progress.Answer).Chosen[0])
	}
	return out.String()
}

// Whoever sees a share of as many people go up or down after somebody withdrew, from anywhere in the pool, can't say what that one
// had chosen, nor whether they were very sure, and wrong.
func TestAShareThatMovesTellsNothingOfWhoWithdrew(t *testing.T) {
	b := bank(4)
	moved := map[string]map[bool]int{} // by what it is of and whether it went up; then by whether it was the one's
	for n := 10; n <= 60; n++ {
		random := rand.New(rand.NewPCG(uint64(n), 2))
		var learners []*learner
		var pool []*progress.History
		for i := range n {
			l := later(drawn(b, i, random), i)
			for f := range l.facts[1:] {
				l.facts[f+1] = surely(l.facts[f+1], 3) // so that as many are mistaken as take an option, or more
			}
			learners, pool = append(learners, l), append(pool, l.history())
		}
		with := report(t, b, pool)
		for range 4 {
			one := random.IntN(n)
			without := report(t, b, slices.Delete(slices.Clone(pool), one, one+1))
			now := shares(without)
			for option, was := range shares(with) {
				is := now[option]
				if chosen, answered := chose(learners[one], option); answered && is.n == was.n && is.share != was.share {
					of := fmt.Sprintf("mistakes: %v, up: %v", option.id == sureAndWrong, is.share > was.share)
					if moved[of] == nil {
						moved[of] = map[bool]int{}
					}
					moved[of][chosen]++
				}
			}
		}
	}
	if len(moved) != 4 {
		t.Errorf("what moves is %v", moved)
	}
	for of, by := range moved {
		if few := min(by[true], by[false]); 8*few < by[true]+by[false] || few == 0 {
			t.Errorf("shares that move (%s): of those who withdrew it was so of %d, not of %d", of, by[true], by[false])
		}
	}
}

// option is one of a situation's.
type option struct{ situation, id string }

// sureAndWrong stands for an option of those who were very sure, and wrong.
const sureAndWrong = "very sure, and wrong"

// told is a share and of how many people.
type told struct {
	share float64
	n     int
}

func shares(r Report) map[option]told {
	out := map[option]told{}
	for _, s := range r.Situations {
		for _, o := range s.Options {
			out[option{s.ID, o.ID}] = told{o.Share, s.People.N}
		}
		if s.Mistakes != nil {
			out[option{s.ID, sureAndWrong}] = told{s.Mistakes.Share, s.Mistakes.Answers}
		}
	}
	return out
}

// chose reports whether a learner chose an option, and whether they answered its situation at all.
func chose(l *learner, o option) (chosen, answered bool) {
	for _, f := range l.facts[1:] {
		if a := f.(progress.Answer); a.Scenario == o.situation {
			return slices.Contains(a.Chosen, o.id) || o.id == sureAndWrong && a.Sure == 3 && !a.Right(), true
		}
	}
	return false, false
}

// Somebody who answers more, wherever in the pool they stand, changes nothing until the situation has five answers more; then
// they change that situation alone.
func TestAnswersOfOneMoreWaitForFour(t *testing.T) {
	b := bank(4)
	for _, n := range []int{15, 23, 40, 60} {
		random := rand.New(rand.NewPCG(uint64(n), 5))
		var learners []*learner
		answers := map[string]int{}
		for i := range n {
			l := newLearner(i)
			for _, s := range b.All() {
				if random.Float64() < 0.7 {
					l.answers(s, string("aabcd"[random.IntN(5)]), 1+random.IntN(3))
				}
			}
			learners = append(learners, later(l, i))
		}
		for _, l := range learners[:n/5*5] { // those who wait as people don't count
			for _, f := range l.facts[1:] {
				answers[f.(progress.Answer).Scenario]++
			}
		}
		before := situations(t, b, learners)
		for more := range 3 * len(b.All()) {
			l, s := learners[random.IntN(n/5*5)], b.All()[random.IntN(len(b.All()))]
			if _, answered := chose(l, option{situation: s.ID}); answered {
				continue
			}
			l.answers(s, string("aabcd"[random.IntN(5)]), 1)
			last := l.facts[len(l.facts)-1].(progress.Answer)
			last.At = nine.Add(time.Duration(100+more) * time.Hour)
			l.facts[len(l.facts)-1] = last
			answers[s.ID]++
			now := situations(t, b, learners)
			for id := range now {
				if now[id] != before[id] && (id != s.ID || answers[id]%leastPeople != 0) {
					t.Fatalf("%d people: the %dth answer to %s changes what is told of %s:\n%s\n%s", n, answers[s.ID], s.ID, id, before[id], now[id])
				}
			}
			before = now
		}
	}
}

// situations is what is told of each.
func situations(t *testing.T, b *scenarios.Bank, learners []*learner) map[string]string {
	t.Helper()
	var pool []*progress.History
	for _, l := range learners {
		pool = append(pool, l.history())
	}
	out := map[string]string{}
	for _, s := range report(t, b, pool).Situations {
		text, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		out[s.ID] = string(text)
	}
	return out
}

// One more, who came last, changes nothing at all until they are five; 49 to 51 are no other than 11 and 12.
func TestThoseWhoComeLastWait(t *testing.T) {
	b := bank(4)
	random := rand.New(rand.NewPCG(3, 4))
	var pool []*progress.History
	now := ""
	for n := 1; n <= 62; n++ {
		l := later(drawn(b, n, random), n)
		pool = append([]*progress.History{l.history()}, pool...) // in whatever order they are read
		if n < leastPeople {
			continue
		}
		before := now
		if now = page(t, b, pool); n%leastPeople != 0 && now != before {
			t.Fatalf("with %d people the page changes: it tells of fewer than five", n)
		}
	}
}
