package practice

import (
	"strings"
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// practising is a practice of one situation.
func practising(t *testing.T, id string) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	return d.Show(New(d.Env, screen.ToPractice{Ask: tutor.Selection{Only: id}}))
}

// answered is a choice of three marked, with its feedback on the screen.
func answered(t *testing.T) *screentest.Driver {
	t.Helper()
	return practising(t, "a-thread").Keys("b enter 3").Sees("12 marks", "Saved.")
}

func TestAnAnswerIsMarkedAndSaved(t *testing.T) {
	practising(t, "a-thread").Titled("Situation 1 of 1 · Honesty").Keys("enter").Sees("Choose up to three answers first.").
		Keys("b enter").Sees("How sure are you?").Keys("3").Sees("you chose it", "Saved.").Saved("[[answer]]", "sure = 3")
}

func TestEscGoesBackFromWhatChangedToTheFeedback(t *testing.T) {
	for key, text := range map[string]string{"w": "What changed since 2013", "!": "Does something seem wrong here?"} {
		t.Run(key, func(t *testing.T) {
			d := answered(t).Offers("leave for now").Keys(key).Sees(text).Denies("leave for now")
			d.Keys("esc").Sees("12 marks").Lacks(text).Requests()
			d.Keys("esc").Requests(screen.Close{})
		})
	}
}

func TestASlipOfTheKeyIsTakenBackOnceItIsConfirmed(t *testing.T) {
	d := answered(t).Keys("u").Sees("u again takes this answer back").Keys("down u").Sees("u again")
	if strings.Contains(d.Record(), "[[undo]]") {
		t.Fatal("it is taken back without having been confirmed")
	}
	d.Keys("u").Sees("Taken back: this answer counts nowhere").Saved("[[undo]]").Keys("u").Sees("taken back already")
}

func TestLettersAreTextWhileAReflectionIsWritten(t *testing.T) {
	d := answered(t).Keys("r")
	if !d.Typing() {
		t.Fatal("letters are keys")
	}
	d.Write("Why so quick? w").Keys("ctrl+s").Sees("Your reflection is kept.").Saved(`text = "Why so quick? w"`)
	if d.Typing() {
		t.Error("letters are still text")
	}
}

func TestLeavingKeepsWhatIsBegun(t *testing.T) {
	practising(t, "a-thread").Keys("b enter").Close().Saved("[[answer]]")
	answered(t).Keys("r").Write("half a thought").Close().Saved(`text = "half a thought"`)
}

func TestTheLastSituationIsFollowedByTheSummary(t *testing.T) {
	d := answered(t).Offers("summary").Keys("enter")
	requested := d.Requested()
	if len(requested) != 1 {
		t.Fatalf("requested are %v", requested)
	}
	if open, ok := requested[0].(screen.Open); !ok || !open.Replace {
		t.Errorf("requested is %#v", requested[0])
	}
}

func TestWhereNothingIsDueThatIsSaid(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, screen.ToPractice{Ask: tutor.Selection{Review: true}})).Titled("Review").Lacks("How sure").Keys("enter").Requests(screen.Close{})
}
