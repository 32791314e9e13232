package practice

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// atTheEnd is a practice of two in the feedback of its last answer.
func atTheEnd(t *testing.T) *screentest.Driver {
	t.Helper()
	topic := screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}
	return begun(screentest.New(t, screentest.Doctor), topic).Keys("b J enter 2 enter b J enter 2").RecordHas("[[answer]]", 2)
}

// TestAPracticeIsUnfinishedUntilItsSummaryWasShown: left in its last feedback it is taken up there, also in the next run, and no longer once the
// summary was shown.
func TestAPracticeIsUnfinishedUntilItsSummaryWasShown(t *testing.T) {
	left := atTheEnd(t)
	before := left.View()
	left.Close().RecordHas("left = 1", 1)
	again := screentest.In(t, left.Dir, screentest.Nobody)
	begun(again, screen.ToPractice{How: tutor.Resume}).Sees("Carrying on where you left off: in the last feedback, before the summary.")
	if again.View() != before {
		t.Errorf("left at\n%s\ntaken up at\n%s", before, again.View())
	}
	again.Close().RecordHas("left = 1", 1) // it is known already
	once := begun(screentest.In(t, left.Dir, screentest.Nobody), screen.ToPractice{How: tutor.Resume}).Keys("enter")
	once.Close().RecordHas("[[flag]]", 2)
	for _, d := range []*screentest.Driver{once, screentest.In(t, left.Dir, screentest.Nobody)} {
		if u, ok := d.Tutor.Practices.Unfinished(); ok {
			t.Errorf("its summary was shown, and %+v is still offered", u)
		}
	}
}

// TestWhatIsFinishedLeavesNothing in the record but its answers, and what was looked at alone does not either.
func TestWhatIsFinishedLeavesNothing(t *testing.T) {
	atTheEnd(t).Keys("enter").Close().RecordHas("[[flag]]", 0)
	answered(t).Close().RecordHas("[[flag]]", 0)
}

// TestWhatWasLeftAtItsEndIsOfferedForHalfADay, and asked about before another is begun; begun all the same, that is given up.
func TestWhatWasLeftAtItsEndIsOfferedForHalfADay(t *testing.T) {
	topic := screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}
	const asks = "You left a practice in its last feedback. Carry on, or begin the new one?"
	left := atTheEnd(t).Close()
	begun(left, topic).Sees(asks).Keys("+13h")
	if u, ok := left.Tutor.Practices.Unfinished(); ok {
		t.Errorf("after half a day %+v is still offered", u)
	}
	left = atTheEnd(t).Close()
	begun(left, topic).Sees(asks).Keys("n").Titled("Situation 1 of 2 · about 2 minutes left · Boundaries")
	if u, _ := left.Tutor.Practices.Unfinished(); u.Of != 2 || u.Done != 0 {
		t.Errorf("%+v is offered", u)
	}
}

// TestMarksAreNotGivenUpUnasked, though nothing is answered yet: in the run in which they can be taken up.
func TestMarksAreNotGivenUpUnasked(t *testing.T) {
	topic := screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}
	for name, c := range map[string]struct {
		keys string
		asks []string
	}{
		"nothing answered": {"b J", []string{"You left a practice at 0 of 2.", "marked there is no answer yet, and is kept only if you carry on."}},
		"one answered":     {"b J enter 2 enter b J", []string{"You left a practice at 1 of 2.", "are kept either way; what you marked and have not answered yet, only if you"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := begun(screentest.New(t, screentest.Doctor), topic).Keys(c.keys).Close()
			begun(d, topic).Sees(c.asks...).Keys("enter").Sees("Carrying on where you left off")
		})
	}
	d := begun(screentest.New(t, screentest.Doctor), topic).Close()
	begun(d, topic).Lacks("You left").RecordHas("[[sitting]]", 2)
}

// TestTheLastTurnIsStillOpen, left where it was offered or where it was asked.
func TestTheLastTurnIsStillOpen(t *testing.T) {
	for name, further := range map[string]string{"offered": "", "asked": "enter a"} {
		t.Run(name, func(t *testing.T) {
			left := begun(screentest.Families(t, t.TempDir(), screentest.Doctor), screen.ToPractice{})
			for range 4 {
				on := map[bool]string{true: "n", false: "enter"}
				left.Keys(anyAnswer).Keys(on[left.Screen().(*Screen).canSkip()])
			}
			left.Keys("J enter 2").Offers("next: one thing different").Offers("summary").Keys(further).Close().RecordHas("left = 1", 1)
			again := begun(screentest.Families(t, left.Dir, screentest.Nobody), screen.ToPractice{How: tutor.Resume})
			again.Offers("next: one thing different").Keys("enter").Sees("Now one thing is different")
		})
	}
}

// TestOneToTryIsTakenUpInItsTurn, with the mark that was made there: it is how everybody begins. In the next run it is its feedback.
func TestOneToTryIsTakenUpInItsTurn(t *testing.T) {
	try := screen.ToPractice{Ask: tutor.Selection{Today: true, First: true}}
	met := screentest.Recorded(t, screentest.Replied("told-alone", "names", 4, 3, 0)) // which has no turn
	d := begun(screentest.Families(t, met, screentest.Nobody), try).Keys("a enter 2").Offers("next: one thing different").Keys("enter a")
	before := d.View()
	d.Close().RecordHas("left = 1", 1)
	left, ok := d.Tutor.Practices.Unfinished()
	if !ok || left.Name() != "One situation" {
		t.Fatalf("what is offered is %+v, %v", left, ok)
	}
	if begun(d, screen.ToPractice{How: tutor.Resume}); d.View() != before {
		t.Errorf("left at\n%s\ntaken up at\n%s", before, d.View())
	}
	next := screentest.Families(t, d.Dir, screentest.Nobody)
	begun(next, screen.ToPractice{How: tutor.Resume}).Sees("Carrying on where you left off").Offers("next: one thing different")
}
