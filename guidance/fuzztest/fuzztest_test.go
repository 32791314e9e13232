package fuzztest

import (
	"slices"
	"testing"
	"time"
	"unicode/utf8"
)

// round is a test that is watched, and what is said of it.
type round struct {
	testing.TB
	last func()
	said []any
}

func (*round) Helper()               {}
func (r *round) Cleanup(last func()) { r.last = last }
func (r *round) Error(said ...any)   { r.said = append(r.said, said...) }

// TestWhatTakesTooLongIsEndedAndFails, and what does not is left alone.
func TestWhatTakesTooLongIsEndedAndFails(t *testing.T) {
	r, ended := &round{TB: t}, make(chan string)
	watch(r, time.Millisecond, func(said string) { ended <- said })
	for work := true; work; {
		select {
		case said := <-ended:
			work = said != late(time.Millisecond)
		default:
		}
	}
	if r.last(); len(r.said) == 0 {
		t.Error("what came to its end too late passes")
	}
	r = &round{TB: t}
	watch(r, time.Hour, func(string) { t.Error("it was ended") })
	if r.last(); len(r.said) > 0 {
		t.Error(r.said...)
	}
}

// TestHeavyTextsAreAsLongAsTheyShouldBe: a bomb that is cut off too short is none.
func TestHeavyTextsAreAsLongAsTheyShouldBe(t *testing.T) {
	want := short
	if asked() {
		want = long
	}
	all := slices.Collect(Heavy())
	for _, s := range all {
		if len(s) < want-40 || len(s) > want+64 {
			t.Errorf("%d bytes: %.20q", len(s), s)
		}
	}
	if len(all) < 100 || !slices.ContainsFunc(all, func(s string) bool { return !utf8.ValidString(s) }) {
		t.Errorf("there are %d", len(all))
	}
	if Limit(long) > 2*least || Limit(0) != least {
		t.Errorf("a long one has %v", Limit(long))
	}
}
