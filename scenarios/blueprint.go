package scenarios

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"probity/guidance"
)

// Blueprint says how an assessment is drawn and when it is passed. It is the [assessment] table of a pack.
type Blueprint struct {
	Pass     float64        // the least score above chance, as a share
	PerTopic int            // situations of each topic that the learner's country has situations for
	Rest     int            // days for which a situation that was answered stays out, while others remain
	Minutes  int            // what the clock counts towards; nothing happens when it is reached
	Formats  map[string]int // how many parts of the whole each format has, by its name
	Levels   map[int]int    // how many parts of the whole each level has
}

// Rule is the pass rule in words, for wherever "passed" is said.
func Rule(pass float64) string {
	return fmt.Sprintf("Passed means at least %s %% above chance: 100 %% is full marks, 0 %% what chance alone brings.", percent(pass))
}

// percent is a share in hundredths, as it was written: 0.55 times 100 is not quite 55 to a computer.
func percent(share float64) string {
	return strconv.FormatFloat(math.Round(share*1e4)/1e2, 'f', -1, 64)
}

// Paper is a drawn assessment.
type Paper struct {
	Drawn   []*Situation
	Short   []string // what the blueprint could not fill, in sentences
	Refused string   // why nothing is drawn, as an error says it; "" where something is, or there is nothing to draw from
}

// Draw draws an assessment from the scored situations of a country, of each family one variant at the most. A family
// that was answered within the days of rest is taken only where its topic has nothing else. Within that, formats and levels come as
// near the blueprint's parts as the bank allows, and situations of a topic teach different principles.
//
// At least half of a paper are single best answers: otherwise it could be passed with every one of them wrong. Only a blueprint that
// itself asks for fewer, which no pack may, has fewer. Where those that have rested are too few, the rest is given up; where the
// bank has too few, nothing is drawn.
func (b Blueprint) Draw(bank *Bank, j guidance.Jurisdiction, past Past, now time.Time, seed int64) Paper {
	rested := func(s *Situation) bool {
		at, known := past.When[s.Family]
		return !known || now.Sub(at) >= time.Duration(b.Rest)*24*time.Hour
	}
	drawn, small := b.draw(bank, j, past, rested, seed)
	_, _, restless := b.best(drawn)
	if restless {
		drawn, small = b.draw(bank, j, past, func(*Situation) bool { return true }, seed)
	}
	if have, need, short := b.best(drawn); short {
		return Paper{Refused: fmt.Sprintf("for where you practise this library is short of single best answers: an assessment of %d situations "+
			"needs %d of them, and would have %d", len(drawn), need, have)}
	}
	return Paper{Drawn: drawn, Short: slices.Concat(small, b.worn(drawn, rested, restless), b.unbalanced(drawn))}
}

// best counts the single best answers, and those that a paper of so many situations needs.
func (b Blueprint) best(drawn []*Situation) (have, need int, short bool) {
	formats, _ := tallied(drawn)
	have, need = formats[best{}.Name()], half(len(drawn))
	if mix := b.mix(len(drawn)); len(mix) > 0 {
		need = min(need, mix[best{}.Name()])
	}
	return have, need, have < need
}

// half is the least number that is half of n.
func half(n int) int { return (n + 1) / 2 }

// BestParts is how many parts of a whole single best answers have, and how many all other formats together.
func BestParts(formats map[string]int) (single, others int) {
	for name, parts := range formats {
		if name == (best{}).Name() {
			single = parts
		} else {
			others += parts
		}
	}
	return single, others
}

// mix is how many of n situations each format should have: the blueprint's shares. Where it asks for half or more single best
// answers, they are at least half of n too, although rounding would leave one fewer.
func (b Blueprint) mix(n int) map[string]int {
	mix, single := shares(b.Formats, n), best{}.Name()
	if asked, rest := BestParts(b.Formats); asked < rest || len(mix) == 0 || mix[single] >= half(n) {
		return mix
	}
	others := maps.Clone(b.Formats)
	delete(others, single)
	mix = shares(others, n-half(n))
	mix[single] = half(n)
	return mix
}

// draw draws situations, those that have rested before others, and says which topics have none, and which too few.
func (b Blueprint) draw(bank *Bank, j guidance.Jurisdiction, past Past, rested func(*Situation) bool, seed int64) (drawn []*Situation, small []string) {
	rng := random(seed, "assessment")
	var fields []field
	var none []string
	for _, topic := range bank.Topics() {
		f := b.field(bank.oneEach(j, topic.ID, past, seed), past, rested, rng)
		fields = append(fields, f)
		switch have := len(f.drawn); {
		case have == 0:
			none = append(none, topic.Title)
		case have < b.PerTopic:
			small = append(small, fmt.Sprintf("%s has %s, not %d.", topic.Title, counted(have, "situation that can be marked", "situations that can be marked"), b.PerTopic))
		}
	}
	if len(none) > 0 && len(none) < len(fields) {
		small = append([]string{"Not assessed, since nothing on it can be marked where you practise: " + strings.Join(none, "; ") + "."}, small...)
	}
	b.balance(fields, rng)
	for _, f := range fields {
		drawn = append(drawn, f.drawn...)
	}
	rng.Shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	return drawn, small
}

// oneEach lists one variant of each family of a topic that is offered in a country.
func (b *Bank) oneEach(j guidance.Jurisdiction, topic string, past Past, seed int64) []*Situation {
	var out []*Situation
	for _, f := range b.FamiliesFor(j, topic) {
		out = append(out, longestAgo(f.For(j), past, seed))
	}
	return out
}

// field is one topic's part of an assessment: what is drawn, and what could take its place.
type field struct{ drawn, spare []*Situation }

// field draws a topic's situations: those that have rested, in an order by chance, else those answered longest ago.
func (b Blueprint) field(pool []*Situation, past Past, rested func(*Situation) bool, rng *rand.Rand) field {
	pool = slices.DeleteFunc(pool, func(s *Situation) bool { return !s.Format.Scored() })
	rng.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	fresh := slices.DeleteFunc(slices.Clone(pool), func(s *Situation) bool { return !rested(s) })
	if len(fresh) > b.PerTopic {
		return field{drawn: slices.Clone(fresh[:b.PerTopic]), spare: fresh[b.PerTopic:]}
	}
	worn := slices.DeleteFunc(pool, rested)
	slices.SortStableFunc(worn, func(x, y *Situation) int { return past.When[x.Family].Compare(past.When[y.Family]) })
	all := append(fresh, worn...)
	all = all[:min(len(all), b.PerTopic)]
	return field{drawn: all}
}

// exchanges is how many exchanges are tried: enough for a bank ten times the size of the built-in one.
const exchanges = 4000

// balance exchanges drawn situations for spare ones of their topic, by chance, wherever that brings the whole no further from
// the blueprint. Steps on the level are taken too: without them it would come to rest where no single exchange helps.
func (b Blueprint) balance(fields []field, rng *rand.Rand) {
	open := slices.DeleteFunc(slices.Clone(fields), func(f field) bool { return len(f.spare) == 0 })
	if len(open) == 0 {
		return
	}
	best := b.distance(fields)
	for range exchanges {
		if best == 0 {
			return
		}
		f := open[rng.IntN(len(open))]
		i, k := rng.IntN(len(f.drawn)), rng.IntN(len(f.spare))
		f.drawn[i], f.spare[k] = f.spare[k], f.drawn[i]
		if d := b.distance(fields); d <= best {
			best = d
		} else {
			f.drawn[i], f.spare[k] = f.spare[k], f.drawn[i]
		}
	}
}

// distance is how far what is drawn is from the blueprint: each place of a format or level too many or too few, each single best
// answer that half of it lacks, and each principle met twice, which weighs less.
func (b Blueprint) distance(fields []field) int {
	var all []*Situation
	principles := map[string]int{}
	for _, f := range fields {
		all = append(all, f.drawn...)
	}
	twice := 0
	for _, s := range all {
		if principles[s.Principle]++; principles[s.Principle] > 1 {
			twice++
		}
	}
	const place = 4
	d := twice
	formats, levels := tallied(all)
	if have, need, short := b.best(all); short {
		d += place * (need - have)
	}
	for name, want := range b.mix(len(all)) {
		d += place * abs(want-formats[name])
	}
	for level, want := range shares(b.Levels, len(all)) {
		d += place * abs(want-levels[level])
	}
	return d
}

// tallied counts situations by format and by level.
func tallied(all []*Situation) (formats map[string]int, levels map[int]int) {
	formats, levels = map[string]int{}, map[int]int{}
	for _, s := range all {
		formats[s.Format.Name()]++
		levels[s.Level]++
	}
	return formats, levels
}

// shares divides n into parts of the given sizes: the largest remainders get what rounding leaves.
func shares[K cmp.Ordered](parts map[K]int, n int) map[K]int {
	whole := 0
	for _, p := range parts {
		whole += p
	}
	out := map[K]int{}
	if whole == 0 {
		return out
	}
	left := n
	for k, p := range parts {
		out[k] = n * p / whole
		left -= out[k]
	}
	keys := slices.Sorted(maps.Keys(parts))
	slices.SortStableFunc(keys, func(x, y K) int { return cmp.Compare(n*parts[y]%whole, n*parts[x]%whole) })
	for _, k := range keys[:left] {
		out[k]++
	}
	return out
}

// worn says how many situations are in although they were answered lately: for single best answers the rest of all was given up.
func (b Blueprint) worn(drawn []*Situation, rested func(*Situation) bool, restless bool) []string {
	n := 0
	for _, s := range drawn {
		if !rested(s) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	why := "nothing else is left on " + choice(n == 1, "its topic", "their topics")
	if restless {
		why = "the others have too few single best answers"
	}
	return []string{fmt.Sprintf("%s answered in the last %d days: %s.", counted(n, "situation in it was", "situations in it were"), b.Rest, why)}
}

// unbalanced says where formats or levels are not as the blueprint has them.
func (b Blueprint) unbalanced(drawn []*Situation) []string {
	var off []string
	formats, levels := tallied(drawn)
	for _, f := range Formats() {
		if want, meant := b.mix(len(drawn))[f.Name()]; meant && want != formats[f.Name()] {
			off = append(off, fmt.Sprintf("%s has %d, not %d", strings.ToLower(f.Title()), formats[f.Name()], want))
		}
	}
	for level := 1; level <= 3; level++ {
		if want, meant := shares(b.Levels, len(drawn))[level]; meant && want != levels[level] {
			off = append(off, fmt.Sprintf("level %d has %d, not %d", level, levels[level], want))
		}
	}
	if len(off) == 0 {
		return nil
	}
	return []string{"The mix is not quite the blueprint's: " + strings.Join(off, "; ") + "."}
}

func counted(n int, one, many string) string {
	return fmt.Sprintf("%d %s", n, choice(n == 1, one, many))
}

func choice(first bool, one, other string) string {
	if first {
		return one
	}
	return other
}

func abs(n int) int { return max(n, -n) }
