package scenarios

import (
	"math"
	"slices"
	"testing"

	"probity/guidance"
)

// situationOf is a situation of a format with options a, b, c… and a key.
func situationOf(format string, options int, key ...string) *Situation {
	f, ok := FormatNamed(format)
	if !ok {
		panic("no format " + format)
	}
	s := &Situation{ID: "s", Format: f, Key: key, Topic: "boundaries", Principle: "p", Setting: guidance.Doctor, Jurisdictions: []guidance.Jurisdiction{guidance.UK}}
	for i := range options {
		s.Options = append(s.Options, Option{ID: Letter(i), Text: "text " + Letter(i)})
	}
	return s
}

// marked is a hand-worked case of marking.
type marked struct {
	name    string
	options int
	key     []string
	chosen  []string
	marks   float64
	of      float64
	right   bool // counts as right: at least 75 %
}

func checkMarked(t *testing.T, format string, cases []marked) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := situationOf(format, c.options, c.key...)
			m := s.Format.Mark(s, c.chosen)
			if m.Marks != c.marks || m.Of != c.of || m.Right() != c.right {
				t.Errorf("marked %v of %v, right %v; worked by hand: %v of %v, right %v", m.Marks, m.Of, m.Right(), c.marks, c.of, c.right)
			}
			sum := 0.0
			for _, o := range m.Options {
				sum += o.Marks
			}
			if sum != m.Marks || len(m.Options) != c.options {
				t.Errorf("the working of %d options adds up to %v, not %v", len(m.Options), sum, m.Marks)
			}
		})
	}
}

func TestBestGivesOneMarkOrNone(t *testing.T) {
	checkMarked(t, "best", []marked{
		{"the key", 5, []string{"c"}, []string{"c"}, 1, 1, true},
		{"another", 5, []string{"c"}, []string{"a"}, 0, 1, false},
		{"nothing", 5, []string{"c"}, nil, 0, 1, false},
		{"two answers are none", 5, []string{"c"}, []string{"a", "c"}, 0, 1, false},
		{"an option that is not there", 4, []string{"c"}, []string{"x"}, 0, 1, false},
	})
}

func TestChooseGivesFourForEachRightOne(t *testing.T) {
	key := []string{"a", "d", "f"}
	checkMarked(t, "choose", []marked{
		{"all three", 8, key, []string{"a", "d", "f"}, 12, 12, true},
		{"in another order", 8, key, []string{"f", "a", "d"}, 12, 12, true},
		{"two and a wrong one", 8, key, []string{"a", "d", "h"}, 8, 12, false},
		{"fewer is allowed", 8, key, []string{"d"}, 4, 12, false},
		{"none right", 8, key, []string{"b", "c", "h"}, 0, 12, false},
		{"more than asked scores nothing", 8, key, []string{"a", "b", "d", "f"}, 0, 12, false},
		{"nothing", 8, key, nil, 0, 12, false},
	})
}

func TestRankGivesFourLessTheDistance(t *testing.T) {
	key := []string{"c", "a", "e", "b", "d"}
	checkMarked(t, "rank", []marked{
		{"the key", 5, key, []string{"c", "a", "e", "b", "d"}, 20, 20, true},
		{"two neighbours exchanged", 5, key, []string{"a", "c", "e", "b", "d"}, 18, 20, true},
		{"the ends exchanged", 5, key, []string{"d", "a", "e", "b", "c"}, 12, 20, false},
		{"backwards", 5, key, []string{"d", "b", "e", "a", "c"}, 8, 20, false},
		{"one moved from last to first", 5, key, []string{"d", "c", "a", "e", "b"}, 12, 20, false},
		{"fifteen is right", 5, key, []string{"c", "e", "b", "a", "d"}, 16, 20, true},
		{"an order that is not whole", 5, key, []string{"c", "a"}, 0, 20, false},
	})
}

// TestAllOrdersOfARanking marks all 120: the totals are 8, 10, … 20, and their mean is twelve.
func TestAllOrdersOfARanking(t *testing.T) {
	s := situationOf("rank", 5, "a", "b", "c", "d", "e")
	totals, sum, n := map[float64]bool{}, 0.0, 0
	permute([]string{"a", "b", "c", "d", "e"}, func(order []string) {
		m := s.Format.Mark(s, order)
		totals[m.Marks] = true
		sum += m.Marks
		n++
	})
	same(t, sum/float64(n), 12)
	same(t, s.Format.Chance(s)*s.Format.Available(s), 12)
	for want := 8.0; want <= 20; want += 2 {
		if !totals[want] {
			t.Errorf("no order gets %v", want)
		}
		delete(totals, want)
	}
	if n != 120 || len(totals) > 0 {
		t.Errorf("%d orders; other totals: %v", n, totals)
	}
}

func permute(list []string, visit func([]string)) {
	var step func(int)
	step = func(k int) {
		if k == len(list) {
			visit(list)
			return
		}
		for i := k; i < len(list); i++ {
			list[k], list[i] = list[i], list[k]
			step(k + 1)
			list[k], list[i] = list[i], list[k]
		}
	}
	step(0)
}

func TestRateGivesFourExactAndTwoBeside(t *testing.T) {
	key := []string{"a=4", "b=3", "c=2", "d=1"}
	checkMarked(t, "rate", []marked{
		{"the key", 4, key, []string{"a=4", "b=3", "c=2", "d=1"}, 16, 16, true},
		{"each beside, on its side", 4, key, []string{"a=3", "b=4", "c=1", "d=2"}, 8, 16, false},
		{"each over the middle", 4, key, []string{"a=2", "b=2", "c=3", "d=3"}, 0, 16, false},
		{"all very appropriate", 4, key, []string{"a=4", "b=4", "c=4", "d=4"}, 6, 16, false},
		{"one not rated", 4, key, []string{"a=4", "b=3", "c=2"}, 12, 16, true},
		{"three quarters", 4, key, []string{"a=3", "b=4", "c=2", "d=1"}, 12, 16, true},
		{"nonsense", 4, key, []string{"a", "b=9", "=4", "z=1"}, 0, 16, false},
	})
}

// TestNoConstantRatingBeatsChance: over keys, the same rating throughout, and one at random, average 37.5 %.
func TestNoConstantRatingBeatsChance(t *testing.T) {
	constant, random := make([]float64, 5), 0.0
	for key := 1; key <= 4; key++ {
		for answer := 1; answer <= 4; answer++ {
			constant[answer] += ratingMarks(answer, key) / 4
			random += ratingMarks(answer, key) / 16
		}
	}
	for answer := 1; answer <= 4; answer++ {
		same(t, constant[answer]/rateMark, 0.375)
	}
	same(t, random/rateMark, 0.375)
}

func TestADiscussionHasNoMarks(t *testing.T) {
	checkMarked(t, "discuss", []marked{{"any view", 4, nil, []string{"b"}, 0, 0, false}})
	if score := ScoreOf("discuss", (discuss{}).Mark(situationOf("discuss", 4), []string{"b"})); score != (Score{}) {
		t.Errorf("it counts as %+v", score)
	}
}

// TestChanceIsTheMeanOfEveryAnswer works chance out from every possible answer, which is what the figure claims to be.
func TestChanceIsTheMeanOfEveryAnswer(t *testing.T) {
	t.Run("best of five", func(t *testing.T) {
		s := situationOf("best", 5, "b")
		sum := 0.0
		for _, o := range s.Options {
			sum += s.Format.Mark(s, []string{o.ID}).Marks
		}
		same(t, sum/5, s.Format.Chance(s)*s.Format.Available(s))
		same(t, s.Format.Chance(s), 0.2)
	})
	t.Run("three of eight", func(t *testing.T) {
		s := situationOf("choose", 8, "a", "d", "f")
		sum, n := 0.0, 0.0
		for i := range 8 {
			for j := range i {
				for k := range j {
					sum += s.Format.Mark(s, []string{Letter(i), Letter(j), Letter(k)}).Marks
					n++
				}
			}
		}
		same(t, sum/n, 4.5)
		same(t, s.Format.Chance(s), 0.375)
	})
}

func same(t *testing.T, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRightIsThreeQuartersOfTheMarks(t *testing.T) {
	for _, c := range []struct {
		marks, of float64
		right     bool
	}{{1, 1, true}, {0, 1, false}, {9, 12, true}, {8, 12, false}, {15, 20, true}, {14, 20, false}, {0, 0, false}} {
		if got := (Marking{Marks: c.marks, Of: c.of}).Right(); got != c.right {
			t.Errorf("%v of %v is right: %v, want %v", c.marks, c.of, got, c.right)
		}
	}
}

func TestFlawsOfOptionsAndKey(t *testing.T) {
	for _, c := range []struct {
		name    string
		format  string
		options int
		key     []string
		flaws   []string // fields
	}{
		{"a sound best", "best", 5, []string{"b"}, nil},
		{"best of four", "best", 4, []string{"b"}, nil},
		{"best of three", "best", 3, []string{"b"}, []string{"option"}},
		{"two keys for best", "best", 5, []string{"a", "b"}, []string{"key"}},
		{"no key for best", "best", 5, nil, []string{"key"}},
		{"a key that is no option", "best", 5, []string{"z"}, []string{"key"}},
		{"a sound choose", "choose", 8, []string{"a", "b", "c"}, nil},
		{"one key for choose", "choose", 8, []string{"a"}, []string{"key"}},
		{"too many keys for choose", "choose", 8, []string{"a", "b", "c", "d", "e"}, []string{"key"}},
		{"a key twice", "choose", 8, []string{"a", "a", "b"}, []string{"key"}},
		{"a sound rank", "rank", 5, []string{"c", "a", "e", "b", "d"}, nil},
		{"a gap in the ranking", "rank", 5, []string{"c", "a", "e", "b"}, []string{"key"}},
		{"a tie in the ranking", "rank", 5, []string{"c", "a", "e", "b", "b"}, []string{"key"}},
		{"four to rank", "rank", 4, []string{"c", "a", "b", "d"}, []string{"option"}},
		{"a sound rate", "rate", 4, []string{"a=4", "b=3", "c=2", "d=1"}, nil},
		{"an option without a rating", "rate", 4, []string{"a=4", "b=3", "c=2"}, []string{"key"}},
		{"a rating out of range", "rate", 4, []string{"a=4", "b=3", "c=2", "d=5"}, []string{"key"}},
		{"an option rated twice", "rate", 4, []string{"a=4", "b=3", "c=2", "d=1", "d=2"}, []string{"key"}},
		{"a rating of no option", "rate", 4, []string{"a=4", "b=3", "c=2", "d=1", "x=2"}, []string{"key"}},
		{"three to rate", "rate", 3, []string{"a=4", "b=3", "c=2"}, []string{"option"}},
		{"a sound discussion", "discuss", 4, nil, nil},
		{"a discussion with a key", "discuss", 4, []string{"a"}, []string{"key"}},
		{"too many options", "choose", 9, []string{"a", "b", "c"}, []string{"option"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := situationOf(c.format, c.options, c.key...)
			var fields []string
			for _, f := range s.Format.Check(s) {
				if f.Problem == "" || f.Mend == "" {
					t.Errorf("a flaw of %s says %q and how to mend it %q", f.Field, f.Problem, f.Mend)
				}
				fields = append(fields, f.Field)
			}
			if !slices.Equal(fields, c.flaws) {
				t.Errorf("flaws in %v, want %v", fields, c.flaws)
			}
		})
	}
}
