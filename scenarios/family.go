package scenarios

import (
	"cmp"
	"slices"
	"strings"

	"probity/guidance"
)

// Family is what variants share: one lead and one set of options. Change a fact, and another option is best. A situation that is
// told alone is a family of one.
type Family struct {
	ID        string
	Title     string
	Principle string
	Topic     string
	Variants  []*Situation // in the file's order
}

// Join is the id of a situation: its family's, and its variant's where there are several.
func Join(family, variant string) string {
	if variant == "" {
		return family
	}
	return family + "/" + variant
}

// Split takes the id of a situation apart again.
func Split(id string) (family, variant string) {
	family, variant, _ = strings.Cut(id, "/")
	return family, variant
}

// The headings of a turn, wherever one is met: over its facts, over what they changed, and over that where the key stayed as it was. Was and Now
// stand before what was so and what is so since.
const (
	TurnTitle       = "Now one thing is different"
	DifferenceTitle = "What made the difference"
	SameTitle       = "The best answer is the same in both"
	SameInAllTitle  = "The best answer is the same in all"
	Was             = "Was"
	Now             = "Now"
)

// Difference is the heading over what a turn of a variant changed.
func (s *Situation) Difference(before *Situation) string {
	if s.SameKey(before) {
		return SameTitle
	}
	return DifferenceTitle
}

// Told is lead and facts as one text.
func Told(lead, facts string) string {
	return strings.TrimRight(lead, "\n") + "\n" + facts
}

// For lists the variants that learners of a country are offered.
func (f *Family) For(j guidance.Jurisdiction) []*Situation {
	return slices.DeleteFunc(slices.Clone(f.Variants), func(s *Situation) bool { return !s.For(j) })
}

// First is the variant to meet a family through: one that was never answered, else the one answered longest ago. Among several the
// seed decides. Where the country is offered none, it is one of another country's, to compare with.
func (f *Family) First(j guidance.Jurisdiction, past Past, seed int64) *Situation {
	offered := f.For(j)
	if len(offered) == 0 {
		offered = f.Variants
	}
	return longestAgo(offered, past, seed)
}

// Turn is the variant that follows another once that is answered: of Turns one that was never answered, else the one answered longest ago.
// Among several the seed decides. It is nil where there is none in the country.
func (f *Family) Turn(after *Situation, j guidance.Jurisdiction, past Past, seed int64) *Situation {
	return longestAgo(f.Turns(after, j), past, seed)
}

// Turns lists what the turn after a variant may be in a country: its twins where there are any with the same key, else all others. A
// variant that is not offered there has none: with the fact, the guidance would be another.
func (f *Family) Turns(after *Situation, j guidance.Jurisdiction) []*Situation {
	if !after.For(j) {
		return nil
	}
	others := slices.DeleteFunc(f.For(j), func(s *Situation) bool { return s == after })
	if twins := sameKey(others, after); len(twins) > 0 {
		return twins
	}
	return others
}

// sameKey keeps the situations whose key is that of another: the fact that they differ in made no difference.
func sameKey(all []*Situation, as *Situation) []*Situation {
	return slices.DeleteFunc(slices.Clone(all), func(s *Situation) bool { return !as.SameKey(s) })
}

// SameKey reports whether two variants of a family have the same key.
func (s *Situation) SameKey(as *Situation) bool {
	return !slices.ContainsFunc(s.Options, func(o Option) bool { return s.Format.KeyOf(s, o.ID) != as.Format.KeyOf(as, o.ID) })
}

// longestAgo is one of a family's variants that was never answered, else the one answered longest ago. Among several the seed decides. It is
// nil for none.
func longestAgo(all []*Situation, past Past, seed int64) *Situation {
	if len(all) == 0 {
		return nil
	}
	all = slices.Clone(all)
	random(seed, "variant "+all[0].Family).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return slices.MinFunc(all, func(x, y *Situation) int { return cmp.Compare(past.Seen[x.ID], past.Seen[y.ID]) })
}
