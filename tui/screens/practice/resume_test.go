package practice

import (
	"strings"
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
			left := begun(screentest.New(t, screentest.Doctor), topic).Keys("b J enter 2").Titled("Situation 1 of 2 · about 1 minute left · Boundaries")
			before := left.View()
			left.Keys(further).Close()
			again := begun(screentest.In(t, left.Dir, screentest.Nobody), screen.ToPractice{How: tutor.Resume})
			if again.Titled("Situation 1 of 2 · about 1 minute left · Boundaries").Sees("Carrying on where you left off: 1 of 2 done."); again.View() != before {
				t.Errorf("left at\n%s\ntaken up at\n%s", before, again.View())
			}
			again.Keys("u u").Sees("Taken back").Keys("r").Write("On second thoughts").Keys("esc enter")
			again.Titled("Situation 2 of 2 · about 1 minute left · Boundaries").Saved(`text = "On second thoughts"`)
			again.RecordHas("[[sitting]]", 1)
			again.RecordHas("[[answer]]", 1)
			const asks = "You left a practice at 1 of 2. Carry on, or begin the new one?"
			anew := begun(screentest.In(t, left.Dir, screentest.Nobody), topic).Titled("Practise").Sees(asks).Offers("carry on").Offers("begin the new one").Offers("back")
			anew.Keys("j n").Titled("Situation 1 of 2 · about 2 minutes left · Boundaries").Lacks("You left").RecordHas("[[sitting]]", 2)
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
	begun(again, screen.ToPractice{How: tutor.Resume}).Sees("It has been reworded since").Keys("enter b J enter 2").Sees("Saved.").Lacks("reworded")
}

// TestAnUnfinishedPracticeIsNotGivenUpWithoutAQuestion, and none is asked where nothing is lost.
func TestAnUnfinishedPracticeIsNotGivenUpWithoutAQuestion(t *testing.T) {
	topic := screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}
	left := begun(screentest.New(t, screentest.Doctor), topic).Keys("b J enter 2").Close()
	again := func(to screen.ToPractice) *screentest.Driver {
		return begun(screentest.In(t, left.Dir, screentest.Nobody), to).RecordHas("[[sitting]]", 1)
	}
	again(topic).Sees("You left a practice").Keys("enter").Titled("Situation 1 of 2 · about 1 minute left · Boundaries").Sees("Carrying on").RecordHas("[[sitting]]", 1)
	begun(screentest.In(t, left.Dir, screentest.Nobody), screen.ToPractice{Ask: tutor.Selection{Only: "a-thread"}}).Titled("Situation 1 of 1 · about 1 minute left · Honesty")
	begun(screentest.New(t, screentest.Doctor), topic).Close().Show(New(left.Env, parts(left.Tutor), screen.ToPractice{Ask: topic.Ask, How: tutor.Anew})).Lacks("You left")
}

// TestMarksThatWereLeftAreThereAgainInTheSameRun, of a choice as of an order; in the next run the feedback before them is.
func TestMarksThatWereLeftAreThereAgainInTheSameRun(t *testing.T) {
	topic := screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}
	d := begun(screentest.New(t, screentest.Doctor), topic).Keys("b J enter 2 enter").Titled("Situation 2 of 2 · about 1 minute left · Boundaries").Keys("b J")
	uncursored := func() string { return strings.ReplaceAll(d.View(), "›", " ") }
	before := uncursored()
	d.Close()
	if begun(d, screen.ToPractice{How: tutor.Resume}).Titled("Situation 2 of 2 · about 1 minute left · Boundaries").Sees("Carrying on"); uncursored() != before {
		t.Errorf("left at\n%s\ntaken up at\n%s", before, uncursored())
	}
	d.Keys("enter").Sees("How sure are you?").Close()
	d.RecordHas("[[answer]]", 2).RecordHas("[[sitting]]", 1)
}
