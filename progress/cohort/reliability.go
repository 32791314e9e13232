// Reliability: how far the score of a paper tells people apart, in sums that can be added to.

package cohort

import (
	"math"

	"probity/scenarios"
)

// usualPaper is how many situations the α that is told is of, where the library sets no assessment.
const usualPaper = 24

// reliability is the sums that α is worked out from. Those who have answered leastRest situations count in it, five by five, and of
// each situation their answers, five by five. It keeps two numbers of each person.
type reliability struct {
	people  line[[]given]
	items   map[edition]*answersBy
	each    []*tally // of people
	all     tally
	squares float64
	counted members
	paper   int // how many situations the paper has that α is told of
}

// tally is answers and the sum of their shares of the marks.
type tally struct{ n, sum float64 }

func (t *tally) add(x float64) { t.n, t.sum = t.n+1, t.sum+x }

// answersBy is the answers to one situation.
type answersBy struct {
	answers line[answerBy]
	tally
}

// answerBy is an answer, and the tally of who gave it.
type answerBy struct {
	given
	by *tally
}

func newReliability() *reliability {
	r := &reliability{items: map[edition]*answersBy{}, paper: usualPaper}
	r.people = line[[]given]{count: r.count, when: func(firsts []given) given { return firsts[leastRest-1] }}
	return r
}

// add takes one person's first answers in.
func (r *reliability) add(firsts []given) {
	if len(firsts) >= leastRest {
		r.people.add(firsts)
	}
}

func (r *reliability) count(firsts []given) {
	by := &tally{}
	r.each = append(r.each, by)
	for _, g := range firsts {
		of := edition{g.Situation(), g.Revision}
		if r.items[of] == nil {
			i := &answersBy{}
			i.answers = line[answerBy]{when: func(a answerBy) given { return a.given }, count: func(a answerBy) { r.countAnswer(i, a) }}
			r.items[of] = i
		}
		r.items[of].answers.add(answerBy{g, by})
	}
}

func (r *reliability) countAnswer(of *answersBy, a answerBy) {
	x := a.share()
	of.add(x)
	a.by.add(x)
	r.all.add(x)
	r.squares += x * x
	r.counted.add(a.Answer)
}

func (r *reliability) settle() {
	r.people.settle()
	for _, i := range r.items {
		i.answers.settle()
	}
}

// components is what a table of people and situations says of both.
type components struct {
	people float64 // who have answers in it
	each   float64 // answers of a person: the mean, weighted as the table needs it
	person float64 // the variance of what people can do
	rest   float64 // the variance of an answer that neither person nor situation explains
}

// components works out the variances from a table with gaps: people have not all met the same situations. With T the total of the squares and
// T_p, T_i and T_m those of the means of people, of situations and of all, each times its answers, their expectations are linear in the variances of
// people, situations and the rest, and are solved for them (the analogous analysis of variance, R. Brennan, Generalizability theory, 2001, chapter 7;
// C. Henderson's first method, Biometrics 9, 1953). ok is false where the table is too small to be solved.
func (r *reliability) components() (c components, ok bool) {
	var ofPeople, ofItems, peopleMeans, itemMeans, items float64
	for _, t := range r.each {
		if t.n > 0 {
			c.people, ofPeople, peopleMeans = c.people+1, ofPeople+t.n*t.n, peopleMeans+t.sum*t.sum/t.n
		}
	}
	for _, i := range r.items {
		if t := i.tally; t.n > 0 {
			items, ofItems, itemMeans = items+1, ofItems+t.n*t.n, itemMeans+t.sum*t.sum/t.n
		}
	}
	n := r.all.n
	if c.people < 2 || items < 2 || n <= c.people || n <= items {
		return c, false
	}
	ofPeople, ofItems = ofPeople/n, ofItems/n
	mean := r.all.sum * r.all.sum / n
	total := r.squares - mean
	withinPeople := (r.squares - peopleMeans) / (n - c.people) // expects the variances of situations and rest
	withinItems := (r.squares - itemMeans) / (n - items)       // expects those of people and rest
	crossed := n + 1 - ofPeople - ofItems
	if crossed < 1 {
		return c, false
	}
	c.rest = ((n-ofPeople)*withinItems + (n-ofItems)*withinPeople - total) / crossed
	c.person = withinItems - c.rest
	c.each = (n - ofPeople) / (c.people - 1)
	return c, true
}

// alpha is Cronbach's α of a sum over so many situations like these: the share of its variance that is people's own,
//
//	α = kσ²(person) / (kσ²(person) + σ²(rest)).
//
// Where everybody has answered the same k situations it is the usual k/(k−1) · (1 − Σs²(situation)/s²(sum)) to the last digit (C. Hoyt, Test
// reliability estimated by analysis of variance, Psychometrika 6, 1941). It is 0 where people differ no more than chance has it. ok is false where
// nothing differs at all.
func (c components) alpha(situations float64) (alpha float64, ok bool) {
	person, rest := max(0, c.person), max(0, c.rest)
	const noise = 1e-9 // what rounding leaves of sums that are the same
	if person+rest < noise {
		return 0, false
	}
	return situations * person / (situations*person + rest), true
}

// lengthened is the α of a paper of so many times the situations (C. Spearman and W. Brown, British Journal of Psychology 3, 1910).
func lengthened(alpha, times float64) float64 { return times * alpha / (1 + (times-1)*alpha) }

// interval is what α may be, 95 times of 100, when it was found to be this from so many people who answered so many situations each: L. Feldt, The
// approximate sampling distribution of Kuder-Richardson reliability coefficient twenty, Psychometrika 30, 1965, by which (1−α)/(1−α found) is as F of
// people−1 and (people−1)(situations−1) degrees of freedom.
func interval(alpha, people, each float64) (low, high float64) {
	of, rest := people-1, (people-1)*(each-1)
	return 1 - (1-alpha)*quantileF(1.959964, of, rest), 1 - (1-alpha)*quantileF(-1.959964, of, rest)
}

// quantileF is the quantile of the F distribution at a quantile z of the normal one, by which its cube root is all but normal (E. Paulson, An approximate
// normalization of the analysis of variance distribution, Annals of Mathematical Statistics 13, 1942). With ten degrees of freedom or more it is right
// to 1 %.
func quantileF(z, m, n float64) float64 {
	a, b := 2/(9*m), 2/(9*n)
	s := a*(1-b)*(1-b) + b*(1-a)*(1-a) - z*z*a*b
	x := ((1-a)*(1-b) + z*math.Sqrt(max(0, s))) / ((1-b)*(1-b) - z*z*b)
	return max(0, x*x*x)
}

// Reliability is how far a paper's score tells people apart.
type Reliability struct {
	People     int      `json:"people"`               // who have answered enough situations, in whole fives
	Answers    int      `json:"answers"`              // situations that each of them has answered, about, in whole fives
	Situations int      `json:"situations"`           // of the paper that α is told of
	Alpha      *float64 `json:"alpha,omitempty"`      // absent where there are too few people or answers
	Low        float64  `json:"alpha_low,omitempty"`  // α is between these two 95 times of 100, its rounding included
	High       float64  `json:"alpha_high,omitempty"` //
}

// alphaStep is the step that α is rounded to, in hundredths, for so many people: never finer than twentieths.
func alphaStep(people int) float64 { return max(5, step(people)) }

// report is what may be told. α is rounded, with a lot, as every figure is; what it may be is worked out from α as it is told and numbers in fives, so that
// it gives nothing away that these don't.
func (r *reliability) report() *Reliability {
	out := &Reliability{People: r.people.counted, Situations: r.paper}
	c, solved := r.components()
	if solved {
		out.Answers = int(c.each) / leastPeople * leastPeople
	}
	found, varies := c.alpha(float64(r.paper))
	if !solved || !varies || out.People < leastDiscrimination || out.Answers < leastRest {
		return out
	}
	points := alphaStep(out.People)
	told := max(0, withLot(found, points, r.counted.lot("alpha")))
	out.Alpha = &told
	off := 0.7 * points / 100 // by rounding and lot
	times := float64(out.Answers) / float64(r.paper)
	low, _ := interval(lengthened(max(0, told-off), times), float64(out.People), float64(out.Answers))
	_, high := interval(lengthened(min(1, told+off), times), float64(out.People), float64(out.Answers))
	const noise = 1e-9
	out.Low = math.Floor(20*lengthened(max(0, low), 1/times)+noise) / 20
	out.High = math.Ceil(20*lengthened(max(0, min(1, high)), 1/times)-noise) / 20
	return out
}

// Sits says which assessment the library sets: α is told of a paper as long as that.
func (p *Pool) Sits(b *scenarios.Blueprint) {
	if b == nil {
		return
	}
	if n := max(b.Situations, b.PerTopic*len(p.bank.Topics())); n > 0 {
		p.reliability.paper = n
	}
}
