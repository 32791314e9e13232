package scenarios

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"probity/guidance"
)

// Paper is a drawn assessment.
type Paper struct {
	Drawn   []*Situation
	Short   []string // what the blueprint could not fill, in sentences
	Refused string   // why nothing is drawn, as an error says it; "" where something is, or there is nothing to draw from
}

// Draw draws an assessment from the scored and traced situations of the reader's country, of each family one variant at the most. Formats and
// levels come as near the blueprint's parts as the bank allows, and situations teach different principles. Within that, few
// were answered within the days of rest, and few are told in other shoes than the reader's.
//
// At least half of a paper are single best answers: otherwise it could be passed with every one of them wrong. Only a blueprint that
// itself asks for fewer, which no pack may, has fewer. Where the bank has too few, nothing is drawn.
func (b Blueprint) Draw(bank *Bank, r guidance.Reader, past Past, now time.Time, seed int64) Paper {
	b = b.In(r.Jurisdiction)
	if !b.setFor(r.Role) {
		return Paper{Refused: fmt.Sprintf("this library has no assessment for your role in %s: you can practise what is taught there, and a certificate of a period needs no assessment", guidance.The(r.Jurisdiction))}
	}
	rested := func(s *Situation) bool {
		at, known := past.When[s.Family]
		return !known || now.Sub(at) >= time.Duration(b.Rest)*24*time.Hour
	}
	drawn, small := b.draw(bank, r, past, rested, seed)
	if have, need, short := b.best(drawn); short {
		return Paper{Refused: fmt.Sprintf("for where you practise this library is short of single best answers: an assessment of %d situations "+
			"needs %d of them, and would have %d", len(drawn), need, have)}
	}
	return Paper{Drawn: drawn, Short: slices.Concat(small, inOtherShoes(drawn, r.Role), b.worn(drawn, rested), b.unbalanced(drawn))}
}

// SetFor reports whether the blueprint sets an assessment for a reader's role where the reader practises.
func (b Blueprint) SetFor(r guidance.Reader) bool { return b.In(r.Jurisdiction).setFor(r.Role) }

func (b Blueprint) setFor(role guidance.Role) bool {
	return len(b.Roles) == 0 || slices.Contains(b.Roles, role)
}

// draw draws situations, those that have rested before others, and says which topics have none, and which too few.
func (b Blueprint) draw(bank *Bank, r guidance.Reader, past Past, rested func(*Situation) bool, seed int64) (drawn []*Situation, small []string) {
	rng := random(seed, "assessment")
	var fields []field
	var none []string
	tired := map[*Situation]int{}
	for _, topic := range bank.Topics() {
		offer := bank.OfferTo(r, topic.ID)
		own, more := oneEach(offer.Own, r.Jurisdiction, past, seed), oneEach(offer.More, r.Jurisdiction, past, seed)
		f := b.field(own, more, past, rested, tired, rng)
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
	b.extend(fields, rng)
	b.balance(fields, b.scale(fields, r.Role, tired), rng)
	for _, f := range fields {
		drawn = append(drawn, f.drawn...)
	}
	rng.Shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	return drawn, small
}

// oneEach lists one variant of each family that can be marked, of those offered in a country.
func oneEach(families []*Family, j guidance.Jurisdiction, past Past, seed int64) []*Situation {
	var out []*Situation
	for _, f := range families {
		if s := longestAgo(f.For(j), past, seed); s.Format.Scored() && s.Traced() {
			out = append(out, s)
		}
	}
	return out
}

// field is one topic's part of an assessment: what is drawn, and what could take its place.
type field struct{ drawn, spare []*Situation }

// field draws a topic's situations: those that have rested, in an order by chance, the reader's own before the others; else those
// answered longest ago. Of those it notes in tired how many of the topic were answered longer ago, from 1.
func (b Blueprint) field(own, more []*Situation, past Past, rested func(*Situation) bool, tired map[*Situation]int, rng *rand.Rand) field {
	for _, part := range [][]*Situation{own, more} {
		rng.Shuffle(len(part), func(i, j int) { part[i], part[j] = part[j], part[i] })
	}
	pool := slices.Concat(own, more)
	fresh := slices.DeleteFunc(slices.Clone(pool), func(s *Situation) bool { return !rested(s) })
	worn := slices.DeleteFunc(pool, rested)
	slices.SortStableFunc(worn, func(x, y *Situation) int { return past.When[x.Family].Compare(past.When[y.Family]) })
	for i, s := range worn {
		tired[s] = i + 1
	}
	all := append(fresh, worn...)
	n := min(len(all), b.PerTopic)
	return field{drawn: slices.Clone(all[:n]), spare: all[n:]}
}

// extend draws more, until there are as many as the blueprint asks for in all: what is on another principle than those drawn, and from the
// topics that have the fewest.
func (b Blueprint) extend(fields []field, rng *rand.Rand) {
	n := 0
	for _, f := range fields {
		n += len(f.drawn)
	}
	if n >= b.Situations {
		return
	}
	order := rng.Perm(len(fields))
	for ; n < b.Situations; n++ {
		next := -1
		for _, i := range order {
			if len(fields[i].spare) > 0 && (next < 0 || fields[i].before(fields[next])) {
				next = i
			}
		}
		if next < 0 {
			return
		}
		fields[next].take()
	}
}

// before reports whether one more is drawn from a topic rather than from another.
func (f field) before(other field) bool {
	if f.other() < 0 != (other.other() < 0) {
		return f.other() >= 0
	}
	return len(f.drawn) < len(other.drawn)
}

// other is the place of the first spare situation that is on another principle than those drawn; -1 for none.
func (f field) other() int {
	return slices.IndexFunc(f.spare, func(s *Situation) bool {
		return !slices.ContainsFunc(f.drawn, func(d *Situation) bool { return d.Principle == s.Principle })
	})
}

// take draws one more.
func (f *field) take() {
	i := max(0, f.other())
	f.drawn = append(f.drawn, f.spare[i])
	f.spare = slices.Delete(f.spare, i, i+1)
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

// inOtherShoes says how many situations are told in other shoes than the reader's.
func inOtherShoes(drawn []*Situation, role guidance.Role) []string {
	n, whose := Borrowed(drawn, role)
	if n == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s in %s shoes: too few are told in yours for the mix.", counted(n, "situation in it is told", "situations in it are told"), whose)}
}

// worn says how many situations are in although they were answered lately.
func (b Blueprint) worn(drawn []*Situation, rested func(*Situation) bool) []string {
	n := 0
	for _, s := range drawn {
		if !rested(s) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s answered in the last %d days: too few others are left for the mix.", counted(n, "situation in it was", "situations in it were"), b.Rest)}
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
			off = append(off, fmt.Sprintf("%d %s, not %d", levels[level], difficulty(level), want))
		}
	}
	if len(off) == 0 {
		return nil
	}
	return []string{"The mix is not quite the blueprint's: " + strings.Join(off, "; ") + "."}
}
