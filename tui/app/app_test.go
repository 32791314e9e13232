// What a learner can do, key by key, and what is on the disk afterwards.

package app

import (
	"image/color"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/theme"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func TestAFirstRunAsksOnceAndKeepsTheAnswers(t *testing.T) {
	d := drive(t, given{})
	d.sees("What is your role?").keys("4").sees("Where do you practise?").keys("2").sees("Practise", "Student · Ireland")
	if !strings.Contains(d.record(), "role = \"student\"\njurisdiction = \"ie\"") {
		t.Errorf("the record is\n%s", d.record())
	}
	drive(t, given{dir: d.dir}).sees("Practise", "Student · Ireland")
}

func TestFlagsOnAnExistingRecordHoldForThisRunOnly(t *testing.T) {
	dir := t.TempDir()
	drive(t, given{dir: dir, learner: doctor})
	drive(t, given{dir: dir, learner: tutor.Learner{Role: "student", Jurisdiction: "ie"}}).sees("Student · Ireland")
	drive(t, given{dir: dir}).sees("Doctor · UK")
}

func TestADraftIsNotLostByQuitting(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request")})
	d.keys("b enter 1 r").write("I would ask? q").sees("I would ask? q").keys("ctrl+c")
	if !d.quit || !strings.Contains(d.record(), `text = "I would ask? q"`) {
		t.Errorf("quit %v, and the record is\n%s", d.quit, d.record())
	}
}

func TestKeysTypedAheadReachTheNextScreen(t *testing.T) {
	d := drive(t, given{learner: doctor})
	d.send(screentest.Press("p"))
	d.send(screentest.Press("a"))
	d.sees("Situation 1 of 5").send(screentest.Press("enter"))
	if n := strings.Count(d.record(), "[[sitting]]"); n != 1 {
		t.Errorf("%d sittings were begun", n)
	}
}

func TestLookingAtOneSituationGivesUpNoPractice(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}})
	d.keys("esc").sees("Carry on", "0 of 2")
	d.keys("g / ").write("mix").keys("enter enter esc esc esc esc").sees("Carry on", "0 of 2")
	d.keys("u b J enter 2 esc p a").sees("You left a practice at 1 of 2.").keys("esc p a enter").sees("1 of 2 done.")
}

// TestEveryStageTakesAnotherWindow: the size and the colours may change at any moment, of the second situation as of the first.
func TestEveryStageTakesAnotherWindow(t *testing.T) {
	for _, start := range []screen.Route{screen.ToPractice{}, screen.ToPractice{Ask: tutor.Selection{Topic: "honesty"}}} {
		d := drive(t, given{learner: doctor, start: start, theme: theme.Auto})
		for _, key := range strings.Fields("b a enter 1 u u r esc enter a c 4 3 2 1 enter enter 2 w ! enter a b enter enter") {
			d.size(81, 24)
			d.send(tea.BackgroundColorMsg{Color: color.White})
			d.send(screen.ChangedMsg{})
			d.size(120, 40)
			d.keys(key)
		}
	}
}

func TestLeavingInTheMiddle(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		answers    int
	}{
		{"at a question nothing of it is recorded", "b ctrl+c", 0},
		{"at how sure the answer is saved without it", "b enter ctrl+c", 1},
		{"after the feedback it is there", "b enter 2 ctrl+c", 1},
		{"going back from how sure is not leaving", "b enter esc", 0},
		{"leaving the sitting is no quitting", "b enter 1 esc", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, given{learner: doctor, start: only("a-request")})
			d.keys(c.keys)
			if n := strings.Count(d.record(), "[[answer]]"); n != c.answers {
				t.Errorf("%d answers, want %d:\n%s", n, c.answers, d.record())
			}
			if strings.HasSuffix(c.keys, "enter ctrl+c") && strings.Contains(d.record(), "sure =") {
				t.Error("a certainty was recorded that nobody gave")
			}
		})
	}
}

func TestAnUnfinishedSittingIsOfferedAgain(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}})
	d.keys("b J enter 2")
	before := d.screen()
	d.keys("enter ctrl+c")
	again := drive(t, given{dir: d.dir})
	again.sees("Carry on", "1 of 2").keys("u").sees("Carrying on where you left off: 1 of 2 done.")
	again.keys("x") // clears the notice
	if after := again.screen(); after != before {
		t.Errorf("left at\n%s\ntaken up at\n%s", before, after)
	}
	again.keys("enter a J enter 1 enter").sees("Summary", "2 situations: ")
	again.keys("enter")
	if strings.Contains(again.screen(), "Carry on") {
		t.Error("a finished sitting is offered again")
	}
}

// TestAFamilyFromTheFirstVariantToTheSummary: the turn, left in its feedback, taken up from home, and summed up as one situation.
func TestAFamilyFromTheFirstVariantToTheSummary(t *testing.T) {
	load := families(t)
	d := drive(t, given{learner: doctor, load: load, start: screen.ToGuidance{Clause: "rules/2"}})
	d.keys("enter").sees("Situation 1 of 1").keys("a enter 2").sees("enter next: one thing different", "space 4 options", "g 2 extracts")
	d.keys("enter").sees("Now one thing is different").keys("b enter 3").sees("enter summary").keys("enter").sees("One situation, 2 answers: ")
	p := drive(t, given{dir: d.dir, load: load, start: screen.ToPractice{}})
	p.keys("a J 4 3 2 1 enter 2").sees("enter next situation").keys("enter a J 4 3 2 1 enter 2").sees("enter next: one thing different").keys("ctrl+c")
	again := drive(t, given{dir: d.dir, load: load}).sees("2 of 5").keys("u").sees("Situation 2 of 5", "Carrying on where you left off: 2 of 5 done.")
	again.keys("x").sees("enter next: one thing different").keys("n").sees("Situation 3 of 5")
	if n := strings.Count(again.record(), "[[answer]]"); n != 4 {
		t.Errorf("%d answers are recorded", n)
	}
}

func TestASituationIsPractisedFromAClause(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToGuidance{Clause: "new/2"}})
	d.keys("enter").sees("Situation 1 of 1")
}

// TestTheLetterQGoesBackAndFromTheFirstScreenQuits; where one types it is a letter.
func TestTheLetterQGoesBackAndFromTheFirstScreenQuits(t *testing.T) {
	drive(t, given{learner: doctor}).keys("s q").sees("Guidance", "Settings").keys("g down q").sees("Practise")
	d := drive(t, given{learner: doctor}).keys("g / ").write("q").sees("Search: q")
	if d.keys("esc q"); d.quit {
		t.Fatal("it quits from a screen that can be gone back from")
	}
	if d.keys("q"); !d.quit {
		t.Error("it does not quit from the first screen")
	}
	if d := drive(t, given{}).keys("q"); !d.quit {
		t.Error("it does not quit from the welcome")
	}
}

func TestSettingsChangeTheLearnerFromNowOn(t *testing.T) {
	d := drive(t, given{learner: doctor})
	d.keys("s down down down enter").sees("(•) Student", "Student · UK")
	drive(t, given{dir: d.dir}).sees("Student · UK")
	if !strings.Contains(d.record(), "[[setting]]") || !strings.Contains(d.record(), "role = \"doctor\"") {
		t.Errorf("the record is\n%s", d.record())
	}
}

func TestHelpShowsTheKeysThatWorkHere(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToPractice{}})
	d.keys("?").sees("Keys that work here", "submit", "quit from anywhere").keys("x").sees("Situation 1")
}

func TestHelpExplainsItsWordsAPageEachThatIsWholeInASmallWindow(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToPractice{}})
	d.keys("?")
	for i, e := range prose.Explanations() {
		d.keys(strconv.Itoa(i+1)).sees(e.Word, "Example: ", "Any other key goes back.")
	}
	d.keys("right").sees("Keys that work here").keys("left").sees("Review").keys("x").sees("Situation 1")
}

// TestADamagedRecordIsSetAsideAndABackupOffered is fault 5 on the screen.
func TestADamagedRecordIsSetAsideAndABackupOffered(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToPractice{}})
	d.keys("b enter 2 ctrl+c")
	whole := d.record()
	if err := os.WriteFile(filepath.Join(d.dir, "progress.toml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	again := drive(t, given{dir: d.dir, learner: doctor})
	again.sees("Your record could not be read", "In progress.toml: the file is empty.", "Go back to the backup").lacks("mend that line").keys("esc ctrl+c")
	if got := again.record(); got != "" {
		t.Errorf("nobody had agreed to anything, and the record is\n%s", got)
	}
	again = drive(t, given{dir: d.dir})
	again.keys("n").sees("What is your role?", "Nothing was deleted", "progress.corrupt-20261122").keys("ctrl+c")
	again = drive(t, given{dir: d.dir, learner: doctor})
	again.sees("There is no record here, but its backups are.", "progress.corrupt-20261122").keys("b").sees("Practise").lacks("corrupt")
	if got := again.record(); !strings.HasPrefix(whole, got) || !strings.Contains(got, "[learner]") {
		t.Errorf("restored\n%s", got)
	}
}

// TestADamagedRecordThatWasSetAsideIsNamedUntilThereIsANewOne: without backups too.
func TestADamagedRecordThatWasSetAsideIsNamedUntilThereIsANewOneAndOnceMore(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "progress.corrupt-20261122-092811.toml"), []byte("?"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		drive(t, given{dir: dir, learner: doctor}).sees("There is no record here.", "progress.corrupt-20261122-092811.toml").lacks("Go back").keys("ctrl+c")
	}
	drive(t, given{dir: dir}).keys("n 1 1").sees("Practise").keys("ctrl+c")
	drive(t, given{dir: dir}).sees("Practise", "set aside: progress.corrupt-20261122-092811.toml", "probity data aside").keys("ctrl+c")
	drive(t, given{dir: dir}).sees("Practise").lacks("corrupt")
}

// TestWindowsOpenedTogetherOnAFirstRunAgree: what the one makes is not taken by the other for the leavings of a record that is gone.
func TestWindowsOpenedTogetherOnAFirstRunAgree(t *testing.T) {
	dir := t.TempDir()
	first, second := drive(t, given{dir: dir}), drive(t, given{dir: dir})
	first.keys("1 1")
	drive(t, given{dir: dir}).sees("Practise").lacks("no record").keys("ctrl+c")
	second.sees("What is your role?").keys("4 2").sees("Doctor · UK", "Another window had made your record already", "doctor, United Kingdom")
	first.keys("p a b enter 2 enter")
	second.keys("p a b enter 2 enter").lacks("Not saved").lacks("already")
	first.keys("b enter 2 enter ctrl+c")
	second.keys("b enter 2 enter ctrl+c")
	if n := strings.Count(first.record(), "[[answer]]"); n != 4 {
		t.Errorf("%d answers are kept, of 4:\n%s", n, first.record())
	}
}

// TestWithoutAFolderToWriteInTheTutorRuns is fault 11.
func TestWithoutAFolderToWriteInTheTutorRuns(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(dir, []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := drive(t, given{dir: filepath.Join(dir, "data"), learner: doctor})
	d.sees("progress is not being kept").keys("p a b enter 2").sees("Not kept.")
}

// TestWhatCannotBeSavedIsKeptAndTriedAgain is fault 1 as the learner sees it.
func TestWhatCannotBeSavedIsKeptAndTriedAgain(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToPractice{}})
	file, away := filepath.Join(d.dir, "progress.toml"), filepath.Join(d.dir, "away")
	for _, err := range []error{os.Rename(file, away), os.Mkdir(file, 0o700)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	d.keys("b enter 2").sees("not saved", "Not saved", "trying again.")
	for _, err := range []error{os.Remove(file), os.Rename(away, file)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	d.send(retryMsg{})
	d.sees("Saved.")
	if n := strings.Count(d.record(), "[[answer]]"); n != 1 {
		t.Errorf("%d answers on the disk, want 1", n)
	}
}

// TestATaskIsDoneWhateverScreenIsUp: leaving a screen doesn't lose what it asked for.
func TestATaskIsDoneWhateverScreenIsUp(t *testing.T) {
	d := drive(t, given{learner: doctor})
	done := 0
	task := tutor.Task[int]{Run: func() int { return 7 }, Done: func(n int) { done += n }}
	d.run(screen.Run(task, func(n int) tea.Msg { return n }))
	d.run(screen.Run(task, nil))
	if done != 14 {
		t.Errorf("done with %d", done)
	}
	d.sees("Practise")
}
