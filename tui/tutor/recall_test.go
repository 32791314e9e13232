package tutor

import (
	"slices"
	"testing"

	"probity/progress"
	"probity/scenarios"
)

func TestAnEarlierAnswerIsRecalledAsItWasMarked(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir, small(t))
	p := begin(t, first, Selection{Only: "an-order"})
	give(t, p, scenarios.VerySure, "b", "d", "a", "c", "e")
	shown := p.Sitting.Attempt().Lines()
	a := first.Record.History().Answers()[0]
	if note := first.Library.Reworded(a); note != "" {
		t.Errorf("unchanged, it is said to be reworded: %q", note)
	}
	tutor := open(t, dir, without(t, "a-request", "an-order"))
	out, lines, ok := tutor.Progress.Recall(a)
	if !ok || out.Marking.Marks != 20 || out.Marking.Of != 20 || out.Sure != scenarios.VerySure || out.Undone || !slices.Equal(lines, shown) {
		t.Errorf("recalled as %+v with %+v", out, lines)
	}
	if note := tutor.Library.Reworded(a); note != "It has been reworded since: you see revision 2, and the marks are those of revision 1." {
		t.Errorf("reworded, it says %q", note)
	}
	gone := progress.Answer{Scenario: "a-request", Revision: 1}
	if _, _, ok := tutor.Progress.Recall(gone); ok || tutor.Library.Reworded(gone) != "" || tutor.Library.TitleOf("a-request") != "a-request (no longer in the library)" {
		t.Error("what is gone is recalled")
	}
	if err := p.TakeBack(); err != nil {
		t.Fatal(err)
	}
	flush(t, first)
	if out, _, _ := first.Progress.Recall(a); !out.Undone {
		t.Error("what was taken back is recalled as if it counted")
	}
}
