package scenarios

import (
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
	} {
		t.Run(c.format+" "+c.line, func(t *testing.T) {
			n, key := 5, []string{"a"}
			if c.format == "choose" {
				n, key = 8, []string{"a", "b", "c"}
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
