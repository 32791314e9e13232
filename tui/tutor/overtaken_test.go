package tutor

import (
	"slices"
	"strings"
	"testing"

	"probity/scenarios"
)

// TestAnAssessmentThatWasGivenUpInAnotherWindow is gone on with no more: what is done there is refused as it is saved, and that is said once, with
// what happened.
func TestAnAssessmentThatWasGivenUpInAnotherWindow(t *testing.T) {
	for name, c := range map[string]struct {
		does func(*Tutor, *Assessment)
		said string
	}{
		"an answer":      {func(one *Tutor, a *Assessment) { put(t, one, a, "a-thread", scenarios.FairlySure, "a", "b", "e") }, givenUp},
		"a mark":         {func(_ *Tutor, a *Assessment) { a.Flag() }, givenUp},
		"handing in":     {func(_ *Tutor, a *Assessment) { a.HandIn() }, notHandedIn},
		"leaving":        {func(_ *Tutor, a *Assessment) { a.Close() }, givenUp},
		"nothing at all": {func(one *Tutor, _ *Assessment) { one.Record.Outdate(); one.CatchUp() }, givenUp},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			one := open(t, dir, small(t))
			a := sit(t, one)
			put(t, one, a, "a-request", scenarios.FairlySure, "b")
			other := open(t, dir, small(t))
			b := sit(t, other)
			one.Notices()
			c.does(one, a)
			flush(t, one)
			if !a.GivenUp() || b.GivenUp() {
				t.Errorf("given up are %v and %v", a.GivenUp(), b.GivenUp())
			}
			if said := one.Notices(); !slices.Equal(said, []string{c.said}) {
				t.Errorf("said is %q", said)
			}
			again := open(t, dir, small(t))
			h := again.Record.History()
			if sat, _ := h.Assessment(a.ID()); len(sat.Answers) != 1 || len(sat.Flagged) != 0 || !sat.Submitted.IsZero() {
				t.Errorf("the one given up is %+v", sat)
			}
			if left, ok := again.Assessments.Unfinished(); !ok || left.Sitting.ID != b.ID() {
				t.Errorf("what can be carried on is %+v", left)
			}
		})
	}
}

// TestTwoWindowsBeginAnAssessmentAtOnce: the second is not begun, since nobody was asked whether to give up the first, and what was answered in the
// meantime goes with it. One that was asked about is begun.
func TestTwoWindowsBeginAnAssessmentAtOnce(t *testing.T) {
	dir := t.TempDir()
	one, other := open(t, dir, small(t)), open(t, dir, small(t))
	flush(t, one)
	a := sit(t, one)
	draft, _ := other.Assessments.Preview()
	b := other.Assessments.Begin(draft) // other knows nothing of a yet
	b.Flag()
	flush(t, other)
	b.HandIn()
	flush(t, other)
	if said := other.Notices(); !b.GivenUp() || a.GivenUp() || !slices.Equal(said, []string{begunAlready}) {
		t.Errorf("given up are %v and %v, and said is %q", b.GivenUp(), a.GivenUp(), said)
	}
	if left, ok := other.Assessments.Unfinished(); !ok || left.Sitting.ID != a.ID() || len(other.Record.History().Assessments()) != 1 {
		t.Errorf("what can be carried on is %+v", left)
	}
	c := sit(t, other) // gives a up, as was agreed
	if flush(t, one); c.GivenUp() || strings.Join(other.Notices(), "") != "" {
		t.Error("an assessment that gives up the one that is open is not begun")
	}
}
