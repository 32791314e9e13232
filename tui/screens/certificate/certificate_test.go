package certificate

import (
	"os"
	"strings"
	"testing"

	"probity/progress"
	domain "probity/progress/certificate"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// at is the screen on the record in a folder.
func at(t *testing.T, dir string) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, dir, screentest.Nobody)
	return d.Resize(80, 56).Show(New(d.Env))
}

// certifying is the form for an assessment, nothing filled in.
func certifying(t *testing.T) *screentest.Driver {
	t.Helper()
	d := at(t, screentest.Recorded(t, screentest.Assessed()...))
	return d.Sees("Assessment of 20 November 2026", "2 answers, 5 minutes, 62 % above chance, passed").Keys("enter").Sees("What only you know")
}

// TestHoursThatCannotBeAreRefusedAtOnce: they stay to be mended, and going back leaves what was there.
func TestHoursThatCannotBeAreRefusedAtOnce(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter down down")
	for _, hours := range []string{"lots", "NaN", "inf", "-1", "1e9", "1e999", "1000.5", "1000000000"} {
		d.Keys("enter ctrl+u").Write(hours).Keys("enter").Sees("should be between 0 and 1000, such as 1.5.", "The time you put in", hours)
		d.Keys("esc").Sees("What only you know", "Hours claimed            1.5")
	}
	d.Keys("enter ctrl+u").Write("1e9").Keys("enter ctrl+u").Write("3 h").Keys("enter").Sees("Hours claimed            3")
}

func TestAFolderThatCannotBeWrittenToIsSaid(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter x")
	folder := t.TempDir()
	t.Chdir(folder)
	if err := os.Remove(folder); err != nil { // nobody can write to a folder that is gone, whoever they are
		t.Skip("the folder a program runs in cannot be removed here")
	}
	d.Keys("1").Sees("writing the file")
	if strings.Contains(d.Record(), "[[certificate]]") {
		t.Error("a certificate is noted that was not written")
	}
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
	d.Sees("! may identify somebody: Mrs Murphy")
	d.Keys("v").Sees("needs your name") // a word, not a bar
	own := at(t, screentest.Filled(t, domain.Own{Name: "Mrs Ann Murphy", Registration: "7654321"})).Keys("enter")
	if strings.Contains(own.View(), "may identify") {
		t.Errorf("the learner's own name is warned of:\n%s", own.View())
	}
}

// TestAnswersLeftOutAreNamed: before anything is exported.
func TestAnswersLeftOutAreNamed(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Swollen(2), screentest.Replied("four-ways", "honesty", 3, 2, 2)))
	d.Sees("One answer, 3 minutes, 60", "1 answer left out").Keys("enter").Sees("Left out: “A request after clinic”, 20 November 2026: the record says")
}

// TestARecordOfNothingButSuchMarksSaysWhy.
func TestARecordOfNothingButSuchMarksSaysWhy(t *testing.T) {
	at(t, screentest.Recorded(t, screentest.Swollen(2))).Sees("The marks of 1 answer can't be right", "A request after clinic")
}

// TestABlankPaperIsNotCalledAnswers.
func TestABlankPaperIsNotCalledAnswers(t *testing.T) {
	blank := screentest.Replied("a-request", "boundaries", 0, 0, 2)
	blank.Sitting, blank.Chosen = "blank", nil
	d := at(t, screentest.Recorded(t, progress.Sitting{ID: "blank", Kind: progress.Assessment, Drawn: []string{"a-request"}, Library: "0.0.1", At: blank.At}, blank,
		progress.Submit{Sitting: "blank", Pass: 0.5, At: blank.At}))
	d.Sees("0 answers, 1 left blank, ", "not passed").Keys("enter enter").Write("Ann").Keys("enter v end").Sees("1 situation left blank, and no answer, in")
}

func TestAFacilitatedSession(t *testing.T) {
	d := at(t, screentest.Filled(t, domain.Own{Name: "Ann"})).Keys("enter")
	if strings.Contains(d.View(), "Group size") {
		t.Error("self-study is asked for its group")
	}
	d.Keys("down down down down down down down enter").Write("Dr Bob").Keys("enter").Sees("Place", "Group size")
	d.Keys("v").Sees("A facilitated session needs the place")
	d.Keys("up up enter").Write("Ward 9").Keys("enter").Keys("down enter")
	for _, size := range []string{"a few", "0", "-3", "10001", "99999999999999999999"} {
		d.Keys("ctrl+u").Write(size).Keys("enter").Sees("needs the size of the group, such as 12.", size)
	}
	d.Keys("ctrl+u").Write("12").Keys("enter")
	d.Keys("v pgdown").Sees("Facilitated by Dr Bob, at Ward 9, in a group of 12")
}

func TestACertificateFromChoiceToFile(t *testing.T) {
	d := certifying(t)
	t.Chdir(t.TempDir())
	d.Keys("v").Sees("A certificate needs your name.").Keys("x").Sees("A certificate needs your name.")
	d.Sees("I worked through 2 situations", "A request after clinic: I was too quick.") // where the reflection starts
	d.Keys("down enter").Write("Ann O'Example").Keys("enter").Sees("Ann O'Example")
	d.Keys("down down enter").Write("1,5").Keys("enter").Sees("1.5")
	d.Keys("v").Sees("Certificate of learning", "Ann O'Example, doctor", "1.5 hours, claimed by the learner", "Self-attested record.")
	d.Keys("x 1").Sees("Written to probity-certificate-2026-11-20.pdf.").Keys("4").Sees("Written to probity-certificate-2026-11-20.json.")
	d.Keys("4").Sees("Written to probity-certificate-2026-11-20-2.json.")
	for _, name := range []string{"probity-certificate-2026-11-20.pdf", "probity-certificate-2026-11-20.json"} {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if v, err := domain.Verify(file, "Probity 0.1.0"); err != nil || !v.Unchanged {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
	if n := strings.Count(d.Record(), "[[certificate]]"); n != 1 || strings.Contains(d.Record(), "Example") {
		t.Errorf("%d certificates in the record:\n%s", n, d.Record())
	}
	d.Keys("esc").Sees("What only you know").Keys("esc").Sees("What do you want it").Keys("esc").Requests(screen.Close{})
}
