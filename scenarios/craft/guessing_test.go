// What families give away to somebody who does not read the facts.

package craft

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// turning makes a family for the UK of a variant for each key.
func turning(t *testing.T, format string, options int, keys ...string) *scenarios.Family {
	t.Helper()
	f, known := scenarios.FormatNamed(format)
	if !known {
		t.Fatalf("no format %s", format)
	}
	family := &scenarios.Family{ID: "family", Topic: "names"}
	for i, key := range keys {
		s := &scenarios.Situation{
			ID: scenarios.Join("family", fmt.Sprint(i)), Family: "family", Variant: fmt.Sprint(i), Format: f, Key: strings.Fields(key),
			Jurisdictions: []guidance.Jurisdiction{guidance.UK},
		}
		for n := range options {
			s.Options = append(s.Options, scenarios.Option{ID: scenarios.Letter(n), Text: "Text " + scenarios.Letter(n)})
		}
		family.Variants = append(family.Variants, s)
	}
	return family
}

// TestWhatAFamilyGivesAway: these values follow from keys and marks alone.
func TestWhatAFamilyGivesAway(t *testing.T) {
	for name, c := range map[string]struct {
		family                     *scenarios.Family
		ceiling, firstKey, sameKey float64
	}{
		"three different keys of five":    {turning(t, "best", 5, "a", "b", "c"), 16.7, 6.3, 0},
		"two keys of four":                {turning(t, "best", 4, "a", "b"), 33.3, 11.1, 0},
		"of four keys one comes twice":    {turning(t, "best", 5, "a", "b", "c", "a"), 37.5, -9.4, 50},
		"a choice with one in common":     {turning(t, "choose", 8, "a b c", "a d e"), 46.7, 4, 0},
		"a choice with none in common":    {turning(t, "choose", 8, "a b c", "d e f"), 20, 36, 0},
		"rankings at distance 10":         {turning(t, "rank", 5, "a b c d e", "c e a b d"), 37.5, 0, 0},
		"rankings in reverse":             {turning(t, "rank", 5, "a b c d e", "e d c b a"), 25, 100, 0},
		"ratings, five of six cross":      {turning(t, "rate", 6, "a=4 b=4 c=4 d=4 e=1 f=4", "a=1 b=1 c=1 d=1 e=4 f=4"), 33.3, 73.3, 0},
		"ratings, four of six cross":      {turning(t, "rate", 6, "a=4 b=4 c=4 d=4 e=1 f=4", "a=1 b=1 c=1 d=1 e=1 f=4"), 46.7, 46.7, 0},
		"ratings, all of them at the end": {turning(t, "rate", 4, "a=4 b=4 c=1 d=1", "a=1 b=1 c=4 d=4"), 20, 100, 0},
	} {
		t.Run(name, func(t *testing.T) {
			for what, figure := range map[string][2]float64{
				"the options alone":   {ceiling(c.family.Variants), c.ceiling},
				"the first key":       {firstKey(c.family, guidance.UK), c.firstKey},
				"turns with that key": {sameKey(c.family, guidance.UK), c.sameKey},
			} {
				if tenths(figure[0]) != figure[1] {
					t.Errorf("%s: %.2f %%, want %v", what, figure[0], figure[1])
				}
			}
		})
	}
}

// TestTurnsCountAsTheyAreDrawn: what is worked out is what a learner meets over many seeds.
func TestTurnsCountAsTheyAreDrawn(t *testing.T) {
	const seeds = 2000
	bank := scenariostest.Families(t).Bank
	for _, j := range guidance.Jurisdictions() {
		earned, same := map[string]float64{}, map[string]float64{}
		for seed := range int64(seeds) {
			for _, first := range bank.Draw(scenarios.Request{Reader: guidance.Doctor.In(j), Count: len(bank.Families()), Seed: seed}, scenarios.Past{}) {
				f, _ := bank.Family(first.Family)
				turn := f.Turn(first, j, scenarios.Past{}, seed)
				if turn == nil {
					continue
				}
				earned[f.ID] += mean(first.Format.Turned(first), func(chosen []string) float64 { return 100 * turn.Format.Mark(turn, chosen).Share() }) / seeds
				if first.SameKey(turn) {
					same[f.ID] += 100.0 / seeds
				}
			}
		}
		for id, drawn := range earned {
			f, _ := bank.Family(id)
			if want := firstKey(f, j); math.Abs(drawn-want) > 4 {
				t.Errorf("%s in %s: drawn turns give %.1f %% away, worked out %.1f", id, j, drawn, want)
			}
			if want := sameKey(f, j); math.Abs(same[id]-want) > 4 {
				t.Errorf("%s in %s: %.1f %% of drawn turns leave the key, worked out %.1f", id, j, same[id], want)
			}
		}
		if len(earned) < 3 {
			t.Errorf("in %s turns of %d families are drawn", j, len(earned))
		}
	}
}

// figure finds a figure of a report by its key, country and format.
func figure(t *testing.T, r Report, key, country, format string) Figure {
	t.Helper()
	for _, f := range r.Figures {
		if f.Key == key && f.Country == country && f.Format == format {
			return f
		}
	}
	t.Fatalf("there is no figure %s %s %s", key, country, format)
	return Figure{}
}

// TestFiguresAreOfEachCountry, of what is offered there, and families weigh alike.
func TestFiguresAreOfEachCountry(t *testing.T) {
	r := Check(scenariostest.Families(t), Request{Now: madeOn})
	for _, c := range []struct {
		key, country, format string
		want                 float64
		of                   int
	}{
		{"ceiling_format", "uk", "best", 33, 1},   // a, b, b and c of four options
		{"ceiling_format", "uk", "choose", 20, 1}, // none in common
		{"ceiling_format", "uk", "rank", 75, 1},   // at distance 4
		{"ceiling_format", "uk", "rate", 20, 1},   // all four cross the middle
		{"ceiling", "uk", "", 37, 4},              // the mean of the four
		{"ceiling_format", "ie", "rank", 63, 1},   // at distance 6
		{"ceiling", "ie", "", 39, 3},              // the rating is offered in the UK alone
		{"same_key", "uk", "", 12.5, 4},
		{"same_key", "ie", "", 16.7, 3},
	} {
		if f := figure(t, r, c.key, c.country, c.format); f.Value != c.want || f.Of != c.of {
			t.Errorf("%s %s %s is %v of %d, want %v of %d", c.key, c.country, c.format, f.Value, f.Of, c.want, c.of)
		}
	}
	for _, f := range r.Figures {
		if f.Format == "rate" && f.Country == "ie" {
			t.Errorf("there is a figure for ratings in Ireland: %+v", f)
		}
	}
	if len(r.Families) != 4+3 {
		t.Errorf("%d families stand beside the figures, want four for the UK and three for Ireland", len(r.Families))
	}
}

// TestSituationsToldAloneHaveNoFigures: the bars are for families.
func TestSituationsToldAloneHaveNoFigures(t *testing.T) {
	r := Check(scenariostest.Pack(t), Request{Now: madeOn, Layout: paper{lines: 0}})
	if len(r.Figures) != 0 || r.Variants != 0 || len(r.Families) != 0 {
		t.Errorf("%d variants, %d families, figures %+v", r.Variants, len(r.Families), r.Figures)
	}
}
