package exam

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// TestTwoWindowsOnOneAssessment: the second is led to the result as soon as it learns that the first has handed in, and saves no more.
func TestTwoWindowsOnOneAssessment(t *testing.T) {
	one := sitting(t)
	two := screentest.In(t, one.Dir, screentest.Nobody)
	left, _ := two.Tutor.Assessments.Unfinished()
	b := two.Tutor.Assessments.Resume(left)
	two.Show(New(two.Env, parts(two.Tutor), screen.ToExam{Assessment: b})).Keys("4 3 2 1 enter")
	one.Keys("o s s")
	to, replaces := screentest.Opened[screen.ToExamResult](two.Requests().Keys("2"))
	if to != (screen.ToExamResult{Sitting: b.ID(), Just: b}) || !replaces {
		t.Errorf("it leads to %+v, in its own place: %v", to, replaces)
	}
	two.Close().RecordHas("[[submit]]", 1).RecordHas("[[flag]]", 0)
}

// TestLeavingAWindowKeepsTheMarksOfTheOther, and each has those of both when it is taken up again.
func TestLeavingAWindowKeepsTheMarksOfTheOther(t *testing.T) {
	one := sitting(t)
	two := screentest.In(t, one.Dir, screentest.Nobody)
	left, _ := two.Tutor.Assessments.Unfinished()
	two.Show(New(two.Env, parts(two.Tutor), screen.ToExam{Assessment: two.Tutor.Assessments.Resume(left)})).Keys("n x p")
	one.Keys("x")
	two.Close()
	one.Close()
	again := screentest.In(t, one.Dir, screentest.Nobody)
	sat, _ := again.Tutor.Assessments.Unfinished()
	if n := len(again.Tutor.Assessments.Resume(sat).Exam.Flagged()); n != 2 {
		t.Errorf("%d are marked to come back to", n)
	}
}

// TestAnAssessmentGivenUpInAnotherWindow: one is led to where the other can be carried on, as soon as that is known, and a notice says why.
func TestAnAssessmentGivenUpInAnotherWindow(t *testing.T) {
	one := sitting(t)
	two := screentest.In(t, one.Dir, screentest.Nobody)
	draft, err := two.Tutor.Assessments.Preview()
	if err != nil {
		t.Fatal(err)
	}
	two.Show(New(two.Env, parts(two.Tutor), screen.ToExam{Assessment: two.Tutor.Assessments.Begin(draft)}))
	one.Requests().Keys("x").Requests(screen.Open{To: screen.ToExamMenu{}, Replace: true})
	two.Keys("x").Requests()
	one.Close().RecordHas("[[flag]]", 1).RecordHas("[[sitting]]", 2)
}
