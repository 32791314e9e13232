// What each format says and does, with the same situation in each.

package scenarios_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// served is what everybody outside this package asks of a format.
type served struct {
	Scored, Outright bool
	Marks, Of        float64  // of somebody who guesses in the file's order
	Chance           float64  // as a fraction
	KeyOf            []string // by option
	WholeKey         string
	Guess            []string
	Yours            []string // of that guess, by option
	Right            []bool
	Picked           []string // of that guess
	KeyPicked        []string
	PickedMeans      string
	Interaction      string
}

func TestWhatFormatsServe(t *testing.T) {
	scenariostest.Each(t, map[string]served{
		"best": {
			Scored: true, Outright: true, Marks: 0, Of: 1, Chance: 0.25, Interaction: "choice", KeyOf: []string{"", "best answer", "", ""}, WholeKey: "b",
			Yours: []string{"your answer", "", "", ""}, Right: []bool{false, false, false, false},
			Guess: []string{"a"}, Picked: []string{"a"}, KeyPicked: []string{"b"},
		},
		"choose": {
			Scored: true, Outright: true, Marks: 4, Of: 12, Chance: 0.375, Interaction: "choice", WholeKey: "a, d, f",
			KeyOf: []string{"should be chosen", "", "", "should be chosen", "", "should be chosen", "", ""},
			Yours: []string{"you chose it", "you chose it", "you chose it", "", "", "", "", ""},
			Right: []bool{true, false, false, false, false, false, false, false},
			Guess: []string{"a", "b", "c"}, Picked: []string{"a", "b", "c"}, KeyPicked: []string{"a", "d", "f"},
		},
		"rank": {
			Scored: true, Marks: 12, Of: 20, Chance: 0.6, Interaction: "sequencing", KeyOf: []string{"2nd", "4th", "1st", "5th", "3rd"},
			WholeKey: "c, a, e, b, d, the most appropriate first",
			Yours:    []string{"1st", "2nd", "3rd", "4th", "5th"}, Right: []bool{false, false, false, false, false},
			Guess: []string{"a", "b", "c", "d", "e"}, Picked: []string{"a"}, KeyPicked: []string{"c"},
			PickedMeans: "of a ranking, who put an option first",
		},
		"rate": {
			Scored: true, Marks: 6, Of: 16, Chance: 0.375, Interaction: "matching",
			KeyOf:    []string{"very appropriate", "very inappropriate", "appropriate but not ideal", "inappropriate but not awful"},
			WholeKey: "a 4, b 1, c 3, d 2, from 4 very appropriate to 1 very inappropriate",
			Yours:    []string{"very appropriate", "appropriate but not ideal", "inappropriate but not awful", "very inappropriate"},
			Right:    []bool{true, false, false, false},
			Guess:    []string{"a=4", "b=3", "c=2", "d=1"}, Picked: []string{"a"}, KeyPicked: []string{"a", "b", "c", "d"},
			PickedMeans: "of a rating, who rated it as the key has it",
		},
		"discuss": {
			Outright: true, Interaction: "choice", KeyOf: []string{"", "", ""},
			WholeKey: "none. There is no right answer: reasonable people differ.",
			Yours:    []string{"your view", "", ""}, Right: []bool{false, false, false}, Guess: []string{"a"}, Picked: []string{"a"},
		},
	}, func(t *testing.T, s *scenarios.Situation, want served) {
		f := s.Format
		guess := f.Guess(s, s.OptionIDs())
		m := f.Mark(s, guess)
		got := served{
			Marks: m.Marks, Of: m.Of, Chance: m.Chance, Scored: f.Scored(), Outright: f.Outright(), WholeKey: f.WholeKey(s), Guess: guess, Picked: f.Picked(s, guess),
			KeyPicked: f.Picked(s, s.Key), PickedMeans: f.PickedMeans(), Interaction: f.Interaction(),
		}
		for _, o := range m.Options {
			got.KeyOf, got.Yours, got.Right = append(got.KeyOf, f.KeyOf(s, o.ID)), append(got.Yours, o.Yours), append(got.Right, o.Right)
			if o.Key != f.KeyOf(s, o.ID) {
				t.Errorf("marked, the key says %q of %s", o.Key, o.ID)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// TestTheKeyEarnsEverything: in each format the key as an answer has full marks.
func TestTheKeyEarnsEverything(t *testing.T) {
	scenariostest.Each(t, map[string]float64{"best": 1, "choose": 12, "rank": 20, "rate": 16, "discuss": 0}, func(t *testing.T, s *scenarios.Situation, want float64) {
		if m := s.Format.Mark(s, s.Key); m.Marks != want || m.Of != want || s.Format.Available(s) != want {
			t.Errorf("the key earns %v of %v, of %v available; want %v", m.Marks, m.Of, s.Format.Available(s), want)
		}
	})
}
