package scenarios

import (
	"fmt"
	"slices"
	"testing"

	"probity/guidance/fuzztest"
)

// FuzzRead: a line that somebody types is an answer that can be marked, or is refused with a sentence and changes nothing; what was answered so is taken up again as
// it was.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a", "b c", "abcde", "4 3 1 2 4 3", "a4 b3 c1", "e,d,c,b,a", "A.", "aa", "aabcd", "aabbc", "ａ", "-1", "\xff", "a\x00b", "99999999999999999999"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		fuzztest.Within(t, len(line), 1)
		for _, s := range typed() {
			var order []string
			for _, o := range s.Options {
				order = append(order, o.ID)
			}
			a := s.Format.Begin(s, order)
			before := a.Chosen()
			if err := a.Read(line); err != nil {
				if !slices.Equal(a.Chosen(), before) || len(err.Error()) > 300 {
					t.Errorf("%s: %q is refused, and chooses %q: %v", s.Format.Name(), line, a.Chosen(), err)
				}
				continue
			}
			if chosen := slices.Sorted(slices.Values(a.Chosen())); len(slices.Compact(chosen)) != len(a.Chosen()) {
				t.Errorf("%s: %q chooses %q", s.Format.Name(), line, a.Chosen())
			}
			if a.Missing() != "" {
				t.Errorf("%s: %q is taken, and %s", s.Format.Name(), line, a.Missing())
			}
			if m := s.Format.Mark(s, a.Chosen()); m.Marks < 0 || m.Marks > m.Of {
				t.Errorf("%s: %q has %v of %v marks", s.Format.Name(), line, m.Marks, m.Of)
			}
			again := s.Format.Begin(s, order)
			again.Take(a.Chosen())
			if !slices.Equal(again.Chosen(), a.Chosen()) {
				t.Errorf("%s: %q is %q, and %q again", s.Format.Name(), line, a.Chosen(), again.Chosen())
			}
		}
	})
}

// typed is a situation of each format.
func typed() (all []*Situation) {
	for _, c := range []struct {
		format string
		n      int
		key    []string
	}{{"best", 4, []string{"a"}}, {"choose", 8, []string{"a", "b", "c"}}, {"rank", 5, []string{"c", "a", "e", "b", "d"}}, {"rate", 4, []string{"4", "3", "2", "1"}}, {"discuss", 3, nil}} {
		s := situationOf(c.format, c.n, c.key...)
		if s.Format == nil {
			panic(fmt.Sprint("there is no format ", c.format))
		}
		all = append(all, s)
	}
	return all
}
