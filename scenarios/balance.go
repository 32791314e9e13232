package scenarios

import (
	"math/rand/v2"
	"slices"

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
	for i := range exchanges {
		if now == 0 {
			return
		}
		var tried []swap
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

// scale weighs what is drawn against the blueprint.
type scale struct {
	role            guidance.Role
	formats, wanted map[string]int
	levels, aimed   map[int]int
	principles      map[string]int
	best            int                // single best answers needed
	tired           map[*Situation]int // of what was answered lately: its place in its topic, the one answered longest ago first, from 1
	twice           int                // situations on a principle that another is on already
	costs           int                // what situations weigh that were answered lately, or are told in other shoes than the reader's
}

// scale is a scale with what is drawn on it.
func (b Blueprint) scale(fields []field, role guidance.Role, tired map[*Situation]int) *scale {
	s := &scale{role: role, tired: tired, formats: map[string]int{}, levels: map[int]int{}, principles: map[string]int{}}
	var all []*Situation
	for _, f := range fields {
		all = append(all, f.drawn...)
	}
	for _, d := range all {
		s.put(d)
	}
	s.wanted, s.aimed = b.mix(len(all)), shares(b.Levels, len(all))
	_, s.best, _ = b.best(all)
	return s
}

func (s *scale) put(d *Situation) {
	s.formats[d.Format.Name()]++
	s.levels[d.Level]++
	if s.principles[d.Principle]++; s.principles[d.Principle] > 1 {
		s.twice++
	}
	s.costs += s.cost(d)
}

// cost is what a situation weighs by itself.
func (s *scale) cost(d *Situation) int {
	c := 0
	if n := s.tired[d]; n > 0 {
		c = tooSoon + n
	}
	if !d.Setting.Fits(s.role) {
		c += inOther
	}
	return c
}

// exchange takes one situation off and puts the other on.
func (s *scale) exchange(t swap) {
	off := *t.out
	s.formats[off.Format.Name()]--
	s.levels[off.Level]--
	if s.principles[off.Principle]--; s.principles[off.Principle] > 0 {
		s.twice--
	}
	s.costs -= s.cost(off)
	*t.out, *t.in = *t.in, *t.out
	s.put(*t.out)
}

// distance is how far what is drawn is from the blueprint: each place of a format or level too many or too few, each single best
// answer that half of it lacks, each principle met twice, and, weighing less, each situation that was answered lately or is in other shoes.
func (s *scale) distance() int {
	d := s.costs + twiceMet*s.twice + aPlace*max(0, s.best-s.formats[best{}.Name()])
	for name, want := range s.wanted {
		d += aPlace * abs(want-s.formats[name])
	}
	for level, want := range s.aimed {
		d += aPlace * abs(want-s.levels[level])
	}
	return d
}
