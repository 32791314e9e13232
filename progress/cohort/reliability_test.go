package cohort

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/paper"
	"probity/scenarios"
)

// table is the sums of a table of people by situations; a share below 0 stands for one that somebody did not meet.
func table(rows [][]float64) *reliability {
	r := newReliability()
	items := make([]*answersBy, len(rows[0]))
	for i := range items {
		items[i] = &answersBy{}
		r.items[edition{situation: string(rune('a' + i))}] = items[i]
	}
	for _, row := range rows {
		by := &tally{}
		r.each = append(r.each, by)
		for i, share := range row {
			if share >= 0 {
				r.countAnswer(items[i], answerBy{given{Answer: progress.Answer{Marks: share, Of: 1}}, by})
			}
		}
	}
	return r
}

// Worked by hand. Four people, three situations: their variances are 1/4, 1/3 and 1/4, that of the sums 3, 2, 1, 0 is 5/3, and
// α = 3/2 · (1 − (5/6)/(5/3)) = 3/4. By Spearman and Brown it is 6/7 of six, and 9/10 of nine.
func TestAlphaByHand(t *testing.T) {
	c, ok := table([][]float64{{1, 1, 1}, {1, 1, 0}, {1, 0, 0}, {0, 0, 0}}).components()
	if !ok || c.people != 4 || math.Abs(c.each-3) > 1e-12 {
		t.Fatalf("%+v, %v", c, ok)
	}
	for situations, want := range map[float64]float64{3: 3.0 / 4, 6: 6.0 / 7, 9: 9.0 / 10} {
		if got, ok := c.alpha(situations); !ok || math.Abs(got-want) > 1e-12 {
			t.Errorf("α of %v situations is %v, want %v", situations, got, want)
		}
		if got := lengthened(0.75, situations/3); math.Abs(got-want) > 1e-12 {
			t.Errorf("0.75 of %v situations is %v, want %v", situations, got, want)
		}
	}
}

func TestAlphaOfWhatTellsNothing(t *testing.T) {
	if c, ok := table([][]float64{{1, 1}, {1, 1}, {1, 1}}).components(); ok {
		if _, ok := c.alpha(24); ok {
			t.Error("people who all do the same have an α")
		}
	}
	for name, rows := range map[string][][]float64{"one person": {{1, 0, 1}}, "one situation": {{1}, {0}}, "each their own": {{1, -1, -1}, {-1, 0, -1}, {-1, -1, 1}}} {
		if _, ok := table(rows).components(); ok {
			t.Errorf("%s: a table that cannot be solved is", name)
		}
	}
	c, _ := table([][]float64{{1, 0}, {0, 1}, {1, 0}, {0, 1}}).components() // whoever has one has not the other
	if alpha, ok := c.alpha(24); !ok || alpha != 0 {
		t.Errorf("α of situations that are each other's opposite is %v", alpha)
	}
}

// The quantiles that tables of F print.
func TestQuantilesOfF(t *testing.T) {
	const upper, lower = 1.959964, -1.959964
	for _, c := range []struct{ z, m, n, want float64 }{
		{upper, 10, 10, 3.717}, {upper, 20, 20, 2.464}, {upper, 10, 60, 2.270}, {upper, 30, 1e9, 1.566}, {lower, 30, 1e9, 0.5597}, {lower, 10, 10, 1 / 3.717},
	} {
		if got := quantileF(c.z, c.m, c.n); math.Abs(got-c.want) > 0.01*c.want {
			t.Errorf("F of %v and %v at %v is %v, want %v", c.m, c.n, c.z, got, c.want)
		}
	}
}

// Sixty people meet about half of thirty situations of very different difficulty. The variances of what they can do and of the rest are 1 and 4, so that α of
// 24 is 24/28. What is worked out is that on average, and its interval has it 95 times of 100.
func TestAlphaWithGapsIsWhatItShouldBe(t *testing.T) {
	const tables, persons, situations = 400, 60, 30
	random := rand.New(rand.NewPCG(11, 12))
	person, rest, held := 0.0, 0.0, 0
	for range tables {
		hard := make([]float64, situations)
		for i := range hard {
			hard[i] = random.NormFloat64()
		}
		rows := make([][]float64, persons)
		for p := range rows {
			rows[p] = make([]float64, situations)
			for i, able := 0, random.NormFloat64(); i < situations; i++ {
				if rows[p][i] = -1; random.Float64() < 0.5 {
					rows[p][i] = 100 + able + hard[i] + 2*random.NormFloat64()
				}
			}
		}
		c, _ := table(rows).components()
		person, rest = person+c.person/tables, rest+c.rest/tables
		alpha, _ := c.alpha(c.each)
		low, high := interval(alpha, c.people, c.each)
		if truth := c.each / (c.each + 4); low <= truth && truth <= high {
			held++
		}
	}
	if math.Abs(person-1) > 0.04 || math.Abs(rest-4) > 0.04 {
		t.Errorf("the variances are found to be %v and %v, and are 1 and 4", person, rest)
	}
	if share := float64(held) / tables; share < 0.92 || share > 0.98 {
		t.Errorf("the interval has the true α %v of the time, want 0.95", share)
	}
}

// What is told of α has the true one within it, and where it is not told, the page says what is missing.
func TestTheReportTellsOfAlpha(t *testing.T) {
	b := bank(12)
	told := func(n, situations int) (Report, string) {
		var learners []*learner
		random := rand.New(rand.NewPCG(5, uint64(n)))
		for i := range n {
			l, able := newLearner(i), random.NormFloat64()
			for _, s := range b.All()[:situations] {
				chosen := "b"
				if able+2*random.NormFloat64() > 0 {
					chosen = "a"
				}
				l.answers(s, chosen, 2)
			}
			learners = append(learners, l)
		}
		r := pooled(t, b, learners)
		return r, string(paper.Markdown(r.Paper()))
	}
	r, page := told(200, 24)
	a := r.Reliability
	if a.Alpha == nil || *a.Alpha < 0.7 || *a.Alpha > 0.85 || a.Low > *a.Alpha || a.High < *a.Alpha || a.People != 200 || a.Answers != 20 || a.Situations != usualPaper {
		t.Errorf("%+v", a)
	}
	if !strings.Contains(page, "α of a paper of 24 such situations is about 0.") {
		t.Error("the page does not tell of α")
	}
	for _, c := range []struct {
		people, situations int
		says               string
	}{{25, 24, "it needs 30 people who have each answered 5 situations or more, and there are 25."}, {60, 4, "and there are 0."}} {
		r, page := told(c.people, c.situations)
		if r.Reliability.Alpha != nil || !strings.Contains(page, c.says) {
			t.Errorf("%d people and %d situations: %+v", c.people, c.situations, r.Reliability)
		}
	}
}

// α is of a paper as long as the library's assessment.
func TestAlphaIsOfTheLibrarysPaper(t *testing.T) {
	for _, c := range []struct {
		set  *scenarios.Blueprint
		want int
	}{{nil, usualPaper}, {&scenarios.Blueprint{}, usualPaper}, {&scenarios.Blueprint{PerTopic: 3}, 6}, {&scenarios.Blueprint{PerTopic: 3, Situations: 12}, 12}} {
		p := NewPool(bank(1))
		if p.Sits(c.set); p.reliability.paper != c.want {
			t.Errorf("%+v: a paper of %d situations, want %d", c.set, p.reliability.paper, c.want)
		}
	}
}

// Somebody who answers one situation more changes nothing of what is told of α until it has five answers more.
func TestAlphaWaitsForFive(t *testing.T) {
	b := bank(6)
	all := b.All()
	r := newReliability()
	firsts := func(n, situations int) []given {
		l := newLearner(n)
		for i, s := range all[:situations] {
			l.answers(s, string("ab"[(n+i)%2]), 2)
		}
		return firstAnswers(l.history(), nine)
	}
	for n := range 35 {
		r.add(firsts(n, 10))
	}
	r.settle()
	before := r.all
	for n := range leastPeople - 1 {
		r.add(firsts(100+n, 12))
	}
	if r.settle(); r.all != before {
		t.Fatal("four people more are counted")
	}
	r.add(firsts(200, 12))
	if r.settle(); r.all == before {
		t.Error("five people more are not")
	}
}
