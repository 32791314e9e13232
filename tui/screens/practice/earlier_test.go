package practice

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// TestTheFeedbackBeforeIsReadAgain from a question and from a feedback, and one comes forward to where one was.
func TestTheFeedbackBeforeIsReadAgain(t *testing.T) {
	d := begun(screentest.New(t, screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}).Denies("the feedback before")
	d.Keys("p").Sees("There is no feedback before this one.").Titled("Situation 1 of 2 · about 2 minutes left · Boundaries")
	d.Keys("b J enter 2 enter b J").Titled("Situation 2 of 2 · about 1 minute left · Boundaries").Offers("the feedback before")
	before := d.View()
	for _, back := range []string{"enter", "esc"} {
		d.Keys("p").Titled("Answer 1 of 1, again").Offers("to where you were").Denies("take it back").Keys("p").Sees("There is no feedback before")
		d.Keys("g esc").Titled("Answer 1 of 1, again").Keys(back).Titled("Situation 2 of 2 · about 1 minute left · Boundaries").Requests()
		if d.View() != before {
			t.Errorf("after %s it is\n%s\nand was\n%s", back, d.View(), before)
		}
	}
	d.Keys("p b enter").Titled("Situation 2 of 2 · about 1 minute left · Boundaries").RecordHas("[[bookmark]]", 1)
	d.Keys("enter 2").Offers("the feedback before").Keys("p").Titled("Answer 1 of 2, again · bookmarked").Keys("u enter").Titled("Situation 2 of 2 · Boundaries").RecordHas("[[answer]]", 2)
}

// TestAReflectionIsWrittenOnAFeedbackThatIsReadAgain, about the situation there; one begun is saved by coming forward, from wherever.
func TestAReflectionIsWrittenOnAFeedbackThatIsReadAgain(t *testing.T) {
	for name, leave := range map[string]string{"saved": "ctrl+s", "come forward": "esc enter", "back": "esc esc", "after no feedback before": "esc p enter"} {
		t.Run(name, func(t *testing.T) {
			d := begun(screentest.New(t, screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}})
			first := d.Keys("b J enter 2 enter b J p").Offers("reflect").Keys("r")
			first.Write("about the first").Keys(leave).Saved("scenario = \"an-order\"\ntext = \"about the first\"")
			d.Keys("esc esc")
			d.RecordHas("[[reflection]]", 1)
		})
	}
	d := begun(screentest.New(t, screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}})
	d.Keys("b J enter 2 enter b J p r").Write("left open").Close().Saved("text = \"left open\"")
}
