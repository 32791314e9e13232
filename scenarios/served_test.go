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
	KeyOf            []string // by option
	WholeKey         string
	Yours            []string // by option, of somebody who guesses in the file's order
	Right            []bool
	Guess            []string
	Picked           []string // of that guess
	KeyPicked        []string
	PickedMeans      string
	Interaction      string
}

func TestWhatFormatsServe(t *testing.T) {
	scenariostest.Each(t, map[string]served{
		"best": {
			Scored: true, Outright: true, Interaction: "choice", KeyOf: []string{"", "best answer", "", ""}, WholeKey: "b",
			Yours: []string{"your answer", "", "", ""}, Right: []bool{false, false, false, false},
			Guess: []string{"a"}, Picked: []string{"a"}, KeyPicked: []string{"b"},
		},
		"choose": {
			Scored: true, Outright: true, Interaction: "choice", WholeKey: "a, d, f",
			KeyOf: []string{"one to choose", "", "", "one to choose", "", "one to choose", "", ""},
			Yours: []string{"you chose it", "you chose it", "you chose it", "", "", "", "", ""},
			Right: []bool{true, false, false, false, false, false, false, false},
			Guess: []string{"a", "b", "c"}, Picked: []string{"a", "b", "c"}, KeyPicked: []string{"a", "d", "f"},
		},
		"rank": {
			Scored: true, Interaction: "sequencing", KeyOf: []string{"2nd", "4th", "1st", "5th", "3rd"},
			WholeKey: "c, a, e, b, d, the most appropriate first",
			Yours:    []string{"1st", "2nd", "3rd", "4th", "5th"}, Right: []bool{false, false, false, false, false},
			Guess: []string{"a", "b", "c", "d", "e"}, Picked: []string{"a"}, KeyPicked: []string{"c"},
			PickedMeans: "of a ranking, who put an option first",
		},
		"rate": {
			Scored: true, Interaction: "matching",
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
		var order []string
		for _, o := range s.Options {
			order = append(order, o.ID)
		}
		guess := f.Guess(s, order)
		got := served{
			Scored: f.Scored(), Outright: f.Outright(), WholeKey: f.WholeKey(s), Guess: guess, Picked: f.Picked(s, guess),
			KeyPicked: f.Picked(s, s.Key), PickedMeans: f.PickedMeans(), Interaction: f.Interaction(),
		}
		for _, m := range f.Mark(s, guess).Options {
			got.KeyOf, got.Yours, got.Right = append(got.KeyOf, f.KeyOf(s, m.ID)), append(got.Yours, m.Yours), append(got.Right, m.Right)
			if m.Key != f.KeyOf(s, m.ID) {
				t.Errorf("marked, the key says %q of %s", m.Key, m.ID)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// TestTheKeyEarnsEverything: in each format the key as an answer is full marks, and what it says is asked of the right options.
func TestTheKeyEarnsEverything(t *testing.T) {
	p := scenariostest.Pack(t)
	for _, f := range scenarios.Formats() {
		s, ok := p.Bank.Situation(f.Name())
		if !ok {
			t.Errorf("%s has no situation to try", f.Name())
			continue
		}
		if m := f.Mark(s, s.Key); m.Marks != f.Available(s) || f.Scored() != (m.Of > 0) {
			t.Errorf("%s: the key earns %v of %v, scored %v", f.Name(), m.Marks, m.Of, f.Scored())
		}
	}
}
