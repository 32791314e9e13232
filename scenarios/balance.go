package scenarios

import (
	"math/rand/v2"
	"slices"

	"probity/guidance"
)

// exchanges is how many exchanges are tried: enough for a bank ten times the size of the built-in one.
const exchanges = 16_000

// What is off weighs so much: a place of a format or level, and a principle met twice. A situation in other shoes weighs 1, so that no number of them outweighs one of these in an exchange.
const aPlace, twiceMet = 6, 6

// balance exchanges drawn situations for spare ones of their topic, by chance, in one topic or in two at once, wherever that brings the whole no
// further from the blueprint than some slack. The slack, at first that of one place, shrinks to nothing. With one topic at a time, and without
// slack, balance would come to rest where no single exchange helps.
func (b Blueprint) balance(fields []field, role guidance.Role, rng *rand.Rand) {
	open := slices.DeleteFunc(slices.Clone(fields), func(f field) bool { return len(f.spare) == 0 })
	if len(open) == 0 {
		return
	}
	s := b.scale(fields, role)
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
	best            int // single best answers needed
	twice           int // situations on a principle that another is on already
	borrowed        int // situations in other shoes than the reader's
}

// scale is a scale with what is drawn on it.
func (b Blueprint) scale(fields []field, role guidance.Role) *scale {
	s := &scale{role: role, formats: map[string]int{}, levels: map[int]int{}, principles: map[string]int{}}
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
	if !d.Setting.Fits(s.role) {
		s.borrowed++
	}
}

// exchange takes one situation off and puts the other on.
func (s *scale) exchange(t swap) {
	off := *t.out
	s.formats[off.Format.Name()]--
	s.levels[off.Level]--
	if s.principles[off.Principle]--; s.principles[off.Principle] > 0 {
		s.twice--
	}
	if !off.Setting.Fits(s.role) {
		s.borrowed--
	}
	*t.out, *t.in = *t.in, *t.out
	s.put(*t.out)
}

// distance is how far what is drawn is from the blueprint: each place of a format or level too many or too few, each single best
// answer that half of it lacks, each principle met twice, which weighs less, and each situation in other shoes, which weighs least.
func (s *scale) distance() int {
	d := s.borrowed + twiceMet*s.twice + aPlace*max(0, s.best-s.formats[best{}.Name()])
	for name, want := range s.wanted {
		d += aPlace * abs(want-s.formats[name])
	}
	for level, want := range s.aimed {
		d += aPlace * abs(want-s.levels[level])
	}
	return d
}
