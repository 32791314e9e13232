package scenarios

import (
	"cmp"
	"slices"

	"probity/guidance"
)

// Fresh lists families that a reader never met, each by the variant that is met first: those told in the reader's own shoes before those that
// fit anybody's; of these the easier ones first; then spread over topics and over principles; otherwise as the seed has it. Once all of these
// were met, they are those that fill up a practice of the reader's. What is not scored is not among them, since it does not come back.
func (b *Bank) Fresh(r guidance.Reader, past Past, seed int64) []*Situation {
	offer := b.OfferTo(r, "")
	pool := firsts(offer.Own, r, past, seed)
	if len(pool) == 0 {
		pool = firsts(offer.More, r, past, seed)
	}
	random(seed, "fresh").Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	topics, principles := map[string]int{}, map[string]int{}
	var out []*Situation
	for len(pool) > 0 {
		next := slices.MinFunc(pool, func(x, y *Situation) int {
			return cmp.Or(
				cmp.Compare(anybodys(x), anybodys(y)),
				cmp.Compare(x.Level, y.Level),
				cmp.Compare(topics[x.Topic], topics[y.Topic]),
				cmp.Compare(principles[x.Principle], principles[y.Principle]),
			)
		})
		out = append(out, next)
		topics[next.Topic]++
		principles[next.Principle]++
		pool = slices.DeleteFunc(pool, func(s *Situation) bool { return s == next })
	}
	return out
}

// firsts lists what to meet families through that were never met, as far as it is scored.
func firsts(families []*Family, r guidance.Reader, past Past, seed int64) (all []*Situation) {
	for _, f := range families {
		if first := f.First(r.Jurisdiction, past, seed); met(past, f) == 0 && first.Format.Scored() {
			all = append(all, first)
		}
	}
	return all
}

// anybodys is 0 for a situation told in somebody's own shoes, which so comes first, and 1 for one that fits whoever works with patients.
func anybodys(s *Situation) int {
	if s.Setting == guidance.AnyRole {
		return 1
	}
	return 0
}
