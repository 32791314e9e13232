package practice

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// atTheTurn is a practice of everything, with the feedback of the first variant up: of a choice of one in which a fact changes.
func atTheTurn(t *testing.T) *screentest.Driver {
	t.Helper()
	d := begun(screentest.Families(t, t.TempDir(), screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Only: "a-request/an-old-friend"}})
	return d.Titled("Situation 1 of 1 · about 1 minute left · Names").Denies("summary").Keys("a enter 2").Sees("Saved")
}

func TestEnterGoesToTheTurn(t *testing.T) {
	d := atTheTurn(t).Offers("next: one thing different").Offers("summary").Keys("enter").Titled("Situation 1 of 1 · one thing different · about 1 minute left · Names")
	d.Sees("Now one thing is different", "You played football with him", "What do you do with the request?", "( ) a").Lacks("(•)", "Saved")
	d.Keys("b enter 3").Titled("Situation 1 of 1 · one thing different · Names").Sees("The friendship came first.")
	d.Denies("next: one thing different").Offers("summary").RecordHas(`scenario = "a-request"`, 2)
	d.RecordHas(`variant = "an-old-friend"`, 1)
	d.RecordHas("sure = 3", 1)
	d.Keys("u u").Sees("Taken back").RecordHas("[[undo]]", 1)
	d.Keys("n").Requests() // there is no turn to go on without
	screentest.Opened[screen.ToSummary](d.Keys("enter"))
}

// TestNGoesOnWithoutTheTurn, from where it is offered and from where it is asked, and writes nothing.
func TestNGoesOnWithoutTheTurn(t *testing.T) {
	for name, to := range map[string]string{"offered": "", "asked": "enter b j"} {
		t.Run(name, func(t *testing.T) {
			d := atTheTurn(t).Keys(to).Offers("summary").Keys("n")
			if to, _ := screentest.Opened[screen.ToSummary](d); to.Practice == nil {
				t.Error("the summary is of no practice")
			}
			d.RecordHas("[[answer]]", 1)
		})
	}
}

func TestAfterTheTurnComesTheNextSituation(t *testing.T) {
	d := begun(screentest.Families(t, t.TempDir(), screentest.Doctor), screen.ToPractice{})
	d.Titled("Situation 1 of 5 · about 7 minutes left · Names").Keys(anyAnswer).Denies("next: one thing different") // it is told alone
	d.Keys("enter").Titled("Situation 2 of 5 · about 7 minutes left · Names").Keys(anyAnswer).Offers("next situation").Offers("next: one thing different")
	d.Keys("enter").Titled("Situation 2 of 5 · one thing different · about 6 minutes left · Names").Keys(anyAnswer).Offers("next situation").Denies("next: one thing different")
	d.Keys("enter").Titled("Situation 3 of 5 · about 5 minutes left · Names")
	d.RecordHas("[[answer]]", 3)
}

// anyAnswer answers a situation of any format.
const anyAnswer = "a J 4 3 2 1 enter 2"

// TestAPracticeIsTakenUpWithItsTurnOpen, in the feedback of a first variant; in that of a turn there is none.
func TestAPracticeIsTakenUpWithItsTurnOpen(t *testing.T) {
	left := begun(screentest.Families(t, t.TempDir(), screentest.Doctor), screen.ToPractice{}).Keys(anyAnswer).Keys("enter").Keys(anyAnswer)
	feedback := left.View()
	left.Keys("enter")
	turn := left.View()
	left.Close()
	again := begun(screentest.Families(t, left.Dir, screentest.Nobody), screen.ToPractice{How: tutor.Resume}).Titled("Situation 2 of 5 · about 6 minutes left · Names")
	if again.Offers("next: one thing different"); again.View() != feedback {
		t.Errorf("left in the feedback\n%s\ntaken up at\n%s", feedback, again.View())
	}
	if again.Keys("enter"); again.View() != turn {
		t.Errorf("the turn was\n%s\nand is\n%s", turn, again.View())
	}
	again.Keys(anyAnswer)
	answered := again.View()
	again.Close()
	once := begun(screentest.Families(t, left.Dir, screentest.Nobody), screen.ToPractice{How: tutor.Resume}).Titled("Situation 2 of 5 · one thing different · about 5 minutes left · Names")
	if once.Denies("next: one thing different").Offers("next situation"); once.View() != answered {
		t.Errorf("left in the feedback of a turn\n%s\ntaken up at\n%s", answered, once.View())
	}
}

// TestAReviewHasNoTurn, and names none.
func TestAReviewHasNoTurn(t *testing.T) {
	d := atTheTurn(t)
	d.Keys("+240h").Close()
	r := begun(screentest.Families(t, d.Dir, screentest.Nobody), screen.ToPractice{Ask: tutor.Selection{Ahead: true}})
	r.Titled("More than is due 1 of 1 · about 1 minute left · Names").Keys(anyAnswer).Sees("✗ Not the best answer").Denies("next: one thing different").Offers("summary")
	r.Keys("n").Requests()
}

// TestAReportOfATurnNamesTheVariant.
func TestAReportOfATurnNamesTheVariant(t *testing.T) {
	atTheTurn(t).Keys("!").Sees("Situation a-request/an-old-friend, revision 1", "“You played football with him at school, and …”", "My answer:")
}
