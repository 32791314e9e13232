package induction

import (
	"slices"
	"testing"
)

// TestLessonsAreThoseWhoseAnswerWasSeen: each once, in the order in which they were met.
func TestLessonsAreThoseWhoseAnswerWasSeen(t *testing.T) {
	r := open(t, "best", "rate", "discuss")
	if met := r.s.Lessons(); met != nil {
		t.Errorf("before anything %v was met", met)
	}
	if err := r.press("> > b:10 > > > b:10 > close"); err != nil || r.s.Lessons() != nil {
		t.Errorf("before the answer %v was met, %v", r.s.Lessons(), err)
	}
	if err := r.press("jump:1 > > x > > x > close"); err != nil {
		t.Fatal(err)
	}
	if met := r.s.Lessons(); !slices.Equal(met, []string{"The lesson."}) {
		t.Errorf("met is %q", met)
	}
}

// TestTheFistIsNoSituations: its count leaves every situation's as it was, and is shown at the end.
func TestTheFistIsNoSituations(t *testing.T) {
	r := open(t, "best", "rate")
	if err := r.press("> > a:10 close > 5:4 0:5 abstain:1 >"); err != nil || !r.s.HasEnded() {
		t.Fatalf("at %s: %v", r.stands(), err)
	}
	fist, ok := r.s.FistToFive()
	if !ok || fist.Bars[0].Label != "5" || fist.Bars[0].Before != 4 || fist.Before.Abstained != 1 || len(r.s.Shifts()) != 1 || r.s.Shifts()[0].Before.Hands() != 10 {
		t.Errorf("the fist is %+v, %v, and the shifts %+v", fist, ok, r.s.Shifts())
	}
}

// TestEveryStepHasItsWords: no step is without a title and a cue, and no two are called the same.
func TestEveryStepHasItsWords(t *testing.T) {
	titles := map[string]bool{}
	for _, s := range all() {
		if s.Title() == "" || s.Cue() == "" || titles[s.Title()] {
			t.Errorf("%s is called %q, with the cue %q", s, s.Title(), s.Cue())
		}
		titles[s.Title()] = true
	}
	if Step("lunch").Title() != "" {
		t.Error("a step that there isn't has a title")
	}
}
