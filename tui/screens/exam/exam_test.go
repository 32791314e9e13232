package exam

import (
	"strings"
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// sitting is an assessment of the four situations that the small library has, just begun.
func sitting(t *testing.T) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	draft, err := d.Env.Tutor.Assessments.Preview()
	if err != nil {
		t.Fatal(err)
	}
	return d.Show(New(d.Env, screen.ToExam{Assessment: d.Env.Tutor.Assessments.Begin(draft)}))
}

func TestTheTitleIsTheClockAndThePlace(t *testing.T) {
	sitting(t).Titled("Assessment 1 of 4 · 0:00 of 60 min").Keys("n").Titled("Assessment 2 of 4 · 0:05 of 60 min")
}

func TestTheClockTicksWhileItIsShown(t *testing.T) {
	d := sitting(t)
	if len(d.Due) != 1 {
		t.Fatalf("%d ticks are due", len(d.Due))
	}
	if d.Tick(); len(d.Due) != 1 {
		t.Errorf("after a tick %d are due", len(d.Due))
	}
	d.Keys("t").Titled("Assessment 1 of 4")
	if d.Tick(); len(d.Due) != 0 {
		t.Errorf("%d ticks are due for a clock that is hidden", len(d.Due))
	}
}

func TestAnAnswerIsSavedAndTheNextSituationFollowsWithoutFeedback(t *testing.T) {
	d := sitting(t).Keys("4 3 2 1 enter").Sees("How sure are you?").Keys("2")
	d.Titled("Assessment 2 of 4 · 0:30 of 60 min").Lacks("marks").Saved("[[answer]]", "sure = 2")
}

func TestOneIsMarkedToComeBackTo(t *testing.T) {
	sitting(t).Keys("x").Sees("Marked to come back to").Keys("o").Sees("⚑  1").Keys("esc x").Sees("No longer marked.")
}

func TestTheOverviewGoesAnywhere(t *testing.T) {
	sitting(t).Keys("o").Sees("0 of 4 answered.").Keys("down down enter").Titled("Assessment 3 of 4 · 0:20 of 60 min")
}

func TestHandingInIsConfirmed(t *testing.T) {
	d := sitting(t).Keys("o s").Sees("Press s again", "4 situations have no answer").Keys("up s").Sees("Press s again").Requests()
	d.Keys("s").Saved("[[submit]]")
	if requested := d.Requested(); len(requested) != 1 {
		t.Fatalf("requested are %v", requested)
	} else if open, ok := requested[0].(screen.Open); !ok || !open.Replace {
		t.Errorf("requested is %#v", requested[0])
	}
}

func TestLeavingIsConfirmedAndAnotherKeyDropsTheQuestion(t *testing.T) {
	d := sitting(t).Keys("esc").Sees("Leave for now?").Keys("n esc").Sees("Leave for now?").Requests()
	d.Keys("esc").Requests(screen.Close{})
}

func TestAnAnswerWhoseCertaintyIsOpenIsKept(t *testing.T) {
	d := sitting(t).Keys("4 3 2 1 enter").Close()
	if strings.Count(d.Record(), "[[answer]]") != 1 {
		t.Errorf("the answer is lost:\n%s", d.Record())
	}
}
