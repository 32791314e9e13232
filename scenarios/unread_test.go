package scenarios

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// family makes a situation of each key.
func family(format string, options int, keys ...string) []*Situation {
	var all []*Situation
	for _, key := range keys {
		all = append(all, situationOf(format, options, strings.Fields(key)...))
	}
	return all
}

// mean is what an answer earns over situations, as share above chance.
func mean(all []*Situation, chosen []string) float64 {
	sum := 0.0
	for _, s := range all {
		sum += s.Format.Mark(s, chosen).Share()
	}
	return sum / float64(len(all))
}

// TestWhatAFixedAnswerEarns: these values follow from the marks alone.
func TestWhatAFixedAnswerEarns(t *testing.T) {
	for name, c := range map[string]struct {
		all  []*Situation
		want float64 // per cent
	}{
		"three different keys of five":       {family("best", 5, "a", "b", "c"), 16.7},
		"two keys of four":                   {family("best", 4, "a", "b"), 33.3},
		"one of four keys comes twice":       {family("best", 5, "a", "b", "c", "a"), 37.5},
		"a choice with one in common":        {family("choose", 8, "a b c", "a d e"), 46.7},
		"a choice with none in common":       {family("choose", 8, "a b c", "d e f"), 20},
		"two rankings at distance 4":         {family("rank", 5, "a b c d e", "b a d c e"), 75},
		"two rankings at distance 8":         {family("rank", 5, "a b c d e", "c d a b e"), 50},
		"two rankings at distance 10":        {family("rank", 5, "a b c d e", "c e a b d"), 37.5},
		"a reversal, at distance 12":         {family("rank", 5, "a b c d e", "e d c b a"), 25},
		"ratings, five of six cross":         {family("rate", 6, "a=4 b=4 c=4 d=4 e=1 f=4", "a=1 b=1 c=1 d=1 e=4 f=4"), 33.3},
		"ratings, four of six cross":         {family("rate", 6, "a=4 b=4 c=4 d=4 e=1 f=4", "a=1 b=1 c=1 d=1 e=1 f=4"), 46.7},
		"one crosses, one moves by one step": {family("rate", 4, "a=4 b=4 c=1 d=1", "a=1 b=3 c=1 d=1"), 70},
		"the same key throughout":            {family("best", 4, "a", "a"), 100},
	} {
		t.Run(name, func(t *testing.T) {
			chosen := c.all[0].Format.Fixed(c.all)
			if got := 100 * mean(c.all, chosen); math.Abs(got-c.want) > 0.05 {
				t.Errorf("%v earns %.1f %%, want %.1f", chosen, got, c.want)
			}
		})
	}
}

// TestNoFixedAnswerEarnsMore than the one that is found, whatever the keys: every answer is tried.
func TestNoFixedAnswerEarnsMore(t *testing.T) {
	every := map[string]func(s *Situation) [][]string{
		"best": func(s *Situation) [][]string { return subsets(s.OptionIDs(), 1) },
		"choose": func(s *Situation) [][]string {
			return slices.Concat(subsets(s.OptionIDs(), 1), subsets(s.OptionIDs(), 2), subsets(s.OptionIDs(), 3))
		},
		"rank": func(s *Situation) [][]string { return orders(s.OptionIDs()) },
		"rate": func(s *Situation) [][]string { return everyRating(s.OptionIDs()) },
	}
	for format, options := range map[string]int{"best": 5, "choose": 7, "rank": 5, "rate": 4} {
		t.Run(format, rapid.MakeCheck(func(t *rapid.T) {
			var all []*Situation
			for i := range rapid.IntRange(2, 4).Draw(t, "variants") {
				s := situationOf(format, options)
				answers := every[format](s)
				s.Key = answers[rapid.IntRange(0, len(answers)-1).Draw(t, fmt.Sprint("key ", i))]
				if format == "choose" {
					s.Key = subsets(s.OptionIDs(), 3)[rapid.IntRange(0, 34).Draw(t, fmt.Sprint("three ", i))]
				}
				all = append(all, s)
			}
			earned := mean(all, all[0].Format.Fixed(all))
			for _, chosen := range every[format](all[0]) {
				if more := mean(all, chosen); more > earned+1e-9 {
					t.Fatalf("%v earns %v, the answer found %v", chosen, more, earned)
				}
			}
		}))
	}
}

func everyRating(ids []string) [][]string {
	if len(ids) == 0 {
		return [][]string{nil}
	}
	var out [][]string
	for n := 1; n <= 4; n++ {
		for _, rest := range everyRating(ids[1:]) {
			out = append(out, append([]string{fmt.Sprintf("%s=%d", ids[0], n)}, rest...))
		}
	}
	return out
}

// TestWhoeverAssumesThatItTurns gives these answers.
func TestWhoeverAssumesThatItTurns(t *testing.T) {
	for format, c := range map[string]struct {
		seen *Situation
		want string
	}{
		"best":    {situationOf("best", 4, "b"), "[[a] [c] [d]]"},
		"choose":  {situationOf("choose", 6, "a", "b", "c"), "[[d e f]]"},
		"rank":    {situationOf("rank", 5, "c", "a", "e", "b", "d"), "[[d b e a c]]"},
		"rate":    {situationOf("rate", 4, "a=4", "b=1", "c=3", "d=2"), "[[a=1 b=4 c=2 d=3]]"},
		"discuss": {situationOf("discuss", 3), "[]"},
	} {
		if got := fmt.Sprint(c.seen.Format.Turned(c.seen)); got != c.want {
			t.Errorf("%s: %s, want %s", format, got, c.want)
		}
	}
	if n := len(situationOf("choose", 8, "a", "b", "c").Format.Turned(situationOf("choose", 8, "a", "b", "c"))); n != 10 {
		t.Errorf("three of the other five are %d choices, want 10", n)
	}
	if few := situationOf("choose", 5, "a", "b", "c"); fmt.Sprint(few.Format.Turned(few)) != "[[d e]]" {
		t.Errorf("of two that are left: %v", few.Format.Turned(few))
	}
}
