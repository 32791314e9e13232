package exammenu

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

func TestWhatTheBlueprintCannotFillIsSaidBeforeAnythingIsBegun(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env)).Sees("Begin   4 situations, about 60 minutes", "The mix is not quite the blueprint's").Lacks("Carry on").Requests()
}

// begun requests the screen of an assessment, in place of this one.
func begun(t *testing.T, d *screentest.Driver) screen.ToExam {
	t.Helper()
	requested := d.Requested()
	if len(requested) != 1 {
		t.Fatalf("requested are %v", requested)
	}
	open, _ := requested[0].(screen.Open)
	to, ok := open.To.(screen.ToExam)
	if !ok || !open.Replace {
		t.Fatalf("requested is %#v", requested[0])
	}
	return to
}

func TestAnOpenAssessmentIsGivenUpOnlyWhenThatIsMeant(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env)).Keys("b")
	first := begun(t, d).Assessment
	first.Close()

	again := screentest.In(t, d.Dir, screentest.Doctor)
	again.Show(New(again.Env)).Sees("Carry on", "0 of 4 answered")
	again.Keys("b").Sees("Beginning another gives it up").Keys("down b").Sees("Enter again begins.").Requests()
	again.Keys("b")
	if second := begun(t, again).Assessment; second.ID() == first.ID() {
		t.Error("the same assessment was begun again")
	}
}

func TestAnAssessmentIsCarriedOn(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env)).Keys("b")
	first := begun(t, d).Assessment
	first.Close()
	again := screentest.In(t, d.Dir, screentest.Doctor)
	again.Show(New(again.Env)).Keys("c")
	if carried := begun(t, again).Assessment; carried.ID() != first.ID() {
		t.Errorf("%s is carried on, not %s", carried.ID(), first.ID())
	}
}

func TestWhatWasHandedInIsLookedBackOn(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env)).Keys("b")
	sat := begun(t, d).Assessment
	sat.HandIn()
	d.Show(New(d.Env)).Sees("Handed in", "above chance: not passed at 60 %").Keys("up enter")
	d.Requests(screen.Open{To: screen.ToExamResult{Sitting: sat.ID()}})
}
