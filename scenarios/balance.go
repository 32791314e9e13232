package scenarios

import (
	"math/rand/v2"
	"slices"
	"strconv"

	"probity/guidance"
)

// exchanges is how many exchanges are tried: enough for the mix and the principles of the built-in bank; of what was answered lately or is in
// other shoes a few more may stay than have to.
const exchanges = 24_000

// What is off weighs so much: a place of a format or level, a principle met twice, a situation that was answered lately, and one in other
// shoes. Of those answered lately each weighs one more than the one of its topic that was answered before it.
const aPlace, twiceMet, tooSoon, inOther = 600, 600, 250, 100

// balance exchanges drawn situations for spare ones of their topic, by chance, in one topic or in two at once, wherever that brings the whole no
// further from the blueprint than some slack. The slack, at first that of one place, shrinks to nothing. With one topic at a time, and without
// slack, balance would come to rest where no single exchange helps.
func (b Blueprint) balance(fields []field, s *scale, rng *rand.Rand) {
	open := slices.DeleteFunc(slices.Clone(fields), func(f field) bool { return len(f.spare) == 0 })
	if len(open) == 0 {
		return
	}
	now := s.distance()
	var tried []swap
	for i := range exchanges {
		if now == 0 {
			return
		}
		tried = tried[:0]
		for range 1 + rng.IntN(2) {
			f := open[rng.IntN(len(open))]
			tried = append(tried, swap{&f.drawn[rng.IntN(len(f.drawn))], &f.spare[rng.IntN(len(f.spare))]})
			s.exchange(tried[len(tried)-1])
		}
		if d := s.distance(); d <= now+aPlace-(aPlace+1)*i/exchanges {
			now = d
			continue
		}
		for _, t := range slices.Backward(tried) {
			s.exchange(t)
		}
	}
}

// swap is a place of what is drawn, and one of what could take it.
type swap struct{ out, in **Situation }

// scale weighs what is drawn against the blueprint. It counts in slots: one for each format, each level and each principle.
type scale struct {
	slots   map[string]int
	weights map[*Situation]weight
	drawn   []int // by slot
	aims    []aim
	best    aim // the single best answers needed
	twice   int // situations on a principle that another is on already
	costs   int // what those that are drawn weigh by themselves
}

// weight is the slots that a situation stands in, and what it weighs by itself.
type weight struct{ format, level, principle, cost int }

// aim is how many situations there should be in a slot.
type aim struct{ slot, want int }

// scale is a scale with what is drawn on it. tired is what was answered lately, each with its place in its topic, the one answered longest ago
// first, from 1.
func (b Blueprint) scale(fields []field, role guidance.Role, tired map[*Situation]int) *scale {
	s := &scale{slots: map[string]int{}, weights: map[*Situation]weight{}}
	var all []*Situation
	for _, f := range fields {
		all = append(all, f.drawn...)
		for _, d := range slices.Concat(f.drawn, f.spare) {
			s.weights[d] = weight{s.format(d.Format.Name()), s.level(d.Level), s.slot("principle " + d.Principle), cost(d, role, tired)}
		}
	}
	for name, want := range b.mix(len(all)) {
		s.aims = append(s.aims, aim{s.format(name), want})
	}
	for level, want := range shares(b.Levels, len(all)) {
		s.aims = append(s.aims, aim{s.level(level), want})
	}
	_, need, _ := b.best(all)
	s.best = aim{s.format(best{}.Name()), need}
	s.drawn = make([]int, len(s.slots))
	for _, d := range all {
		s.put(d)
	}
	return s
}

func (s *scale) format(name string) int { return s.slot("format " + name) }
func (s *scale) level(level int) int    { return s.slot("level " + strconv.Itoa(level)) }

// slot is the number of a slot.
func (s *scale) slot(name string) int {
	n, there := s.slots[name]
	if !there {
		n = len(s.slots)
		s.slots[name] = n
	}
	return n
}

// cost is what a situation weighs by itself.
func cost(d *Situation, role guidance.Role, tired map[*Situation]int) int {
	c := 0
	if n := tired[d]; n > 0 {
		c = tooSoon + n
	}
	if !d.Setting.Fits(role) {
		c += inOther
	}
	return c
}

func (s *scale) put(d *Situation) {
	w := s.weights[d]
	s.drawn[w.format]++
	s.drawn[w.level]++
	if s.drawn[w.principle]++; s.drawn[w.principle] > 1 {
		s.twice++
	}
	s.costs += w.cost
}

func (s *scale) take(d *Situation) {
	w := s.weights[d]
	s.drawn[w.format]--
	s.drawn[w.level]--
	if s.drawn[w.principle]--; s.drawn[w.principle] > 0 {
		s.twice--
	}
	s.costs -= w.cost
}

// exchange takes one situation off and puts the other on.
func (s *scale) exchange(t swap) {
	s.take(*t.out)
	*t.out, *t.in = *t.in, *t.out
	s.put(*t.out)
}

// distance is how far what is drawn is from the blueprint: each place of a format or level too many or too few, each single best
// answer that half of it lacks, each principle met twice, and, weighing less, each situation that was answered lately or is in other shoes.
func (s *scale) distance() int {
	d := s.costs + twiceMet*s.twice + aPlace*max(0, s.best.want-s.drawn[s.best.slot])
	for _, a := range s.aims {
		d += aPlace * abs(a.want-s.drawn[a.slot])
	}
	return d
}
