package scenarios

import (
	"cmp"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"time"

	"probity/guidance"
)

// Request says what a practice is to be drawn from.
type Request struct {
	Reader   guidance.Reader
	Topic    string   // "" for every topic
	Weakest  bool     // only the topics with the lowest score above chance
	AllRoles bool     // in whosever shoes they are told
	Abroad   bool     // to compare: only what is not offered where the reader practises
	Among    []string // only these families, whoever they are told for; nil for what is offered
	Count    int
	Seed     int64
}

// Past is what the record says of earlier answers, as far as a draw needs it.
type Past struct {
	Seen     map[string]int64     // situation id → when last answered, in record order; absent: not yet
	Families map[string]int64     // the same for families, whichever variant was answered
	When     map[string]time.Time // family id → when last answered, as far as the record's times can be believed
	Topics   map[string]Score
}

// weakestTopics is how many topics "where I am weakest" draws from.
const weakestTopics = 3

// Draw picks families for a sitting, each by the variant that is met first: families not yet met before the others; of these the reader's own
// before those that fill up; spread over topics and over principles; then the ones met longest ago; otherwise as the seed has it. Fewer come back when fewer are there.
func (b *Bank) Draw(r Request, past Past) []*Situation {
	pool := b.Pool(r, past)
	rng := random(r.Seed, "draw")
	rng.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })

	var out []*Situation
	topics, principles := map[string]int{}, map[string]int{}
	for len(out) < r.Count && len(pool) > 0 {
		next := slices.MinFunc(pool, func(x, y *Family) int {
			return cmp.Or(
				cmp.Compare(met(past, x), met(past, y)),
				cmp.Compare(r.borrowed(x), r.borrowed(y)),
				cmp.Compare(topics[x.Topic], topics[y.Topic]),
				cmp.Compare(principles[x.Principle], principles[y.Principle]),
				cmp.Compare(past.Families[x.ID], past.Families[y.ID]),
			)
		})
		out = append(out, next.First(r.Reader.Jurisdiction, past, r.Seed))
		topics[next.Topic]++
		principles[next.Principle]++
		pool = slices.DeleteFunc(pool, func(f *Family) bool { return f == next })
	}
	return out
}

// Pool lists the families that a practice is drawn from: those that are named, or those in the reader's own shoes, and others where they are too few.
func (b *Bank) Pool(r Request, past Past) []*Family {
	if r.Among != nil {
		return slices.DeleteFunc(slices.Clone(b.families), func(f *Family) bool {
			return !slices.Contains(r.Among, f.ID) || r.Topic != "" && f.Topic != r.Topic
		})
	}
	offer := b.OfferTo(r.Reader, r.Topic)
	if r.Abroad {
		offer = b.Abroad(r.Reader, r.Topic)
	}
	if r.AllRoles {
		offer = Offer{Own: slices.Concat(offer.Own, offer.More, offer.Others)}
	}
	if !r.Weakest {
		return offer.Enough(r.Count)
	}
	weak := weakest(slices.Concat(offer.Own, offer.More), past)
	strong := func(f *Family) bool { return !slices.Contains(weak, f.Topic) }
	return Offer{Own: slices.DeleteFunc(offer.Own, strong), More: slices.DeleteFunc(offer.More, strong)}.Enough(r.Count)
}

// borrowed is 0 for a family in the reader's own shoes, which so comes first, and 1 for one that fills up.
func (r Request) borrowed(f *Family) int {
	if r.AllRoles {
		return 0
	}
	n, _ := Borrowed(f.Variants[:1], r.Reader.Role)
	return n
}

// Siblings picks, for each principle in turn, the situation to meet it through: not the one just met, where there is another; one in the
// reader's own shoes before others; and a variant that was not answered yet before the one answered longest ago. Principles without a
// situation that can be marked in the country have none.
func (b *Bank) Siblings(principles []string, r guidance.Reader, past Past, seed int64) []*Situation {
	pool := slices.DeleteFunc(b.Offered(r.Jurisdiction, ""), func(s *Situation) bool { return !s.Format.Scored() })
	random(seed, "siblings").Shuffle(len(pool), func(i, k int) { pool[i], pool[k] = pool[k], pool[i] })
	slices.SortStableFunc(pool, func(x, y *Situation) int { return cmp.Compare(past.Seen[x.ID], past.Seen[y.ID]) })
	var out []*Situation
	for _, p := range principles {
		siblings := slices.DeleteFunc(slices.Clone(pool), func(s *Situation) bool { return s.Principle != p })
		if n := len(siblings); n > 1 {
			siblings = siblings[:n-1]
		}
		if i := slices.IndexFunc(siblings, func(s *Situation) bool { return s.Setting.Fits(r.Role) }); i >= 0 {
			out = append(out, siblings[i])
		} else if len(siblings) > 0 {
			out = append(out, siblings[0])
		}
	}
	return out
}

// met is 1 for a family of which something was answered before, and 0 for a new one, which so comes first.
func met(past Past, f *Family) int {
	if _, ok := past.Families[f.ID]; ok {
		return 1
	}
	return 0
}

// weakest lists the topics with the lowest score above chance among those of some families. Topics without answers are left out while
// there are any with; with no answers at all, every topic is listed.
func weakest(pool []*Family, past Past) []string {
	var all, known []string
	for _, f := range pool {
		all = append(all, f.Topic)
		if _, ok := past.Topics[f.Topic].Above(); ok && !slices.Contains(known, f.Topic) {
			known = append(known, f.Topic)
		}
	}
	if len(known) == 0 {
		return all
	}
	slices.SortStableFunc(known, func(x, y string) int {
		ax, _ := past.Topics[x].Above()
		ay, _ := past.Topics[y].Above()
		return cmp.Compare(ax, ay)
	})
	return known[:min(len(known), weakestTopics)]
}

// Shuffle is the order in which a situation's options are shown in a sitting with this seed: always the same one, so
// that nothing about it need be kept, and the same for all variants of a family, so that a turn finds the options where they stood.
func Shuffle(s *Situation, seed int64) []string {
	ids := s.OptionIDs()
	random(seed, s.Family).Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	return ids
}

// random is a source of chance fixed by a seed and what it is for.
func random(seed int64, purpose string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(purpose))
	return rand.New(rand.NewPCG(uint64(seed), h.Sum64()))
}
