package scenarios

import (
	"strings"
	"testing"
	"time"
)

// words is a text of so many words.
func words(n int) string { return strings.Repeat("word ", n) }

func TestALengthIsReadingAndAnswering(t *testing.T) {
	s := &Situation{Format: best{}, Lead: words(100), Facts: words(20), Ask: words(10), Options: []Option{{Text: words(24), Why: words(24)}, {Text: words(12), Why: words(24)}}}
	if got, want := s.Length(), 250*time.Minute/wordsPerMinute+15*time.Second; got != want {
		t.Errorf("250 words and one choice: %v, want %v", got, want)
	}
	if got, want := s.TurnLength(), 104*time.Minute/wordsPerMinute+15*time.Second; got != want {
		t.Errorf("as a turn: %v, want %v", got, want)
	}
	alone := &Situation{Format: best{}, Stem: words(120), Ask: s.Ask, Options: s.Options}
	if alone.Length() != s.Length() {
		t.Errorf("told alone it takes %v, as a variant %v", alone.Length(), s.Length())
	}
	more := *s
	more.Format = rank{}
	if more.Length() <= s.Length() {
		t.Error("a ranking takes no longer than one choice")
	}
}

func TestAPaceIsTheLearnersOwn(t *testing.T) {
	took := func(n int, factor float64) []Timing {
		var out []Timing
		for range n {
			out = append(out, Timing{time.Minute, time.Duration(factor * float64(time.Minute))})
		}
		return out
	}
	for name, c := range map[string]struct {
		timings []Timing
		want    float64
	}{
		"nothing yet":              {nil, 1},
		"too few to say":           {took(5, 1.5), 1},
		"enough":                   {took(6, 1.5), 1.5},
		"one phone call":           {append(took(6, 0.75), took(2, 20)...), 0.75},
		"answers without a time":   {append(took(5, 1.5), took(3, 0)...), 1},
		"clicked through":          {took(9, 0.01), 0.5},
		"always called away":       {took(9, 9), 2},
		"expected to take no time": {[]Timing{{0, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}}, 1},
	} {
		if got := Pace(c.timings); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
