package examresult

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// result is the screen of an assessment of two situations: one right, one three quarters right.
func result(t *testing.T) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, screentest.Recorded(t, screentest.Assessed()...), screentest.Nobody)
	return d.Resize(80, 40).Show(New(d.Env, screen.ToExamResult{Sitting: "done"}))
}

func TestTheWholeStandsBesideChanceAndItsRule(t *testing.T) {
	result(t).Titled("Assessment").Sees("✓ Passed", "13 of 17 marks", "chance alone", "By topic, above chance", "By format, above chance", "Handed in 20 November 2026")
}

func TestASituationIsReadWithItsFeedback(t *testing.T) {
	d := result(t).Sees("Each situation, with its feedback", "✓ 1 of 1").Keys("enter").Sees("✓ Right", "your answer").Lacks("Handed in")
	d.Keys("enter").Sees("✓ Passed")
}

func TestEscGoesBackStepByStep(t *testing.T) {
	d := result(t).Keys("enter ! esc").Sees("your answer").Lacks("Does something seem wrong").Requests()
	d.Keys("esc").Sees("✓ Passed").Requests().Keys("esc").Requests(screen.Close{})
}

func TestUntilItIsSavedItIsBeingHandedIn(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, screen.ToExamResult{Sitting: "not yet"})).Sees("Handing in…")
}
