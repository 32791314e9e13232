// Marks that can be, and marks that can't.

package scenarios

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever is answered, in every format, the marks it is given are possible.
func TestWhatAFormatGivesIsPossible(t *testing.T) {
	for _, f := range Formats() {
		t.Run(f.Name(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				s := drawnSituation(t, f)
				var chosen []string
				for _, o := range s.Options {
					chosen = append(chosen, o.ID, fmt.Sprintf("%s=%d", o.ID, rapid.IntRange(0, 5).Draw(t, "rating")))
				}
				chosen = rapid.Permutation(chosen).Draw(t, "chosen")[:rapid.IntRange(0, len(chosen)).Draw(t, "how many")]
				if m := f.Mark(s, chosen); !Possible(f.Name(), m) {
					t.Errorf("%v marked %v of %v beside %v", chosen, m.Marks, m.Of, m.Chance)
				}
				if m := f.Mark(s, s.Key); !Possible(f.Name(), m) {
					t.Errorf("the key is marked %v of %v beside %v", m.Marks, m.Of, m.Chance)
				}
			})
		})
	}
}

// drawnSituation is a situation that a format's own check finds nothing wrong with.
func drawnSituation(t *rapid.T, f Format) *Situation {
	least, most := map[string]int{"best": 4, "choose": 5, "rank": 5, "rate": 4, "discuss": 3}, map[string]int{"best": 5, "choose": 8, "rank": 5, "rate": 8, "discuss": 5}
	n := rapid.IntRange(least[f.Name()], most[f.Name()]).Draw(t, "options")
	s := situationOf(f.Name(), n)
	var ids []string
	for _, o := range s.Options {
		id := o.ID
		if f.Input() == GiveNumbers {
			id = fmt.Sprintf("%s=%d", o.ID, rapid.IntRange(1, 4).Draw(t, "key"))
		}
		ids = append(ids, id)
	}
	keys := map[string]int{"best": 1, "rank": n, "rate": n}[f.Name()]
	if f.Name() == "choose" {
		keys = rapid.IntRange(2, n/2).Draw(t, "keys")
	}
	s.Key = rapid.Permutation(ids).Draw(t, "key")[:keys]
	if flaws := f.Check(s); len(flaws) > 0 {
		t.Fatalf("not a situation of this format: %v", flaws)
	}
	return s
}

func TestMarksThatCannotBe(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for format, impossible := range map[string][]Marking{
		"best":    {{Marks: 2, Of: 1, Chance: 0.25}, {Marks: 0.5, Of: 1, Chance: 0.25}, {Marks: 1, Of: 1, Chance: 0.1}, {Marks: 1, Of: 2, Chance: 0.2}},
		"choose":  {{Marks: 999, Of: 12, Chance: 0.375}, {Marks: 3, Of: 12, Chance: 0.375}, {Marks: 12, Of: 12, Chance: 0.4}, {Marks: 4, Of: 4, Chance: 0.125}},
		"rank":    {{Marks: 21, Of: 20, Chance: 0.6}, {Marks: 20, Of: 24, Chance: 0.6}, {Marks: 20, Of: 20, Chance: 0}},
		"rate":    {{Marks: 5, Of: 20, Chance: 0.375}, {Marks: 4, Of: 4, Chance: 0.375}, {Marks: 36, Of: 36, Chance: 0.375}},
		"discuss": {{Marks: 1, Of: 1, Chance: 0.25}},
		"essay":   {{Marks: 1, Of: 1, Chance: 0.25}},
		"":        {{}, {Marks: 1, Of: 1, Chance: 0.25}},
	} {
		for _, m := range append(impossible, Marking{Marks: -1, Of: 1, Chance: 0.25}, Marking{Marks: nan, Of: 1, Chance: 0.25},
			Marking{Marks: 1, Of: nan, Chance: 0.25}, Marking{Marks: 1, Of: inf, Chance: 0.25}, Marking{Marks: 1, Of: 1, Chance: nan},
			Marking{Marks: inf, Of: inf, Chance: inf}, Marking{Marks: 4, Of: -12, Chance: 0.375}, Marking{Of: 1, Chance: 1}) {
			if Possible(format, m) {
				t.Errorf("%s: %+v is possible", format, m)
			}
		}
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{
		0: "0 %", 1: "100 %", 0.29: "29 %", 0.5999: "59 %", 0.6: "60 %", 0.004: "0 %", math.Copysign(0, -1): "0 %",
		-0.004: "0 %", -0.25: "−25 %", -0.29: "−29 %", -0.2549: "−25 %", -1: "−100 %", -5.0 / 3: "−166 %",
	} {
		if got := Percent(share); got != strings.Replace(want, " ", "\u00a0", 1) {
			t.Errorf("%v is %q, want %q", share, got, want)
		}
	}
}
