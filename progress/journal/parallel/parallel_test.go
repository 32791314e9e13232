package parallel

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

// counting hands over the numbers below n, and then ends with an error.
func counting(n int, end error) func(func(int) error) error {
	return func(deliver func(int) error) error {
		for i := range n {
			if err := deliver(i); err != nil {
				return err
			}
		}
		return end
	}
}

func TestEverythingIsTakenInOrder(t *testing.T) {
	for _, many := range []int{1, 2, 7, 100} {
		for _, n := range []int{0, 1, 2, 6, 7, 8, 99, 100, 101, 1000} {
			var got, want []string
			for i := range n {
				want = append(want, fmt.Sprint(i))
			}
			made := func(i int) (string, error) { return fmt.Sprint(i), nil }
			take := func(s string) error { got = append(got, s); return nil }
			if err := InOrder(many, counting(n, nil), made, take); err != nil || !slices.Equal(got, want) {
				t.Errorf("%d at a time of %d: %v, %v", many, n, got, err)
			}
			if all := All(got, func(s string) string { return s + "!" }); len(all) != n || n > 0 && (all[0] != "0!" || all[n-1] != fmt.Sprint(n-1)+"!") {
				t.Errorf("all of %d: %v", n, all)
			}
		}
	}
}

// TestTheFirstErrorEndsIt, and what came before it is taken.
func TestTheFirstErrorEndsIt(t *testing.T) {
	wrong := errors.New("wrong")
	for _, where := range []string{"source", "made", "take"} {
		var taken []int
		fails := func(at string, i int) error {
			if where == at && i >= 25 {
				return fmt.Errorf("%d: %w", i, wrong)
			}
			return nil
		}
		source := counting(1000, nil)
		if where == "source" {
			source = counting(25, wrong)
		}
		err := InOrder(10, source,
			func(i int) (int, error) { return i, fails("made", i) },
			func(i int) error {
				if err := fails("take", i); err != nil {
					return err
				}
				taken = append(taken, i)
				return nil
			})
		if !errors.Is(err, wrong) || len(taken) != 25 || where != "source" && err.Error() != "25: wrong" {
			t.Errorf("%s: %v after %d", where, err, len(taken))
		}
	}
}

func TestNoMoreIsHeldThanIsMadeAtATime(t *testing.T) {
	given, taken := 0, 0
	source := func(deliver func(int) error) error {
		for i := range 100 {
			if given++; given-taken > 10 {
				return fmt.Errorf("%d were given and %d taken", given, taken)
			}
			if err := deliver(i); err != nil {
				return err
			}
		}
		return nil
	}
	if err := InOrder(10, source, func(i int) (int, error) { return i, nil }, func(int) error { taken++; return nil }); err != nil || taken != 100 {
		t.Errorf("%v, %d taken", err, taken)
	}
}
