package scenarios_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// TestWhatIsFresh holds of the built-in library whatever was met: it is new, scored, in one's own shoes before anybody's, and in others' once
// all of these were met; there the easier come first.
func TestWhatIsFresh(t *testing.T) {
	library, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		reader := guidance.Reader{
			Role:         rapid.SampledFrom([]guidance.Role{guidance.Doctor, guidance.Student, guidance.Other}).Draw(t, "role"),
			Jurisdiction: rapid.SampledFrom([]guidance.Jurisdiction{guidance.UK, guidance.Ireland}).Draw(t, "country"),
		}
		past := scenarios.Past{Families: map[string]int64{}}
		offer, own := library.Bank.OfferTo(reader, ""), 0
		all := rapid.Bool().Draw(t, "all of their own")
		for _, f := range offer.Own {
			if all || rapid.Bool().Draw(t, f.ID) {
				past.Families[f.ID] = 1
			} else if f.Variants[0].Format.Scored() {
				own++
			}
		}
		shoes := own > 0 // once all of one's own were met, others fill up
		if !shoes {
			for _, f := range offer.More {
				if f.Variants[0].Format.Scored() {
					own++
				}
			}
		}
		fresh := library.Bank.Fresh(reader, past, rapid.Int64().Draw(t, "seed"))
		if len(fresh) != own {
			t.Fatalf("%d are fresh of %d", len(fresh), own)
		}
		rank := func(s *scenarios.Situation) int {
			if s.Setting == guidance.AnyRole {
				return 10 + s.Level
			}
			return s.Level
		}
		if !slices.IsSortedFunc(fresh, func(x, y *scenarios.Situation) int { return rank(x) - rank(y) }) {
			t.Fatal("they are not in order")
		}
		for _, s := range fresh {
			if _, met := past.Families[s.Family]; met || !s.Format.Scored() || !s.For(reader.Jurisdiction) || shoes != s.Setting.Fits(reader.Role) {
				t.Fatalf("%s is among them", s.ID)
			}
		}
	})
}
