// The certificate screen: what it looks like at each stage, and what comes of its keys.

package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/certificate"
	"probity/tui/screen"
)

// assessed is a record with an assessment handed in, and a practice before.
func assessed() []progress.Fact {
	in := func(sitting string, a progress.Answer) progress.Answer { a.Sitting = sitting; return a }
	return []progress.Fact{
		progress.Sitting{ID: "before", Kind: progress.Practice, Drawn: []string{"a-thread"}, Library: "0.0.1", At: started.AddDate(0, -3, 0)},
		in("before", replied("a-thread", "honesty", 1, 2, 92)), progress.Reflection{Scenario: "a-request", Text: "I was too quick."},
		progress.Sitting{ID: "done", Kind: progress.Assessment, Drawn: []string{"a-request", "four-ways"}, Library: "0.0.1", At: started.AddDate(0, 0, -2)},
		in("done", replied("a-request", "boundaries", 4, 3, 2)), in("done", replied("four-ways", "honesty", 3, 2, 2)),
		progress.Submit{Sitting: "done", Pass: 0.5, At: started.AddDate(0, 0, -2)},
	}
}

// filled is a record with a draft for its assessment beside it.
func filled(t *testing.T, own certificate.Own) string {
	t.Helper()
	dir := recorded(t, assessed()...)
	file, err := certificate.Draft{For: "done", Own: own}.Encode()
	if err == nil {
		err = os.Mkdir(filepath.Join(dir, "drafts"), 0o700)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "drafts", "certificate.toml"), file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var siobhan = certificate.Own{
	Name: "Siobhán Ní Dhomhnaill", Registration: "7654321", Hours: 1.5, Change: "I ask before I post.",
	Reflection:  certificate.Reflection{What: "An evening's work.", SoWhat: "It reminded me of Mrs Murphy, born 3 May 1941.", NowWhat: "I read to the end."},
	Facilitated: &certificate.Facilitated{Facilitator: "Dr Máire Ó Súilleabháin", Place: "Gaillimh", Size: 14},
}

func TestCertificateGoldens(t *testing.T) {
	for _, size := range sizes {
		for _, c := range []struct{ name, keys string }{
			{"choose", ""}, {"form", "enter"}, {"form, to the end", "enter end"}, {"a field", "enter enter"},
			{"a field further down", "enter down down down enter"}, {"preview", "enter v"}, {"export", "enter x"},
		} {
			t.Run(fmt.Sprintf("%s %dx%d", c.name, size[0], size[1]), func(t *testing.T) {
				d := drive(t, given{dir: filled(t, siobhan), start: screen.ToCertificate{}, width: size[0], height: size[1]})
				look(t, d.keys(c.keys), size)
			})
		}
		t.Run(fmt.Sprintf("nothing to certify %dx%d", size[0], size[1]), func(t *testing.T) {
			look(t, drive(t, given{dir: recorded(t), start: screen.ToCertificate{}, width: size[0], height: size[1]}), size)
		})
	}
}

// certifying is the form for an assessment, nothing filled in.
func certifying(t *testing.T) *driver {
	t.Helper()
	d := drive(t, given{dir: recorded(t, assessed()...), start: screen.ToCertificate{}, width: 80, height: 60})
	return d.sees("Assessment of 20 November 2026", "2 answers, 5 minutes, 62 % above chance, passed").keys("enter").sees("What only you know")
}

func TestACertificateFromChoiceToFile(t *testing.T) {
	d := certifying(t)
	t.Chdir(t.TempDir())
	d.keys("v").sees("A certificate needs your name.").keys("x").sees("A certificate needs your name.")
	d.sees("I worked through 2 situations", "A request after clinic: I was too quick.") // where the reflection starts
	d.keys("down enter").write("Ann O'Example").keys("enter").sees("Ann O'Example")
	d.keys("down down enter").write("1,5").keys("enter").sees("1.5")
	d.keys("v").sees("Certificate of learning", "Ann O'Example, doctor", "1.5 hours, claimed by the learner", "Self-attested record.")
	d.keys("x 1").sees("Written to probity-certificate-2026-11-20.pdf.").keys("4").sees("Written to probity-certificate-2026-11-20.json.")
	d.keys("4").sees("Written to probity-certificate-2026-11-20-2.json.")
	for _, name := range []string{"probity-certificate-2026-11-20.pdf", "probity-certificate-2026-11-20.json"} {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if v, err := certificate.Verify(file, "Probity 0.1.0"); err != nil || !v.Unchanged {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
	if n := strings.Count(d.record(), "[[certificate]]"); n != 1 || strings.Contains(d.record(), "Example") {
		t.Errorf("%d certificates in the record:\n%s", n, d.record())
	}
	d.keys("esc").sees("What only you know").keys("esc").sees("What do you want it").keys("esc").sees("Practise")
}

// TestHoursThatCannotBeAreRefusedAtOnce: they stay to be mended, and going back leaves what was there.
func TestHoursThatCannotBeAreRefusedAtOnce(t *testing.T) {
	d := drive(t, given{dir: filled(t, siobhan), start: screen.ToCertificate{}, width: 80, height: 60}).keys("enter down down")
	for _, hours := range []string{"lots", "NaN", "inf", "-1", "1e9", "1e999", "1000.5", "1000000000"} {
		d.keys("enter ctrl+u").write(hours).keys("enter").sees("should be between 0 and 1000, such as 1.5.", "The time you put in", hours)
		d.keys("esc").sees("What only you know", "Hours claimed            1.5")
	}
	d.keys("enter ctrl+u").write("1e9").keys("enter ctrl+u").write("3 h").keys("enter").sees("Hours claimed            3")
}

func TestAFolderThatCannotBeWrittenToIsSaid(t *testing.T) {
	d := drive(t, given{dir: filled(t, siobhan), start: screen.ToCertificate{}}).keys("enter x")
	folder := t.TempDir()
	t.Chdir(folder)
	if err := os.Remove(folder); err != nil { // nobody can write to a folder that is gone, whoever they are
		t.Skip("the folder a program runs in cannot be removed here")
	}
	d.keys("1").sees("writing the file")
	if strings.Contains(d.record(), "[[certificate]]") {
		t.Error("a certificate is noted that was not written")
	}
}

// TestTheDraftSurvivesQuitting: with what was being typed when the learner left.
func TestTheDraftSurvivesQuitting(t *testing.T) {
	d := certifying(t).keys("enter").write("Ann").keys("enter down down down enter").write(" An evening's work.").keys("ctrl+s")
	d.keys("down down down enter").write("Ask first").keys("ctrl+c")
	if !d.quit {
		t.Fatal("the program goes on")
	}
	again := drive(t, given{dir: d.dir, start: screen.ToCertificate{}, width: 80, height: 60}).keys("enter")
	again.sees("Ann", "Ask first").keys("v").sees("social media. An", "evening's work.")
	if strings.Contains(again.record(), "Ask first") {
		t.Error("the record holds the draft")
	}
}

// TestLookingAtOtherWorkKeepsTheDraft: it is another's only once something is written for that.
func TestLookingAtOtherWorkKeepsTheDraft(t *testing.T) {
	d := drive(t, given{dir: filled(t, siobhan), start: screen.ToCertificate{}, width: 80, height: 60})
	d.keys("enter").sees("An evening's work.").keys("esc down enter").sees("Siobhán Ní Dhomhnaill", "I worked through 2 situations")
	d.keys("esc up enter").sees("An evening's work.", "I ask before I post.")
}

func TestWhatMayIdentifyAPatientIsSaid(t *testing.T) {
	d := certifying(t).keys("down down down down enter").write(" Mrs Murphy of ward 9 asked me.").keys("ctrl+s")
	d.sees("! may identify somebody: Mrs Murphy")
	d.keys("v").sees("needs your name") // a word, not a bar
	own := drive(t, given{dir: filled(t, certificate.Own{Name: "Mrs Ann Murphy", Registration: "7654321"}), start: screen.ToCertificate{}}).keys("enter")
	if strings.Contains(own.screen(), "may identify") {
		t.Errorf("the learner's own name is warned of:\n%s", own.screen())
	}
}

// TestAnswersLeftOutAreNamed: before anything is exported.
func TestAnswersLeftOutAreNamed(t *testing.T) {
	d := drive(t, given{dir: recorded(t, swollen(2), replied("four-ways", "honesty", 3, 2, 2)), start: screen.ToCertificate{}, width: 80, height: 60})
	d.sees("One answer, 3 minutes, 60", "1 answer left out").keys("enter").sees("Left out: “A request after clinic”, 20 November 2026: the record says")
}

// TestARecordOfNothingButSuchMarksSaysWhy.
func TestARecordOfNothingButSuchMarksSaysWhy(t *testing.T) {
	drive(t, given{dir: recorded(t, swollen(2)), start: screen.ToCertificate{}, width: 80, height: 60}).sees("The marks of 1 answer can't be right", "A request after clinic")
}

// TestABlankPaperIsNotCalledAnswers.
func TestABlankPaperIsNotCalledAnswers(t *testing.T) {
	blank := replied("a-request", "boundaries", 0, 0, 2)
	blank.Sitting, blank.Chosen = "blank", nil
	d := drive(t, given{dir: recorded(t, progress.Sitting{ID: "blank", Kind: progress.Assessment, Drawn: []string{"a-request"}, Library: "0.0.1", At: blank.At}, blank,
		progress.Submit{Sitting: "blank", Pass: 0.5, At: blank.At}), start: screen.ToCertificate{}, width: 80, height: 60})
	d.sees("0 answers, 1 left blank, ", "not passed").keys("enter enter").write("Ann").keys("enter v end").sees("1 situation left blank, and no answer, in")
}

func TestAFacilitatedSession(t *testing.T) {
	d := drive(t, given{dir: filled(t, certificate.Own{Name: "Ann"}), start: screen.ToCertificate{}, width: 80, height: 60}).keys("enter")
	if strings.Contains(d.screen(), "Group size") {
		t.Error("self-study is asked for its group")
	}
	d.keys("down down down down down down down enter").write("Dr Bob").keys("enter").sees("Place", "Group size")
	d.keys("v").sees("A facilitated session needs the place")
	d.keys("up up enter").write("Ward 9").keys("enter").keys("down enter")
	for _, size := range []string{"a few", "0", "-3", "10001", "99999999999999999999"} {
		d.keys("ctrl+u").write(size).keys("enter").sees("needs the size of the group, such as 12.", size)
	}
	d.keys("ctrl+u").write("12").keys("enter")
	d.keys("v pgdown").sees("Facilitated by Dr Bob, at Ward 9, in a group of 12")
}
