package scorm

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// values is some whole answer: a value for each option, in the order of the file.
func values(t *rapid.T, i item) []int {
	out := make([]int, len(i.Options))
	switch i.Input {
	case putInOrder:
		places := make([]int, len(out))
		for at := range places {
			places[at] = at + 1
		}
		return rapid.Permutation(places).Draw(t, "places")
	case giveNumbers:
		for at := range out {
			out[at] = rapid.IntRange(1, len(i.Said)).Draw(t, "rating")
		}
	default:
		for range rapid.IntRange(1, i.Most).Draw(t, "how many") {
			out[rapid.IntRange(0, len(out)-1).Draw(t, "option")] = 1
		}
	}
	return out
}

// chosen is an answer in the notation of the record.
func chosen(i item, s *scenarios.Situation, values []int) []string {
	out := []string{}
	for at, o := range s.Options {
		switch {
		case values[at] == 0:
		case i.Input == giveNumbers:
			out = append(out, fmt.Sprintf("%s=%d", o.ID, values[at]))
		default:
			out = append(out, o.ID)
		}
	}
	if i.Input == putInOrder {
		slices.SortFunc(out, func(x, y string) int {
			return values[slices.Index(s.OptionIDs(), x)] - values[slices.Index(s.OptionIDs(), y)]
		})
	}
	return out
}

// packs are the library and those with one of each format.
func packs(t *testing.T) []*pack.Pack {
	library, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return []*pack.Pack{library, scenariostest.Pack(t), scenariostest.Families(t)}
}

// TestTheTableMarksAsTheFormatDoes: whatever is answered, what stands in the table adds up to the marks, option by option, and says the same.
func TestTheTableMarksAsTheFormatDoes(t *testing.T) {
	for _, p := range packs(t) {
		for _, s := range p.Bank.All() {
			var i item
			mark(&i, s)
			rapid.Check(t, func(t *rapid.T) {
				given := values(t, i)
				m, sum := s.Format.Mark(s, chosen(i, s, given)), 0.0
				for at, o := range s.Options {
					if given[at] == 0 {
						continue
					}
					cell, of := i.Options[at].Cells[given[at]-1], m.Option(o.ID)
					sum += cell.Marks
					if cell.Marks != of.Marks || cell.Right != of.Right || i.Said[given[at]-1] != of.Yours {
						t.Fatalf("%s, %s: %v and %q, want %+v", s.ID, o.ID, cell, i.Said[given[at]-1], of)
					}
				}
				if sum != m.Marks || i.Of != m.Of || math.Abs(i.Chance-m.Chance) > 0 {
					t.Fatalf("%s: %v of %v, chance %v, want %+v", s.ID, sum, i.Of, i.Chance, m)
				}
			})
		}
	}
}

// TestEveryFormatHasATable: for each value of each option, and nothing can be chosen beyond what is asked for.
func TestEveryFormatHasATable(t *testing.T) {
	scenariostest.Each(t, map[string]struct {
		input  string
		values int
		most   int
	}{
		"best": {pickOne, 1, 1}, "choose": {pickSeveral, 1, 3}, "rank": {putInOrder, 5, 0}, "rate": {giveNumbers, 4, 0}, "discuss": {pickOne, 1, 1},
	}, func(t *testing.T, s *scenarios.Situation, want struct {
		input  string
		values int
		most   int
	}) {
		var i item
		mark(&i, s)
		if i.Input != want.input || i.Most != want.most || len(i.Said) != want.values {
			t.Errorf("it is answered by %q, at most %d, with values %q", i.Input, i.Most, i.Said)
		}
		for at, o := range i.Options {
			if len(o.Cells) != want.values {
				t.Errorf("option %d has %d cells", at, len(o.Cells))
			}
		}
	})
}

// everything is the course of all that a pack has for a country.
func everything(p *pack.Pack, r guidance.Reader, seed int64) Course {
	return Course{Pack: p, Situations: p.Bank.All(), Reader: r, Seed: seed}
}

// TestEveryCourseFitsWhatAPlatformKeeps: the largest there is takes less than 4,096 characters, and more than that is refused.
func TestEveryCourseFitsWhatAPlatformKeeps(t *testing.T) {
	p := packs(t)[0]
	for _, country := range guidance.Jurisdictions() {
		whole, err := Practice(everything(p, guidance.AnyRole.In(country), 1))
		if err != nil {
			t.Fatal(err)
		}
		paper, err := Assessment(everything(p, guidance.Doctor.In(country), 1))
		if err != nil {
			t.Fatal(err)
		}
		for _, made := range []*Package{whole, paper} {
			if n := made.content.suspended(); n > suspendMost {
				t.Errorf("%s, %s: %d characters", made.Title(), country, n)
			}
		}
	}
	var many []*scenarios.Situation
	for n := range 800 {
		s := *p.Bank.Offered(guidance.UK, "")[0]
		s.ID, s.Family, s.Variant = fmt.Sprint("s", n), fmt.Sprint("s", n), ""
		many = append(many, &s)
	}
	_, err := Practice(Course{Pack: p, Situations: many, Reader: guidance.AnyRole.In(guidance.UK)})
	if err == nil || !strings.Contains(err.Error(), "--topic") {
		t.Errorf("too many situations: %v", err)
	}
}
