package cohort

import (
	"cmp"
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/paper"
	"probity/scenarios"
	"probity/scenarios/induction"
)

func TestRounding(t *testing.T) {
	for _, c := range []struct {
		share float64
		n     int
		want  float64
	}{
		{1.0 / 10, 10, 0}, {4.0 / 10, 10, 0.5}, {9.0 / 12, 12, 0.5}, {11.0 / 12, 12, 1},
		{1, 13, 0.8}, {1, 17, 0.9}, {0.5, 24, 0.6}, {0.5, 25, 0.4}, {0.31, 49, 0.4}, {0.31, 50, 0.3}, {0.31, 100, 0.3}, {0.317, 500, 0.32},
		{-0.04, 30, 0}, {-0.31, 30, -0.4},
	} {
		if got := nearest(c.share, c.n); got != c.want || math.Signbit(got) != math.Signbit(c.want) {
			t.Errorf("%v of %d people is %v, want %v", c.share, c.n, got, c.want)
		}
	}
	for n, want := range map[int]int{0: 0, 2: 0, 3: 5, 7: 5, 8: 10, 49: 50} {
		if got := fives(n); got != want {
			t.Errorf("%d people are %d, want %d", n, got, want)
		}
	}
	for n := LeastFacility; n < 600; n++ { // whatever the number: a step is of five people, and below 50 of ten points
		if points := step(n); points*float64(n) < 100*LeastPeople || n < 50 && int(points)%10 != 0 {
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

// told is everything that is told of a pool: the page has no figure that the JSON lacks.
func told(t *testing.T, b *scenarios.Bank, pool []*progress.History) string {
	t.Helper()
	p := NewPool(b)
	for _, h := range pool {
		p.Record(h)
	}
	r, err := p.Report("")
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// another is a learner who differs from one in what was chosen in one situation or two, and might have come in that one's place.
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
	}
	return other
}

// Whoever has the page of a pool and of the same pool less one, and even knows what everybody else answered, finds at least
// five learners who chose otherwise and explain the change as well: it can't be said what the one chose.
func TestOneLessHasFiveExplanations(t *testing.T) {
	b := bank(4)
	for n := 10; n <= 60; n++ {
		random := rand.New(rand.NewPCG(uint64(n), 1))
		var learners []*learner
		var pool []*progress.History
		for i := range n {
			learners = append(learners, drawn(b, i, random))
			pool = append(pool, learners[i].history())
		}
		one := random.IntN(n)
		page, explain := told(t, b, pool), map[string]bool{}
		with := slices.Clone(pool)
		for range 400 {
			other := another(b, one, learners[one], random)
			chosen := choices(other)
			if len(explain) == 5 {
				break
			}
			if with[one] = other.history(); chosen != choices(learners[one]) && told(t, b, with) == page {
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

// One more, who came last, changes nothing at all until they are five; 49 to 51 are no other than 11 and 12.
func TestThoseWhoComeLastWait(t *testing.T) {
	b := bank(4)
	random := rand.New(rand.NewPCG(3, 4))
	var pool []*progress.History
	page := ""
	for n := 1; n <= 62; n++ {
		l := drawn(b, n, random)
		for i := range l.facts[1:] {
			a := l.facts[i+1].(progress.Answer)
			a.At = a.At.Add(time.Duration(n) * time.Hour)
			l.facts[i+1] = a
		}
		pool = append([]*progress.History{l.history()}, pool...) // in whatever order they are read
		if n < LeastPeople {
			continue
		}
		before := page
		if page = told(t, b, pool); n%LeastPeople != 0 && page != before {
			t.Fatalf("with %d people the page changes: it tells of fewer than five", n)
		}
	}
}

// An earlier page stays where few people set the two apart, in every medium, and also one that was made when people were
// counted one by one.
func TestWhichPagesAreReplaced(t *testing.T) {
	for _, c := range []struct {
		before, now, sessions int
		want                  bool
	}{{10, 10, 0, false}, {10, 10, 2, false}, {10, 15, 1, true}, {15, 10, 0, true}, {0, 10, 3, true}, {10, 0, 3, true}, {0, 0, 3, true}} {
		old := Report{Program: "Probity 1.0.0", People: c.before, Sessions: c.sessions}
		pdf, err := paper.PDF(old.Paper())
		if err != nil {
			t.Fatal(err)
		}
		text, _ := json.Marshal(old)
		for medium, page := range map[string][]byte{"pdf": pdf, "html": paper.HTML(old.Paper()), "md": paper.Markdown(old.Paper()), "json": text} {
			if got := (Report{People: c.now, Sessions: c.sessions}).Replaces(page); got != c.want {
				t.Errorf("%s of %d by %d people: %v", medium, c.before, c.now, got)
			}
		}
	}
	for page, want := range map[string]bool{
		"# What the cohort teaches\n\n11 records and 1 session": false,
		"# What the cohort teaches\n\n5 records":                true,
		"A shopping list, of 10 people, for 10 records":         true,
	} {
		if got := (Report{People: 10}).Replaces([]byte(page)); got != want {
			t.Errorf("%q: %v", page, got)
		}
	}
}

func TestSmallRoomsAreLeftOut(t *testing.T) {
	b := bank(1)
	p := NewPool(b)
	facts := room(t, b, "small", 2, 3)[:1]
	began := facts[0].(induction.Began)
	began.Room = LeastPeople - 1
	facts[0] = began
	if p.Session(facts) {
		t.Error("a room of four people is counted")
	}
}
