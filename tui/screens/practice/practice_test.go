package practice

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/feedback"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Parts: feedback.Parts{Copies: t.Copies, Library: t.Library, Profile: t.Profile}, Clock: t.Clock, Record: t.Record, Practices: t.Practices}
}

// begun is what was asked for, on the screen.
func begun(d *screentest.Driver, to screen.ToPractice) *screentest.Driver {
	return d.Show(New(d.Env, parts(d.Tutor), to))
}

// practising is a practice of one situation.
func practising(t *testing.T, id string) *screentest.Driver {
	t.Helper()
	return begun(screentest.New(t, screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Only: id}})
}

// answered is a choice of three marked, with its feedback on the screen.
func answered(t *testing.T) *screentest.Driver {
	t.Helper()
	return practising(t, "a-thread").Keys("b enter 3").Sees("of 12", "Saved.")
}

func TestAnAnswerIsMarkedAndSaved(t *testing.T) {
	d := practising(t, "a-thread").Titled("Situation 1 of 1 · about 1 minute left · Honesty").Keys("enter").Sees("Choose up to three answers first.")
	d.Keys("b enter").Sees("How sure are you?").Keys("3").Sees("✗ Not this time, 0 of 12", "Saved.").Keys("space").Sees("Chance alone brings", "you chose it").Keys("end").Sees("A thread about a vaccine")
	d.Saved("[[sitting]]", "kind = \"practice\"", "seed = 7", "[[answer]]", "sure = 3", "seconds = 20", "at = 2026-11-22T09:")
}

func TestLettersSpaceAndArrowsMarkAnswers(t *testing.T) {
	d := practising(t, "a-thread").Keys("a c").Sees("[x] a", "[ ] b", "[x] c").Keys("a").Sees("[ ] a", "[x] c").Keys("j space").Sees("[x] b")
	d.Keys("h g").Sees("[x] h", "[ ] g", "Three are marked already: give one up first.") // a fourth is not taken
}

func TestARankingIsMovedAndMarkedWithItsWorking(t *testing.T) {
	d := practising(t, "an-order").Offers("move it")
	before := d.View()
	if d.Keys("J K"); d.View() != before {
		t.Errorf("down and up again is not where it was:\n%s", d.View())
	}
	d.Keys("3 enter 3").Sees("of 20", "you 1st").Keys("space").Sees("of 20 marks. Chance alone brings 12.", "you: 1st", "key: ").Saved("of = 20\nchance = 0.6")
}

func TestARatingGoesOnToTheNextByItself(t *testing.T) {
	d := practising(t, "four-ways").Keys("4 3 enter").Sees("Two are not rated yet")
	d.Keys("2 1 enter 1 space").Sees("of 16 marks. Chance alone brings 6.", "Probity's own")
}

func TestADiscussionIsKeptWithoutMarksOrCertainty(t *testing.T) {
	practising(t, "two-views").Keys("a enter").Sees("There is no right answer here", "you: a").Keys("space").Sees("your view").Saved("marks = 0\nof = 0\nchance = 0\nseconds")
}

func TestHowSureIsNotAskedOfWhoeverWantsItSo(t *testing.T) {
	d := practising(t, "a-request")
	d.Tutor.Profile.Change(tutor.SettingCertainty, tutor.Off)
	d.Keys("d enter").Sees("✓ Right").Lacks("How sure are you?")
	d.RecordHas("sure =", 0)
}

func TestWhatChangedAndWhereCountriesDiffer(t *testing.T) {
	answered(t).Keys("w").Sees("What changed since 2013", "Now it is usual", "The UK and Ireland", "with advice").Keys("w").Sees("of 12")
}

func TestWhatToSendWhenAnItemSeemsWrong(t *testing.T) {
	answered(t).Keys("!").Sees("Situation a-thread, revision 2, library 0.0.1.", "the key: ").Keys("!").Sees("of 12")
	practising(t, "two-views").Keys("a enter !").Sees("Situation two-views, revision 1, library 0.0.1. The options as I saw them,", "My answer: a. What")
}

func TestEscGoesBackFromWhatChangedToTheFeedback(t *testing.T) {
	for key, text := range map[string]string{"w": "What changed since 2013", "!": "Does something seem wrong here?"} {
		t.Run(key, func(t *testing.T) {
			d := answered(t).Offers("leave for now").Keys(key).Sees(text).Denies("leave for now")
			d.Keys("esc").Sees("of 12").Lacks(text).Requests()
			d.Keys("esc").Requests(screen.Close{})
		})
	}
}

func TestASlipOfTheKeyIsTakenBackOnceItIsConfirmed(t *testing.T) {
	d := answered(t).Keys("u").Sees("u again takes this answer back").Keys("down u").Sees("u again")
	d.RecordHas("[[undo]]", 0)
	d.Keys("u").Sees("Taken back: this answer counts nowhere").Lacks("Back for").Keys("u").Sees("taken back already").Keys("u")
	d.RecordHas("[[undo]]", 1)
}

func TestAReflectionIsSavedAndADraftIsNotLost(t *testing.T) {
	d := practising(t, "a-request").Keys("b enter 1 r").Sees("Reflection", "Who is among your friends?")
	if !d.Typing() {
		t.Fatal("letters are keys")
	}
	d.Write("Why so quick? w").Keys("esc").Sees("r goes back to what you wrote").Keys("r").Sees("Why so quick? w")
	d.Keys("ctrl+s").Sees("Your reflection is kept.").Saved(`text = "Why so quick? w"`)
	if d.Typing() {
		t.Error("letters are still text")
	}
}

func TestNothingWrittenIsNoReflection(t *testing.T) {
	d := answered(t).Keys("r space space esc").Sees("of 12").Lacks("r goes back to what you wrote").Keys("enter")
	d.RecordHas("[[reflection]]", 0)
}

func TestADraftIsSavedByGoingOn(t *testing.T) {
	answered(t).Keys("r").Write("left open").Keys("esc enter").Saved(`text = "left open"`)
}

// TestAHugePasteIsCapped is fault 30.
func TestAHugePasteIsCapped(t *testing.T) {
	d := answered(t).Keys("r").Send(tea.PasteMsg{Content: strings.Repeat("word \x1b[31m", 1<<17)})
	d.Sees("That was too long").Keys("ctrl+s")
	if n := len(d.Record()); n > 12000 || strings.Contains(d.Record(), "\x1b") {
		t.Errorf("the record holds %d bytes", n)
	}
}

func TestLeavingInTheMiddle(t *testing.T) {
	for _, c := range []struct {
		name, keys    string
		answers, sure int
	}{
		{"at a question nothing of it is recorded", "b", 0, 0},
		{"back from how sure it is not committed", "b enter esc", 0, 0},
		{"after the feedback it is there", "b enter 2", 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := practising(t, "a-request").Keys(c.keys).Keys("esc").Requests(screen.Close{}).Close()
			d.RecordHas("[[answer]]", c.answers)
			d.RecordHas("sure =", c.sure)
		})
	}
	answered(t).Keys("r").Write("half a thought").Close().Saved(`text = "half a thought"`)
}

func TestOneSituationAfterTheOther(t *testing.T) {
	d := begun(screentest.New(t, screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}})
	d.Titled("Situation 1 of 2 · about 2 minutes left · Boundaries")
	d.Keys("b J enter 2").Offers("next situation").Denies("summary").Keys("enter").Titled("Situation 2 of 2 · about 1 minute left · Boundaries").Lacks("marks")
	d.Keys("b J enter 2").Offers("summary").Requests()
}

// TestWhatWasShownInPlaceOfTheGuidanceEndsWithIt: at the next question esc leaves at once.
func TestWhatWasShownInPlaceOfTheGuidanceEndsWithIt(t *testing.T) {
	d := begun(screentest.New(t, screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}})
	d.Keys("b J enter 2 ! enter").Titled("Situation 2 of 2 · about 1 minute left · Boundaries").Keys("esc").Requests(screen.Close{})
}

// TestKeysAreSignsOfLife: of a longer pause than two minutes only two count, and each key ends a pause.
func TestKeysAreSignsOfLife(t *testing.T) {
	practising(t, "a-request").Keys("+90s j +90s j +9h space enter 2").Saved("seconds = 320")
}

// TestTheLastSituationIsFollowedByTheSummary, of this practice.
func TestTheLastSituationIsFollowedByTheSummary(t *testing.T) {
	to, replaces := screentest.Opened[screen.ToSummary](answered(t).Offers("summary").Keys("enter"))
	if !replaces || len(to.Practice.Sitting.Outcomes()) != 1 {
		t.Errorf("it is of %d situations, in its own place: %v", len(to.Practice.Sitting.Outcomes()), replaces)
	}
}

// TestItBeginsWhenTheLibraryAndTheRecordAreThere: until then keys do nothing.
func TestItBeginsWhenTheLibraryAndTheRecordAreThere(t *testing.T) {
	d := begun(screentest.Early(t, t.TempDir(), screentest.Doctor), screen.ToPractice{}).Titled("Practise")
	d.Sees("Getting the situations ready…").Offers("back").Denies("submit").Keys("enter a").Requests()
	d.Ready().Titled("Situation 1 of 5 · about 5 minutes left · Honesty").Offers("submit")
}

func TestWhyThereIsNothingToPractiseIsSaid(t *testing.T) {
	met := screentest.Replied("a-request", "boundaries", 4, 3, 0)
	met.Principle = "apart"
	for _, c := range []struct {
		name    string
		learner tutor.Learner
		ask     tutor.Selection
		says    string
		ahead   bool
	}{
		{"no topic of this country", screentest.Student, tutor.Selection{Topic: "unheard-of"}, "There is nothing of this kind to practise on this topic: choose another topic", false},
		{"nothing to review yet", screentest.Student, tutor.Selection{Review: true}, "There is nothing to review yet: practise first", false},
		{"nothing due today", screentest.Nobody, tutor.Selection{Review: true}, "Nothing is due for review today. What comes next is due Monday 30 November. To meet it before then, press a.", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := screentest.New(t, c.learner)
			if c.ahead {
				d = screentest.In(t, screentest.Recorded(t, met), c.learner)
			}
			begun(d, screen.ToPractice{Ask: c.ask})
			if d.Lacks("How sure"); !strings.Contains(strings.Join(strings.Fields(d.View()), " "), c.says) {
				t.Errorf("it says\n%s", d.View())
			}
			if !c.ahead {
				d.Denies("more than is due").Keys("a").Requests().Keys("enter").Requests(screen.Close{})
				return
			}
			d.Titled("Review").Offers("more than is due").Keys("a")
			d.Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Ahead: true}}, Replace: true})
		})
	}
}

func TestAReviewIsNamedSoAndComesBackLater(t *testing.T) {
	wrong := screentest.Replied("a-request", "boundaries", 0, 3, 10)
	wrong.Principle = "apart"
	d := begun(screentest.In(t, screentest.Recorded(t, wrong), screentest.Nobody), screen.ToPractice{Ask: tutor.Selection{Review: true}})
	d.Titled("Review 1 of 1 · about 1 minute left · Boundaries").Sees("An order of replies").Saved(`kind = "review"`)
	d.Keys("J enter 1").Sees("Saved. Back")
}

func TestWhereAnAnswerIsIsSaid(t *testing.T) {
	d := practising(t, "a-request").Keys("b enter")
	d.Holds = true
	d.Keys("2").Sees("Saving…").Keys("u u").Sees("The answer is still being saved: try again in a moment.")
	file, away := filepath.Join(d.Dir, "progress.toml"), filepath.Join(d.Dir, "away")
	for _, err := range []error{os.Rename(file, away), os.Mkdir(file, 0o700)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Tutor.Flush(); err == nil {
		t.Fatal("it is saved")
	}
	d.Send(screen.ChangedMsg{}).Sees("Not saved yet:")
	for _, err := range []error{os.Remove(file), os.Rename(away, file), d.Tutor.Flush()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	d.Send(screen.ChangedMsg{}).Sees("Saved. Back")
}

// TestWhereNothingIsKeptThatIsSaid: with a file in the way of the folder.
func TestWhereNothingIsKeptThatIsSaid(t *testing.T) {
	inTheWay := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := begun(screentest.In(t, filepath.Join(inTheWay, "data"), screentest.Doctor), screen.ToPractice{Ask: tutor.Selection{Only: "a-request"}})
	d.Keys("b enter 2").Sees("Not kept.").Lacks("Saved.").Keys("u u").Sees("Taken back")
}

// TestAnotherWindowKeepsWhatIsUp: at the question, at how sure, on the feedback, in what is shown in its place, and while something is written.
func TestAnotherWindowKeepsWhatIsUp(t *testing.T) {
	d := practising(t, "a-thread").Keys("a c")
	for _, step := range []struct{ keys, sees string }{{"", "[x] c"}, {"enter", "How sure are you?"}, {"2", "Part of the way"}, {"w", "What changed since 2013"}, {"w r", "Reflection"}} {
		d.Keys(step.keys)
		for _, size := range [][2]int{{40, 12}, {200, 60}, {80, 40}} {
			d.Resize(size[0], size[1])
		}
		d.Sees(step.sees)
	}
	d.Write("half").Resize(50, 20).Sees("half").Close().Saved(`text = "half"`)
}

func TestEscGoesBackFromHowSureToTheQuestion(t *testing.T) {
	d := practising(t, "a-request").Keys("b enter").Offers("back").Denies("leave for now").Keys("esc").Requests().Sees("(•) b").Lacks("How sure are you?")
	d.RecordHas("[[answer]]", 0).Keys("d enter 2").Sees("✓ Right").RecordHas("[[answer]]", 1)
}

// TestAWindowClosedAtHowSureKeepsTheAnswer, without how sure the learner is.
func TestAWindowClosedAtHowSureKeepsTheAnswer(t *testing.T) {
	practising(t, "a-request").Keys("b enter").Close().RecordHas("[[answer]]", 1).RecordHas("sure =", 0)
}

func TestArrowsAndEnterAreEnough(t *testing.T) {
	for situation, keys := range map[string]string{
		"a-request": "down right enter", "a-thread": "right enter", "an-order": "right enter", "four-ways": "right down right right down right down left enter", "two-views": "right enter",
	} {
		t.Run(situation, func(t *testing.T) {
			if d := practising(t, situation).Keys(keys); situation != "two-views" {
				d.Sees("How sure are you?").Keys("down down enter").RecordHas("sure = 2", 1)
			} else {
				d.RecordHas("[[answer]]", 1)
			}
		})
	}
}

// TestTheCertaintyAtTheCursorIsInTheWindow, however small that is.
func TestTheCertaintyAtTheCursorIsInTheWindow(t *testing.T) {
	practising(t, "a-request").Resize(40, 4).Keys("b enter down").Sees("› 1  A guess").Keys("down down").Sees("› 3  Very sure").Keys("up up").Sees("› 1  A guess")
}
