package cohort

import (
	"slices"
	"testing"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// answersOf is a pool in which so many people choose an option of a situation.
func answersOf(b *scenarios.Bank, s *scenarios.Situation, sure int, by map[string]int) *Pool {
	p, n := NewPool(b), 0
	for _, o := range s.Options {
		for range by[o.ID] {
			l := newLearner(1000 + n)
			l.meets(s, o.ID)
			last := len(l.facts) - 1
			l.facts[last] = surely(l.facts[last], sure)
			p.record(l.history())
			n++
		}
	}
	return p
}

// TestOptionsThatNobodyTakes are told from fifty people on, and never by one person: two of sixty may be nobody, six are not. A key is none.
func TestOptionsThatNobodyTakes(t *testing.T) {
	b := bank(1)
	s := b.All()[0]
	for _, c := range []struct {
		by   map[string]int
		want []string
	}{
		{map[string]int{"a": 40, "b": 10}, []string{"c", "d"}},
		{map[string]int{"a": 39, "b": 10}, nil},
		{map[string]int{"a": 30, "b": 22, "c": 7, "d": 1}, []string{"d"}},
		{map[string]int{"b": 30, "c": 30}, []string{"d"}},
	} {
		r, err := answersOf(b, s, 2, c.by).Report("")
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Situations[0].unused(); !slices.Equal(got, c.want) {
			t.Errorf("%v: nobody takes %v, want %v", c.by, got, c.want)
		}
	}
}

// TestAnOptionThatWorksInAnotherVariant is left alone: it is that one's key, or draws people there.
func TestAnOptionThatWorksInAnotherVariant(t *testing.T) {
	b := scenariostest.Families(t).Bank
	ward, _ := b.Situation("a-request/from-the-ward")
	numb, _ := b.Situation("a-request/numb-again")
	r, err := answersOf(b, ward, 2, map[string]int{ward.Key[0]: 60}).Report("")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range r.Situations[0].Options {
		if right := keyed(b, ward.ID, o.ID); o.Unused == right {
			t.Errorf("%s: unused %v, right in some variant %v", o.ID, o.Unused, right)
		}
	}
	if !keyed(b, ward.ID, numb.Key[0]) {
		t.Error("the key of another variant is not known as one")
	}
}

// TestARankingHasNoDistractors, nor has a rating: all their options are used.
func TestARankingHasNoDistractors(t *testing.T) {
	p := scenariostest.Pack(t)
	scenariostest.Each(t, map[string]bool{"best": true, "choose": true, "rank": false, "rate": false, "discuss": false}, func(t *testing.T, s *scenarios.Situation, want bool) {
		pool := NewPool(p.Bank)
		for n := range leastUnused {
			l := newLearner(n)
			l.gives(s, s.Key, 2)
			pool.record(l.history())
		}
		r, err := pool.Report("")
		if got := err == nil && len(r.Situations) > 0 && r.Situations[0].unused() != nil; got != want {
			t.Errorf("options that nobody takes: %v, want %v", got, want)
		}
	})
}

// TestConfidentMistakes are of those who were asked: forty of whom fifteen were very sure, and wrong.
func TestConfidentMistakes(t *testing.T) {
	b := bank(1)
	s := b.All()[0]
	p := answersOf(b, s, 3, map[string]int{"a": 25, "b": 15})
	for n := range 20 {
		l := newLearner(n) // who were not asked
		l.answers(s, "b", 0)
		p.record(l.history())
	}
	r, err := p.Report("")
	if err != nil {
		t.Fatal(err)
	}
	m := r.Situations[0].Mistakes
	if m == nil || m.Answers != 40 || m.Share != 0.4 || r.Situations[0].People.N != 60 {
		t.Errorf("%+v of %+v", m, r.Situations[0])
	}
	for sure, want := range map[int]float64{1: 0, 2: 0, 3: 1} {
		r, _ := answersOf(b, s, sure, map[string]int{"b": 10}).Report("")
		if m := r.Situations[0].Mistakes; m == nil || m.Share != want {
			t.Errorf("ten who are wrong with a certainty of %d: %+v, want %v", sure, m, want)
		}
	}
	if r, _ := answersOf(b, s, 0, map[string]int{"b": 10}).Report(""); r.Situations[0].Mistakes != nil {
		t.Error("nobody was asked, and mistakes are told")
	}
}
