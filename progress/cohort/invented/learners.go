// Package invented makes up learners, for a page of a cohort that nobody's answers went into: authors get used to its figures before they have
// any. The same library, number and seed give the same learners.
//
// The model is a simple one. Somebody's ability is drawn from a normal distribution with mean 0 and deviation 1; a situation's difficulty is −1, 0 or 1 by
// its level, and as much as chance adds with a deviation of a half. Whether somebody knows the answer is logistic in ability less difficulty (G. Rasch,
// Probabilistic models for some intelligence and attainment tests, 1960). Who knows it gives the key. Who does not guesses: options come to mind in an
// order drawn by how much each draws, one of the wrong ones four times as much as it would. Three situations of a hundred mislead: there it is ability
// that keeps people from the key, and they are sure. Else how sure somebody is goes by whether they know it; of those who don't, the less able are the
// surer.
package invented

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// The model's numbers.
const (
	spread      = 0.5  // deviation of the difficulties within a level
	steep       = 1.2  // of the logistic curve
	favourite   = 4.0  // times that the favourite wrong option draws as much
	misleads    = 0.03 // share of situations that mislead
	met         = 0.95 // share of the situations that somebody meets
	certainFrom = 0.9  // of feeling sure
	fairlyFrom  = -0.2
)

// began is when the first of them sat down.
var began = time.Date(2001, 1, 1, 9, 0, 0, 0, time.UTC)

// item is a situation, and how learners take it.
type item struct {
	situation *scenarios.Situation
	hard      float64
	turned    bool
	draws     map[string]float64 // by option
}

// Learners are the records of so many learners, who have met the first variant of each scored family once, each in an order of their own.
func Learners(bank *scenarios.Bank, n int, seed uint64) iter.Seq[*progress.History] {
	items := itemsOf(bank, rand.New(rand.NewPCG(seed, 0)))
	return func(yield func(*progress.History) bool) {
		for one := range n {
			if !yield(learner(items, one, rand.New(rand.NewPCG(seed, uint64(one)+1)))) {
				return
			}
		}
	}
}

func itemsOf(bank *scenarios.Bank, random *rand.Rand) []item {
	var items []item
	for _, family := range bank.Families() {
		s := family.Variants[0]
		if !s.Format.Scored() {
			continue
		}
		i := item{situation: s, hard: float64(s.Level-2) + spread*random.NormFloat64(), draws: map[string]float64{}}
		var wrong []string
		for _, o := range s.Options {
			i.draws[o.ID] = 0.15 + math.Pow(random.Float64(), 2)
			if s.Format.KeyOf(s, o.ID) == "" {
				wrong = append(wrong, o.ID)
			}
		}
		if len(wrong) > 0 {
			i.draws[wrong[random.IntN(len(wrong))]] *= favourite
		}
		items = append(items, i)
	}
	for _, place := range random.Perm(len(items))[:int(math.Ceil(misleads*float64(len(items))))] {
		items[place].turned = true
	}
	return items
}

// knows is the chance that somebody of an ability knows the answer.
func (i item) knows(ability float64) float64 {
	if i.turned {
		ability = -ability
	}
	return 1 / (1 + math.Exp(-steep*(ability-i.hard)))
}

func learner(items []item, n int, random *rand.Rand) *progress.History {
	id, at := fmt.Sprintf("invented-%d", n+1), began.Add(time.Duration(n)*24*time.Hour)
	facts := []progress.Fact{progress.Sitting{Seq: 1, ID: id, Kind: progress.Practice, Seed: int64(n), At: at}}
	ability := random.NormFloat64()
	for _, place := range random.Perm(len(items)) {
		if random.Float64() >= met {
			continue
		}
		seq := int64(len(facts) + 1)
		a := items[place].answer(ability, random)
		a.Seq, a.Sitting, a.At = seq, id, at.Add(time.Duration(seq)*time.Minute)
		facts = append(facts, a)
	}
	h := progress.NewHistory()
	h.Apply(facts...)
	return h
}

// answer is somebody's answer.
func (i item) answer(ability float64, random *rand.Rand) progress.Answer {
	s, knows := i.situation, random.Float64() < i.knows(ability)
	chosen := s.Key
	if !knows {
		chosen = s.Format.Guess(s, i.order(random))
	}
	m := s.Format.Mark(s, chosen)
	return progress.Answer{Scenario: s.Family, Variant: s.Variant, Revision: s.Revision, Topic: s.Topic, Principle: s.Principle, Format: s.Format.Name(),
		Chosen: chosen, Marks: m.Marks, Of: m.Of, Chance: m.Chance, Sure: int(i.sure(knows, ability, random)), Seconds: 40}
}

// order is the options as they come to somebody's mind who does not know the answer.
func (i item) order(random *rand.Rand) []string {
	left := i.situation.OptionIDs()
	var out []string
	for len(left) > 0 {
		total := 0.0
		for _, id := range left {
			total += i.draws[id]
		}
		at, place := random.Float64()*total, 0
		for place < len(left)-1 && at >= i.draws[left[place]] {
			at, place = at-i.draws[left[place]], place+1
		}
		out = append(out, left[place])
		left = append(left[:place:place], left[place+1:]...)
	}
	return out
}

// sure is how sure somebody says they are.
func (i item) sure(knows bool, ability float64, random *rand.Rand) scenarios.Certainty {
	feels := 0.7 * random.NormFloat64()
	switch {
	case knows:
		feels += 0.9 + 0.2*ability
	case i.turned:
		feels += 1.2
	default:
		feels -= 0.1 + 0.4*ability
	}
	switch {
	case feels >= certainFrom:
		return scenarios.VerySure
	case feels >= fairlyFrom:
		return scenarios.FairlySure
	}
	return scenarios.Guess
}
