// Filling the form in: what is refused, and what of it is kept.
package certificate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	domain "probity/progress/certificate"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// TestHoursThatCannotBeAreRefusedAtOnce: they stay to be mended, and going back leaves what was there.
func TestHoursThatCannotBeAreRefusedAtOnce(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter down down")
	for _, hours := range []string{"lots", "NaN", "inf", "-1", "1e9", "1e999", "1000.5", "1000000000"} {
		d.Keys("enter ctrl+u").Write(hours).Offers("back").Denies("back, kept")
		d.Keys("enter").Sees("should be between 0.01 and 1000, such as 1.5.", "The time you put in", hours)
		d.Keys("esc").Sees("Esc again leaves it as it was.", hours).Keys("esc").Sees("Yours to check and fill in", "Hours claimed            1.5")
	}
	d.Keys("enter ctrl+u").Write("1e9").Keys("enter ctrl+u").Write("3 h").Keys("enter").Sees("Hours claimed            3")
}

// TestAGroupSizeThatIsNoneIsRefusedAtOnce; a pasted line break is a blank on a line.
func TestAGroupSizeThatIsNoneIsRefusedAtOnce(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter down down down down down down down down down")
	for _, size := range []string{"twelve", "12.5", "1e6", "0", "-3", "1000000"} {
		d.Keys("enter ctrl+u").Write(size).Keys("enter").Sees("needs the size of the group, such as 12.", "How many took part.", size)
		d.Keys("esc esc").Sees("Yours to check and fill in", "Group size               14")
	}
	d.Keys("up enter ctrl+u").Send(tea.PasteMsg{Content: "Gaillimh\nThoir\n"}).Keys("esc").Sees("Place                    Gaillimh Thoir")
}

// TestWhatIsWrittenIsKeptHoweverItIsLeft, and the foot says so.
func TestWhatIsWrittenIsKeptHoweverItIsLeft(t *testing.T) {
	d := certifying(t)
	d.Keys("enter").Write("Siobhan").Offers("keep").Offers("back, kept").Keys("esc").Sees("Name                     Siobhan")
}

// TestTheDraftSurvivesQuitting: with what was being typed when the learner left.
func TestTheDraftSurvivesQuitting(t *testing.T) {
	d := certifying(t).Keys("enter").Write("Ann").Keys("enter down down down enter").Write(" An evening's work.").Keys("ctrl+s")
	d.Keys("down down down enter").Write("Ask first").Close()
	again := at(t, d.Dir).Keys("enter")
	again.Sees("Ann", "Ask first").Keys("v").Sees("social media. An", "evening's work.")
	if strings.Contains(again.Record(), "Ask first") {
		t.Error("the record holds the draft")
	}
}

// TestLookingAtOtherWorkKeepsTheDraft: it is another's only once something is written for that.
func TestLookingAtOtherWorkKeepsTheDraft(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan()))
	d.Keys("enter").Sees("An evening's work.").Keys("esc down enter").Sees("Siobhán Ní Dhomhnaill", "I worked through 2 situations")
	d.Keys("esc up enter").Sees("An evening's work.", "I ask before I post.")
}

func TestWhatMayIdentifyAPatientIsSaid(t *testing.T) {
	d := certifying(t).Keys("down down down down enter").Write(" Mrs Murphy of ward 9 asked me.").Keys("ctrl+s")
	d.Sees("“Mrs Murphy” could lead to a patient", "Ctrl+S again keeps it").Keys("ctrl+s").Sees("! could lead to a patient: Mrs Murphy")
	d.Keys("v").Sees("needs your name") // a word, not a bar
	own := at(t, screentest.Filled(t, domain.Own{Name: "Mrs Ann Murphy", Registration: "7654321"})).Keys("enter")
	if strings.Contains(own.View(), "could lead to") {
		t.Errorf("the learner's own name is warned of:\n%s", own.View())
	}
}

func TestAFacilitatedSession(t *testing.T) {
	d := at(t, screentest.Filled(t, domain.Own{Name: "Ann"})).Keys("enter")
	if strings.Contains(d.View(), "Group size") {
		t.Error("self-study is asked for its group")
	}
	d.Keys("down down down down down down down enter").Write("Dr Bob").Keys("enter").Sees("Place", "Group size")
	d.Keys("v").Sees("A facilitated session needs the place", "› Place")
	d.Keys("enter").Write("Ward 9").Keys("enter").Keys("down enter")
	for _, size := range []string{"a few", "0", "-3", "10001", "99999999999999999999"} {
		d.Keys("ctrl+u").Write(size).Keys("enter").Sees("needs the size of the group, such as 12.", size)
	}
	d.Keys("ctrl+u").Write("12").Keys("enter")
	d.Keys("v").Sees("Facilitated by Dr Bob, at Ward 9, in a group of 12")
}

// TestEnterIsOfferedForWhatItDoes on each line of the form.
func TestEnterIsOfferedForWhatItDoes(t *testing.T) {
	d := certifying(t).Offers("fill in").Keys("end").Offers("export").Keys("up").Denies("fill in")
	d.Keys("home").Offers("fill in")
}

// TestADraftThatCannotBeReadIsSaidAndLeftAsItIs: the moment the screen is up, and again when it would be replaced.
func TestADraftThatCannotBeReadIsSaidAndLeftAsItIs(t *testing.T) {
	dir := screentest.Recorded(t, screentest.Assessed()...)
	beside(t, dir, "drafts/certificate.toml", "name = !!!")
	d := at(t, dir).Sees("The draft of your certificate, drafts/certificate.toml in the data folder, could not be read")
	d.Holds = true
	d.Keys("enter enter").Write("Ann").Keys("enter").Sees("Ann")
	if err := d.Tutor.Flush(); err == nil || !strings.Contains(prose.Worded(err), "could not be read") {
		t.Errorf("saving it says %v", err)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "drafts", "certificate.toml")); string(text) != "name = !!!" {
		t.Errorf("the draft has become\n%s", text)
	}
}

// TestADraftThatCannotBeKeptIsThereInThisRun: what was written is still there to be exported, and to come back to; no field says that it is kept.
func TestADraftThatCannotBeKeptIsThereInThisRun(t *testing.T) {
	dir := screentest.Recorded(t, screentest.Assessed()...)
	beside(t, dir, "drafts", "in the way")
	d := at(t, dir)
	d.Holds = true
	d.Keys("enter enter").Write("Ann").Keys("enter").Sees("Ann").Keys("v").Titled("Certificate · preview")
	if err := d.Tutor.Flush(); err == nil {
		t.Error("it is saved")
	}
	again := New(d.Env, parts(d.Tutor))
	d.Show(again).Keys("enter").Sees("Name                     Ann").Keys("enter").Offers("back, not saved yet")
}

// TestEscKeepsWhatWasWritten, and where nothing was there is no draft.
func TestEscKeepsWhatWasWritten(t *testing.T) {
	d := certifying(t).Keys("enter esc")
	if drafts, _ := os.ReadDir(filepath.Join(d.Dir, "drafts")); len(drafts) > 0 {
		t.Errorf("kept are %v", drafts)
	}
	d.Keys("enter").Write("Ann").Keys("esc").Sees("Name                     Ann")
	again := at(t, d.Dir).Keys("enter").Sees("Name                     Ann")
	again.Keys("enter esc").Sees("Yours to check and fill in").Keys("enter ctrl+u esc").Sees("Name                     –")
}

// TestThePartThatIsInTheWayIsGoneTo, of a reflection too.
func TestThePartThatIsInTheWayIsGoneTo(t *testing.T) {
	own := domain.Own{Name: "Ann", Reflection: domain.Reflection{What: "An evening.", NowWhat: "I ask \uFFFD first."}}
	at(t, screentest.Filled(t, own)).Keys("enter v").Sees("“What next?” holds \uFFFD", "› What next?")
}

func TestHoursCanBeTakenBack(t *testing.T) {
	at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter down down enter ctrl+u enter").Sees("Hours claimed            –").Keys("v").Lacks("Time claimed")
}

// TestWithoutAFacilitatorItIsSelfStudy: place and size go with the name.
func TestWithoutAFacilitatorItIsSelfStudy(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter").Sees("Facilitated by", "Place", "Gaillimh", "Group size", "14")
	d.Keys("down down down down down down down enter ctrl+u enter").Lacks("Place", "Gaillimh", "Group size").Keys("v").Lacks("Facilitated by")
}

// TestQuittingLosesOnlyWhatTheFieldCannotHold, and says so: what was there before stays.
func TestQuittingLosesOnlyWhatTheFieldCannotHold(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter down down enter ctrl+u").Write("lots")
	filler := d.Screen().(screen.Filler)
	if begun, unfit := filler.Filling(); !begun || unfit == nil {
		t.Errorf("filling is %v, %v", begun, unfit)
	}
	d.Screen().(screen.Closer).Close()
	if err := d.Tutor.Flush(); err == nil || !strings.Contains(err.Error(), "hours") {
		t.Errorf("leaving says %v", err)
	}
	at(t, d.Dir).Keys("enter").Sees("Hours claimed            1.5")
}

func TestLettersAreTextOnlyInAField(t *testing.T) {
	d := certifying(t)
	if d.Typing() {
		t.Error("letters are text in the form")
	}
	if d.Keys("enter"); !d.Typing() {
		t.Error("letters are keys in a field")
	}
	if d.Write("vx").Keys("enter").Sees("vx"); d.Typing() {
		t.Error("letters are still text")
	}
}
