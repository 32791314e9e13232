package scenarios

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestAttempts plays picks, by place in the order shown, and looks at the answer they come to.
func TestAttempts(t *testing.T) {
	order := []string{"c", "a", "e", "b", "d", "h", "g", "f"}
	for _, c := range []struct {
		name   string
		format string
		key    []string
		picks  []int
		want   string
		ready  bool
	}{
		{"nothing picked", "best", []string{"a"}, nil, "", false},
		{"one picked", "best", []string{"a"}, []int{1}, "a", true},
		{"another takes its place", "best", []string{"a"}, []int{1, 3}, "b", true},
		{"the same again stays", "best", []string{"a"}, []int{1, 1}, "a", true},
		{"out of range is nothing", "best", []string{"a"}, []int{9, -1}, "", false},
		{"two of three", "choose", []string{"a", "b", "c"}, []int{0, 4}, "c d", true},
		{"toggled off", "choose", []string{"a", "b", "c"}, []int{0, 4, 0}, "d", true},
		{"a fourth is not taken", "choose", []string{"a", "b", "c"}, []int{0, 1, 2, 3}, "a c e", true},
		{"room again after giving one up", "choose", []string{"a", "b", "c"}, []int{0, 1, 2, 0, 3}, "a b e", true},
		{"none", "choose", []string{"a", "b", "c"}, []int{0, 0}, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := 5
			if c.format == "choose" {
				n = 8
			}
			s := situationOf(c.format, n, c.key...)
			a := s.Format.Begin(s, order[:n])
			for _, i := range c.picks {
				a.Pick(i)
			}
			if got := strings.Join(a.Chosen(), " "); got != c.want {
				t.Errorf("chosen %q, want %q", got, c.want)
			}
			if ready := a.Missing() == ""; ready != c.ready {
				t.Errorf("ready %v (%q), want %v", ready, a.Missing(), c.ready)
			}
		})
	}
}

// TestRankingByMoves shifts and numbers options, by line, and looks at the order they come to.
func TestRankingByMoves(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(Attempt) int
		want string
		line int // where the option went
	}{
		{"as shown", func(a Attempt) int { return 0 }, "c a e b d", 0},
		{"down one", func(a Attempt) int { return a.Shift(0, 1) }, "a c e b d", 1},
		{"up one", func(a Attempt) int { return a.Shift(2, -1) }, "c e a b d", 1},
		{"up from the top stays", func(a Attempt) int { return a.Shift(0, -1) }, "c a e b d", 0},
		{"down from the bottom stays", func(a Attempt) int { return a.Shift(4, 1) }, "c a e b d", 4},
		{"to the first place", func(a Attempt) int { return a.Number(4, 1) }, "d c a e b", 0},
		{"to the last place", func(a Attempt) int { return a.Number(0, 5) }, "a e b d c", 4},
		{"to no place", func(a Attempt) int { return a.Number(0, 6) }, "c a e b d", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := situationOf("rank", 5, "a", "b", "c", "d", "e")
			a := s.Format.Begin(s, []string{"c", "a", "e", "b", "d"})
			if line := c.do(a); line != c.line || strings.Join(a.Chosen(), " ") != c.want {
				t.Errorf("line %d of %v, want %d of %s", line, a.Chosen(), c.line, c.want)
			}
			for i, l := range a.Lines() {
				if want := Letter(slices.Index([]string{"c", "a", "e", "b", "d"}, l.ID)); l.Letter != want || l.Mark != fmt.Sprintf("%d. ", i+1) {
					t.Errorf("line %d is %+v, want letter %s", i, l, want)
				}
			}
		})
	}
}

func TestRatingByNumbers(t *testing.T) {
	s := situationOf("rate", 4, "a=4", "b=3", "c=2", "d=1")
	a := s.Format.Begin(s, []string{"b", "a", "d", "c"})
	for _, step := range []struct{ line, number, next int }{{0, 4, 1}, {1, 9, 1}, {1, 1, 2}, {3, 2, 2}} {
		if next := a.Number(step.line, step.number); next != step.next {
			t.Errorf("after line %d comes %d, want %d", step.line, next, step.next)
		}
	}
	if a.Missing() == "" {
		t.Error("ready although one is not rated")
	}
	if a.Number(2, 3); a.Missing() != "" || strings.Join(a.Chosen(), " ") != "a=1 b=4 c=2 d=3" {
		t.Errorf("chosen %v, missing %q", a.Chosen(), a.Missing())
	}
}

// TestTypedAnswers reads lines as linear mode does; letters mean places in the order shown.
func TestTypedAnswers(t *testing.T) {
	order := []string{"c", "a", "e", "b", "d", "h", "g", "f"}
	for _, c := range []struct {
		format, line, want, err string
	}{
		{"best", "b", "a", ""},
		{"best", " B ", "a", ""},
		{"best", "", "", "one letter"},
		{"best", "ab", "", "one letter"},
		{"best", "f", "", "letters a to e"},
		{"best", "4", "", "letters a to e"},
		{"choose", "acf", "c e h", ""},
		{"choose", "a, c, f", "c e h", ""},
		{"choose", "aa", "c", ""},
		{"choose", "abcd", "", "three different letters"},
		{"choose", "", "", "three different letters"},
		{"choose", "az", "", "letters a to h"},
		{"rank", "bacde", "a c e b d", ""},
		{"rank", "b, a, c, d, e", "a c e b d", ""},
		{"rank", "bacd", "c a e b d", "every letter once"},
		{"rank", "bbcde", "c a e b d", "every letter once"},
		{"rate", "43124", "a=3 b=2 c=4 d=4 e=1", ""},
		{"rate", "4 3 1 2 4", "a=3 b=2 c=4 d=4 e=1", ""},
		{"rate", "b3 a4 c1 d2 e4", "a=3 b=2 c=4 d=4 e=1", ""},
		{"rate", "4312", "", "five numbers from 4 to 1"},
		{"rate", "431245", "", "five numbers from 4 to 1"},
		{"rate", "43125", "", "five numbers from 4 to 1"},
		{"rate", "", "", "five numbers from 4 to 1"},
		{"discuss", "b", "a", ""},
	} {
		t.Run(c.format+" "+c.line, func(t *testing.T) {
			n, key := 5, []string{"a"}
			switch c.format {
			case "choose":
				n, key = 8, []string{"a", "b", "c"}
			case "rank":
				key = []string{"a", "b", "c", "d", "e"}
			}
			s := situationOf(c.format, n, key...)
			a := s.Format.Begin(s, order[:n])
			err := a.Read(c.line)
			switch {
			case c.err == "" && err != nil:
				t.Errorf("refused: %v", err)
			case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
				t.Errorf("error %v, want one that says %q", err, c.err)
			}
			if got := a.Chosen(); !slices.Equal(got, strings.Fields(c.want)) {
				t.Errorf("chosen %v, want %q", got, c.want)
			}
		})
	}
}

func TestARefusedLineLeavesTheAnswerAsItWas(t *testing.T) {
	s := situationOf("choose", 8, "a", "b", "c")
	a := s.Format.Begin(s, Shuffle(s, 1))
	if err := a.Read("ab"); err != nil {
		t.Fatal(err)
	}
	before := a.Chosen()
	if err := a.Read("xyz"); err == nil {
		t.Fatal("xyz was taken")
	}
	if !slices.Equal(a.Chosen(), before) {
		t.Errorf("chosen %v after a refused line, was %v", a.Chosen(), before)
	}
}
