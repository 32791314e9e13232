package tutor

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"probity/scenarios"
	"probity/tui/prose"
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

// TestWhatWasGivenUpGoesIntoNoFileOfItsOwn, where it could not be saved either: taken in, it would count.
func TestWhatWasGivenUpGoesIntoNoFileOfItsOwn(t *testing.T) {
	needsFiles(t, "a file is written")
	dir, elsewhere := t.TempDir(), t.TempDir()
	one := openAs(t, Options{Dir: dir, Rescue: []string{elsewhere}}, small(t), starting())
	a := sit(t, one)
	sit(t, open(t, dir, small(t)))
	one.Record.Bookmark("a-request")
	one.Record.Outdate()
	one.CatchUp()
	one.Record.file = full{one.Record.file}
	a.HandIn()
	var lost *NotKeptError
	if err := one.Leave(); !errors.As(err, &lost) || lost.Path == "" || !strings.Contains(lost.Message(), "Not lost: a bookmark; ") || lost.Lost.String() != "the handing in of an assessment" {
		t.Fatalf("it is said: %v", prose.Worded(err))
	}
	text, err := os.ReadFile(lost.Path)
	if err != nil || strings.Contains(string(text), "[[submit]]") || strings.Contains(string(text), "[[answer]]") {
		t.Errorf("%v, and the file holds\n%s", err, text)
	}
}
