// What a window takes in of what another saved in the same assessment, and what waits to be saved.

package tutor

import (
	"testing"

	"probity/scenarios"
)

// TestAWindowTakesInWhatAnotherAnswered in the same assessment: before it lists, and before it hands in.
func TestAWindowTakesInWhatAnotherAnswered(t *testing.T) {
	dir := t.TempDir()
	one := open(t, dir, small(t))
	a := sit(t, one)
	two := open(t, dir, small(t))
	left, _ := two.Assessments.Unfinished()
	b := two.Assessments.Resume(left)
	put(t, one, a, "a-request", scenarios.FairlySure, "b")
	if b.LookUp(); len(b.Exam.Left()) != 3 {
		t.Errorf("the other window has %d left", len(b.Exam.Left()))
	}
	put(t, one, a, "four-ways", scenarios.FairlySure, "a=4", "b=3", "c=2", "d=1")
	two.Record.Outdate()
	two.CatchUp()
	b.HandIn()
	flush(t, two)
	if sat, _ := two.Record.History().Assessment(a.ID()); sat.Score().Marks != 17 || len(sat.Answers) != 4 {
		t.Errorf("handed in with %v marks and %v", sat.Score().Marks, sat.Answers)
	}
}

// TestWhatWaitsToBeSavedIsCarriedOn: an answer that is not on the disk yet is answered all the same.
func TestWhatWaitsToBeSavedIsCarriedOn(t *testing.T) {
	one := open(t, t.TempDir(), small(t))
	a := sit(t, one)
	flush(t, one)
	turn(t, a, "a-request")
	a.Exam.Attempt().Take([]string{"b"})
	if err := a.Exam.Submit(); err != nil {
		t.Fatal(err)
	}
	a.Weigh(scenarios.FairlySure)
	a.Close()
	left, ok := one.Assessments.Unfinished()
	if !ok || len(left.Answers) != 1 {
		t.Fatalf("an assessment was left with %v", left.Answers)
	}
	if again := one.Assessments.Resume(left); len(again.Exam.Left()) != 3 {
		t.Errorf("carried on with %d left", len(again.Exam.Left()))
	}
	practice := begin(t, one, Selection{Topic: "boundaries"})
	answerRight(t, practice)
	if left, ok := one.Practices.LeftBeside(); !ok || left.Done != 1 {
		t.Errorf("a practice was left at %d", left.Done)
	}
}

// TestAMarkIsAsItWasSetLast: in this window though it is not saved yet, and in another that had taken it in.
func TestAMarkIsAsItWasSetLast(t *testing.T) {
	dir := t.TempDir()
	one := open(t, dir, small(t))
	a := sit(t, one)
	a.Flag()
	flush(t, one)
	two := open(t, dir, small(t))
	left, _ := two.Assessments.Unfinished()
	b := two.Assessments.Resume(left)
	a.Flag() // taken away, and not saved yet
	if a.TakeIn(); len(a.Exam.Flagged()) != 0 {
		t.Error("a mark came back that was taken away")
	}
	a.Close()
	left, _ = one.Assessments.Unfinished()
	if again := one.Assessments.Resume(left); len(again.Exam.Flagged()) != 0 {
		t.Error("a mark that was taken away is carried on with")
	}
	flush(t, one)
	if b.LookUp(); len(b.Exam.Flagged()) != 0 {
		t.Error("the other window still has the mark")
	}
}
