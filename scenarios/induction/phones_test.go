package induction

import (
	"strings"
	"testing"

	"probity/scenarios/induction/box"
)

// TestHandsAndPhonesAreCountedTogether: each in place of what it was before, and no more of both than there are people.
func TestHandsAndPhonesAreCountedTogether(t *testing.T) {
	r := open(t, "best")
	if err := r.press("> > phones:aab c:2 phones:aaab"); err != nil {
		t.Fatal(err)
	}
	if got := r.s.poll(); got.Votes["a"] != 3 || got.Votes["b"] != 1 || got.Votes["c"] != 2 || got.Phones["a"] != 3 || r.s.HandsFor("a") != 0 || r.s.NotVoted() != 4 {
		t.Errorf("%+v", got)
	}
	err := r.press("a:5")
	if err == nil || !strings.Contains(err.Error(), "11 votes from 10 people") {
		t.Errorf("five more hands: %v", err)
	}
	if err := r.press("x > > phones:ab moved >"); err == nil {
		t.Fatal("the second vote is left with hands missing, and nothing is said")
	}
	if err := r.press("x"); err != nil {
		t.Fatal(err)
	}
	if tally, shown := r.s.Spread(); !shown || tally.Flow.Moves[0] != (box.Move{From: "b", To: "a", Phones: 5}) {
		t.Errorf("%+v", tally)
	}
}
