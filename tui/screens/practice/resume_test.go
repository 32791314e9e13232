package practice

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// TestAPracticeThatWasLeftIsTakenUpInTheFeedbackOfItsLastAnswer, though the question after it was up.
func TestAPracticeThatWasLeftIsTakenUpInTheFeedbackOfItsLastAnswer(t *testing.T) {
	topic := screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}
	for name, further := range map[string]string{"left in the feedback": "", "left at the question after it": "enter b"} {
		t.Run(name, func(t *testing.T) {
			left := begun(screentest.New(t, screentest.Doctor), topic).Keys("b J enter 2").Titled("Situation 1 of 2 · Boundaries · about 1 minute left")
			before := left.View()
			left.Keys(further).Close()
			again := begun(screentest.In(t, left.Dir, screentest.Nobody), screen.ToPractice{Resume: true})
			if again.Titled("Situation 1 of 2 · Boundaries · about 1 minute left").Sees("Carrying on where you left off: 1 of 2 done."); again.View() != before {
				t.Errorf("left at\n%s\ntaken up at\n%s", before, again.View())
			}
			again.Keys("u u").Sees("Taken back").Keys("r").Write("On second thoughts").Keys("esc enter")
			again.Titled("Situation 2 of 2 · Boundaries · about 1 minute left").Saved(`text = "On second thoughts"`)
			again.RecordHas("[[sitting]]", 1)
			again.RecordHas("[[answer]]", 1)
			anew := begun(screentest.In(t, left.Dir, screentest.Nobody), topic)
			anew.Titled("Situation 1 of 2 · Boundaries · about 2 minutes left").Sees("The practice you left at 1 of 2 is given up for this one")
		})
	}
}

// TestAnAnswerTakenUpSaysThatItsSituationWasReworded, and no other does.
func TestAnAnswerTakenUpSaysThatItsSituationWasReworded(t *testing.T) {
	left := begun(screentest.New(t, screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}).Keys("b J enter 2").Lacks("reworded").Close()
	again := screentest.In(t, left.Dir, screentest.Nobody)
	for _, s := range again.Tutor.Library.Pack().Bank.All() {
		s.Revision++
	}
	begun(again, screen.ToPractice{Resume: true}).Sees("It has been reworded since").Keys("enter b J enter 2").Sees("Saved.").Lacks("reworded")
}
