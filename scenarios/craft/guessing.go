package craft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
)

// FamilyFigure is what a family gives away to somebody who does not read the facts, in per cent above chance.
type FamilyFigure struct {
	Family   string  `json:"family"`
	Country  string  `json:"country"`
	Format   string  `json:"format"`
	Ceiling  float64 `json:"ceiling"`   // what the options alone could earn at most
	FirstKey float64 `json:"first_key"` // what the first key gives away of the turn's
	SameKey  float64 `json:"same_key"`  // per cent of the turns that leave the key as it was
}

// country adds the figures for learners of a country, and lists those of each family.
func (sh *sheet) country(all []*scenarios.Family, j guidance.Jurisdiction) []FamilyFigure {
	offered := slices.DeleteFunc(slices.Clone(all), func(f *scenarios.Family) bool { return len(f.For(j)) == 0 })
	var each []FamilyFigure
	for _, f := range offered {
		each = append(each, FamilyFigure{
			Family: f.ID, Country: string(j), Format: f.Variants[0].Format.Name(),
			Ceiling: ceiling(f.For(j)), FirstKey: firstKey(f, j), SameKey: sameKey(f, j),
		})
	}
	sh.guessing(each, j)
	sh.wording(offered, j)
	for i, f := range each {
		each[i].Ceiling, each[i].FirstKey, each[i].SameKey = tenths(f.Ceiling), tenths(f.FirstKey), tenths(f.SameKey)
	}
	return each
}

// guessing adds what can be earned without the facts: over all families, which count alike, and over those of each format.
func (sh *sheet) guessing(each []FamilyFigure, j guidance.Jurisdiction) {
	over := func(f Figure, each []FamilyFigure, enough int, of func(FamilyFigure) float64) {
		f.Country, f.Unit, f.Of = string(j), percent, len(each)
		f.Value = whole(mean(each, of))
		sh.judge(f, enough, furthest(each, of, f.Least != nil && f.Value < *f.Least))
	}
	byFormat := func(f Figure, of func(FamilyFigure) float64) {
		for _, format := range scenarios.Formats() {
			f.Format = format.Name()
			over(f, slices.DeleteFunc(slices.Clone(each), func(x FamilyFigure) bool { return x.Format != f.Format }), EnoughOfFormat, of)
		}
	}
	b := sh.bars
	top := Figure{Key: "ceiling", Says: "What the options alone could earn, at most", Bar: between(b.CeilingLeast, b.CeilingMost)}
	over(top, each, EnoughFamilies, func(f FamilyFigure) float64 { return f.Ceiling })
	top.Key, top.Bar = "ceiling_format", atMost(b.CeilingFormatMost)
	byFormat(top, func(f FamilyFigure) float64 { return f.Ceiling })
	var items []item
	for _, f := range each {
		items = append(items, item{f.Family, tenths(f.Ceiling), fmt.Sprintf("the options alone could earn %s %%", number(tenths(f.Ceiling)))})
	}
	sh.each(Figure{Key: "ceiling_family", Country: string(j), Says: "What one family's options alone could earn", Unit: percent, Bar: atMost(b.CeilingFamilyMost)}, items)
	first := Figure{Key: "first_key", Says: "What the first key gives away of the next", Bar: atMost(b.FirstKeyMost)}
	over(first, each, EnoughFamilies, func(f FamilyFigure) float64 { return f.FirstKey })
	first.Key, first.Bar = "first_key_format", atMost(b.FirstKeyFormatMost)
	byFormat(first, func(f FamilyFigure) float64 { return f.FirstKey })
	sh.judge(Figure{
		Key: "same_key", Country: string(j), Says: "Turns that leave the key as it was", Unit: percent, Of: len(each),
		Value: tenths(mean(each, func(f FamilyFigure) float64 { return f.SameKey })), Bar: atLeast(b.SameKeyLeast),
	}, EnoughFamilies, "")
}

// furthest names the families that have most to do with a figure: the three highest, or the three lowest.
func furthest(each []FamilyFigure, of func(FamilyFigure) float64, lowest bool) string {
	each = slices.Clone(each)
	slices.SortStableFunc(each, func(x, y FamilyFigure) int {
		if lowest {
			x, y = y, x
		}
		return cmp.Compare(of(y), of(x))
	})
	var out []string
	for _, f := range each[:min(len(each), 3)] {
		out = append(out, fmt.Sprintf("%s %s %%", f.Family, number(tenths(of(f)))))
	}
	return ": " + strings.Join(out, ", ")
}

// ceiling is what the one answer earns that earns most over variants, in per cent above chance.
func ceiling(variants []*scenarios.Situation) float64 {
	chosen := variants[0].Format.Fixed(variants)
	return mean(variants, func(s *scenarios.Situation) float64 { return 100 * s.Format.Mark(s, chosen).Share() })
}

// firstKey is what somebody earns, in per cent above chance, who has seen the key of the variant that came first and answers the turn
// as if every key turned. Each variant comes first alike, and each turn that may follow it follows alike, as they are drawn.
func firstKey(f *scenarios.Family, j guidance.Jurisdiction) float64 {
	return overTurns(f, j, func(first, turn *scenarios.Situation) float64 {
		return mean(first.Format.Turned(first), func(chosen []string) float64 { return 100 * turn.Format.Mark(turn, chosen).Share() })
	})
}

// sameKey is the share of the turns that leave the key as it was, in per cent.
func sameKey(f *scenarios.Family, j guidance.Jurisdiction) float64 {
	return overTurns(f, j, func(first, turn *scenarios.Situation) float64 {
		if first.SameKey(turn) {
			return 100
		}
		return 0
	})
}

// overTurns is the mean over the pairs of a first variant and its turn.
func overTurns(f *scenarios.Family, j guidance.Jurisdiction, of func(first, turn *scenarios.Situation) float64) float64 {
	return mean(f.For(j), func(first *scenarios.Situation) float64 {
		return mean(f.Turns(first, j), func(turn *scenarios.Situation) float64 { return of(first, turn) })
	})
}

// mean is the mean of a figure over things; 0 over none.
func mean[T any](all []T, of func(T) float64) float64 {
	sum := 0.0
	for _, x := range all {
		sum += of(x) / float64(len(all))
	}
	return sum
}
