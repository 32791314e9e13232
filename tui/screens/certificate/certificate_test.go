package certificate

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/progress"
	domain "probity/progress/certificate"
	"probity/tui/parts/theme"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Clock: t.Clock, Certificates: t.Certificates}
}

// at is the screen on the record in a folder.
func at(t *testing.T, dir string) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, dir, screentest.Nobody)
	return d.Resize(80, 56).Show(New(d.Env, parts(d.Tutor)))
}

// certifying is the form for an assessment, nothing filled in.
func certifying(t *testing.T) *screentest.Driver {
	t.Helper()
	d := at(t, screentest.Recorded(t, screentest.Assessed()...))
	return d.Sees("Assessment of 20 November 2026", "2 answers, 5 minutes, 2 of 2 right, passed").Keys("enter").Sees("Yours to check and fill in")
}

// TestHoursThatCannotBeAreRefusedAtOnce: they stay to be mended, and going back leaves what was there.
func TestHoursThatCannotBeAreRefusedAtOnce(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter down down")
	for _, hours := range []string{"lots", "NaN", "inf", "-1", "1e9", "1e999", "1000.5", "1000000000"} {
		d.Keys("enter ctrl+u").Write(hours).Offers("back").Denies("back, kept")
		d.Keys("enter").Sees("should be between 0 and 1000, such as 1.5.", "The time you put in", hours)
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

func TestAFolderThatCannotBeWrittenToIsSaid(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter x")
	folder := t.TempDir()
	t.Chdir(folder)
	if err := os.Remove(folder); err != nil { // nobody can write to a folder that is gone, whoever they are
		t.Skip("the folder a program runs in cannot be removed here")
	}
	d.Keys("1").Sees("could lead to a patient").Keys("1").Sees("could not be written in ", "Start Probity in a folder of your own")
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
	d.Sees("“Mrs Murphy” could lead to a patient", "Ctrl+S again keeps it").Keys("ctrl+s").Sees("! could lead to a patient: Mrs Murphy")
	d.Keys("v").Sees("needs your name") // a word, not a bar
	own := at(t, screentest.Filled(t, domain.Own{Name: "Mrs Ann Murphy", Registration: "7654321"})).Keys("enter")
	if strings.Contains(own.View(), "could lead to") {
		t.Errorf("the learner's own name is warned of:\n%s", own.View())
	}
}

// TestAnswersLeftOutAreNamed: before anything is exported.
func TestAnswersLeftOutAreNamed(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Swollen(2), screentest.Replied("four-ways", "honesty", 3, 2, 2)))
	d.Sees("One answer, 3 minutes, 1 of 1 right", "1 answer left out").Keys("enter").Sees("Left out: “A request after clinic”, 20 November 2026: the record says")
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
	d.Keys("v").Sees("A facilitated session needs the place", "› Place")
	d.Keys("enter").Write("Ward 9").Keys("enter").Keys("down enter")
	for _, size := range []string{"a few", "0", "-3", "10001", "99999999999999999999"} {
		d.Keys("ctrl+u").Write(size).Keys("enter").Sees("needs the size of the group, such as 12.", size)
	}
	d.Keys("ctrl+u").Write("12").Keys("enter")
	d.Keys("v").Sees("Facilitated by Dr Bob, at Ward 9, in a group of 12")
}

func TestACertificateFromChoiceToFile(t *testing.T) {
	d := certifying(t)
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	d.Resize(300, 40).Keys("v").Sees("A certificate needs your name.", "› Name").Keys("x").Sees("A certificate needs your name.", "› Name")
	d.Sees("I worked through 2 situations", "So what?                 –", "Use what you wrote       1 reflection").Lacks("I was too quick.") // it is offered
	d.Keys("end up up enter").Sees("So what?                 A request after clinic: I was too quick.").Lacks("Use what you wrote").Keys("home enter").Write("Ann O'Example").Keys("enter").Sees("Ann O'Example")
	d.Keys("down down enter").Write("1,5").Keys("enter").Sees("1.5")
	d.Keys("v").Sees("Certificate of learning", "Ann O'Example, doctor", "1.5 hours, by the learner", "Self-attested record.")
	d.Keys("x 1").Sees("Written to probity-certificate-2026-11-20.pdf, in " + here + ".").Keys("5").Sees("Written to probity-certificate-2026-11-20.json, in ")
	d.Keys("5").Sees("Written to probity-certificate-2026-11-20-2.json, in ")
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
	d.Keys("esc").Sees("Yours to check and fill in").Keys("esc").Sees("What do you want it").Keys("esc").Requests(screen.Close{})
}

// beside puts a file beside the record: in the way, or damaged.
func beside(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestNothingIsToChooseBeforeTheLibraryIsThere(t *testing.T) {
	d := screentest.Early(t, screentest.Recorded(t, screentest.Assessed()...), screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Titled("Certificate").Lacks("Assessment of", "nothing to certify").Keys("enter").Titled("Certificate")
	d.Ready().Sees("What do you want it", "Assessment of 20 November 2026")
}

// TestNothingIsChosenBeforeTheDraftIsKnown: else it would begin anew, and what was filled in would be lost.
func TestNothingIsChosenBeforeTheDraftIsKnown(t *testing.T) {
	d := screentest.In(t, screentest.Filled(t, screentest.Siobhan()), screentest.Nobody)
	s := New(d.Env, parts(d.Tutor))
	s.Layout(screen.Frame{Width: 80, Height: 40, Theme: theme.New(theme.Mono, true)})
	s.Update(screentest.Press("enter"))
	d.Show(s).Titled("Certificate").Keys("enter").Sees("Siobhán Ní Dhomhnaill")
}

// TestWhatCanBeCertified: work that was done, latest assessment first, and why there is nothing where there is nothing.
func TestWhatCanBeCertified(t *testing.T) {
	open := progress.Sitting{ID: "open", Kind: progress.Assessment, Drawn: []string{"a-request"}, Library: "0.0.1", At: screentest.Started}
	inIt := screentest.Replied("a-request", "boundaries", 4, 3, 0)
	inIt.Sitting = "open"
	attended := progress.Attended{Session: "s1", Title: "A first Monday", Situations: []string{"a-request"}, Minutes: 45, Size: 14, Library: "0.0.1", Held: screentest.Started.AddDate(0, 0, -3)}
	for _, c := range []struct {
		name        string
		facts       []progress.Fact
		sees, lacks []string
	}{
		{"nothing yet", nil, []string{"There is nothing to certify yet: practise, or sit an assessment, and come"}, []string{"Everything"}},
		{"an assessment that is open", []progress.Fact{open, inIt}, []string{"assessment"}, []string{"nothing to certify yet", "Everything"}},
		{"one answer", []progress.Fact{screentest.Replied("a-request", "boundaries", 4, 3, 2)},
			[]string{"The last month", "The last twelve months", "Everything since you began", "One answer, 3 minutes, 1 of 1 right"}, []string{"Assessment of", "scheme year"}},
		{"answers of long ago", []progress.Fact{screentest.Replied("a-request", "boundaries", 4, 3, 400)}, []string{"Everything since you began"}, []string{"The last"}},
		{"a session attended", []progress.Fact{attended}, []string{"Session attended on 19 November 2026", "1 situation, 45 minutes", "1 session, 45 minutes"}, []string{"nothing to certify", "0 answers"}},
	} {
		t.Run(c.name, func(t *testing.T) { at(t, screentest.Recorded(t, c.facts...)).Sees(c.sees...).Lacks(c.lacks...) })
	}
}

// TestEnterIsOfferedForWhatItDoes on each line of the form.
func TestEnterIsOfferedForWhatItDoes(t *testing.T) {
	d := certifying(t).Offers("fill in").Keys("end").Offers("export").Keys("up").Denies("fill in")
	d.Keys("home").Offers("fill in")
}

// TestNothingToCertifyLeadsToWhereThereComesToBeSome: with an assessment where one is set, and where none is nobody is told to sit one.
func TestNothingToCertifyLeadsToWhereThereComesToBeSome(t *testing.T) {
	show := func(learner tutor.Learner) *screentest.Driver {
		d := screentest.Builtin(t, learner).Resize(120, 40)
		return d.Show(New(d.Env, parts(d.Tutor))).Sees("There is nothing to certify yet: practise").Denies("choose").Offers("open")
	}
	opens := func(to screen.Route) screen.Action { return screen.Open{To: to} }
	d := show(screentest.Doctor).Sees("or sit an assessment", "› p  Practise", "a  Assess").Keys("enter").Requests(opens(screen.ToPracticeMenu{}))
	d.Keys("a").Requests(opens(screen.ToExamMenu{}))
	abroad := show(tutor.Learner{Role: guidance.PhysicianAssociate, Jurisdiction: guidance.Ireland})
	abroad.Sees("set for your role in Ireland.", "certificate of a period needs none.").Lacks("sit an", "Assess").Keys("p").Requests(opens(screen.ToPracticeMenu{}))
}

// TestInIrelandTheSchemeYearCanBeCertified, by doctors: it begins in May, and students are in no scheme.
func TestInIrelandTheSchemeYearCanBeCertified(t *testing.T) {
	answered := screentest.Replied("a-thread", "honesty", 4, 3, 2)
	d := screentest.In(t, screentest.Recorded(t, answered), tutor.Learner{Role: guidance.Doctor, Jurisdiction: guidance.Ireland})
	d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor))).Sees("This scheme year, since 1 May 2026")
	d = screentest.In(t, screentest.Recorded(t, answered), screentest.Student)
	d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor))).Sees("The last twelve months").Lacks("scheme year")
}

// TestEachStageIsNamedHasItsKeysAndLeadsBack.
func TestEachStageIsNamedHasItsKeysAndLeadsBack(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan()))
	d.Titled("Certificate").Offers("choose").Denies("preview").Denies("export").Keys("enter")
	d.Titled("Certificate · Assessment of 20 November 2026").Offers("fill in").Offers("preview").Offers("export")
	d.Keys("enter").Offers("keep").Denies("preview").Denies("fill in").Keys("esc v")
	d.Titled("Certificate · preview").Offers("export").Denies("preview").Denies("fill in").Keys("x")
	d.Titled("Certificate · export").Offers("export").Denies("preview").Keys("esc").Titled("Certificate · Assessment of 20 November 2026")
	d.Keys("v esc").Titled("Certificate · Assessment of 20 November 2026").Keys("esc").Titled("Certificate").Requests()
}

func TestEveryFormatIsWrittenForTheLearnersEyesOnly(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter x")
	t.Chdir(t.TempDir())
	d.Keys("1").Sees("“Mrs Murphy” and “3 May 1941” could lead to a patient", "The same key again writes the file").Keys("esc x")
	for key, name := range map[string]string{"1": "pdf", "2": "html", "3": "md", "5": "json", "6": "jwt"} {
		path := "probity-certificate-2026-11-20." + name
		d.Keys(key).Sees("Written to " + path + ", in ")
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if text := said(file); name != "pdf" && (!strings.Contains(text, "Dhomhnaill") || !strings.Contains(text, "I ask before I post.")) {
			t.Errorf("%s lacks what was filled in:\n%s", path, text)
		}
		if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s is %v, %v", path, info.Mode(), err)
		}
	}
}

// TestWhatAPDFWouldLoseIsSaidBeforeItIsMade: the words are named, and enter is for HTML, which shows them.
func TestWhatAPDFWouldLoseIsSaidBeforeItIsMade(t *testing.T) {
	own := screentest.Siobhan()
	at(t, screentest.Filled(t, own)).Keys("enter x").Sees("for the appraisal folder; can be verified").Lacks("can't show")
	own.Name, own.Change = "李小龍", strings.Repeat("不", 3000)
	d := at(t, screentest.Filled(t, own)).Keys("enter x").Sees("can't show “李小龍”, “不不不不不不不不不不不不不不不不…”: choose HTML").Keys("esc v x")
	t.Chdir(t.TempDir())
	d.Keys("enter").Sees("could lead to a patient").Keys("enter").Sees("Written to probity-certificate-2026-11-20.html").Keys("1").Sees("The PDF's typeface can't show “李小龍”")
	d.Keys("esc home enter ctrl+u").Write("Ann").Keys("enter down down down down down down enter ctrl+u").Write("Ask first.").Keys("ctrl+s x").Lacks("can't show")
}

// said is what a file says: of a credential, the part that is content.
func said(file []byte) string {
	if parts := strings.Split(string(file), "."); len(parts) == 3 {
		if content, err := base64.RawURLEncoding.DecodeString(parts[1]); err == nil {
			return string(content)
		}
	}
	return string(file)
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

// TestFieldsForAPortfolio: each is copied by itself.
func TestFieldsForAPortfolio(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter x 4").Sees("could lead to a patient", "The same key again lists the fields").Keys("4").Titled("Certificate · for a portfolio").Sees("Title", "Date in words", "20 November 2026", "Impact on practice")
	d.Requests().Keys("down enter").Requests(screen.Copy{What: "“Date”", Text: "2026-11-20"}).Keys("esc").Titled("Certificate · export")
}

// TestWhatWasErasedElsewhereIsNeitherShownNorCopied: a window that quotes it begins anew, whatever it shows.
func TestWhatWasErasedElsewhereIsNeitherShownNorCopied(t *testing.T) {
	for shown, keys := range map[string]string{"the form": "", "a field": "down down down down enter", "the preview": "v", "the media": "x", "the fields": "x 4"} {
		t.Run(shown, func(t *testing.T) {
			d := certifying(t).Keys("enter").Write("Ann").Keys("enter end up up enter").Sees("I was too quick.").Keys("home").Keys(keys)
			other := screentest.In(t, d.Dir, screentest.Nobody)
			other.Ready()
			if done := other.Tutor.Record.Forget(other.Tutor.Record.History().Reflections()[0]).Do(); done.Err != nil {
				t.Fatal(done.Err)
			}
			if shown == "the media" {
				d.Keys("4").Titled("Certificate · export").Sees("has been erased in another window, so no file is written")
			}
			d.Ready().Titled("Certificate · Assessment of 20 November 2026").Sees("Name                     Ann", "So what?                 –", "begins anew.").Lacks("too quick")
			d.Keys("esc enter").Sees("So what?                 –").Keys("x 4").Titled("Certificate · for a portfolio").Lacks("too quick")
		})
	}
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

// TestOfManyLeftOutTheFirstAreNamed: and how many more there are, and what is in no sum of minutes.
func TestOfManyLeftOutTheFirstAreNamed(t *testing.T) {
	untimed := screentest.Replied("four-ways", "honesty", 3, 2, 2)
	untimed.Seconds = -1
	facts := []progress.Fact{untimed}
	for range 5 {
		facts = append(facts, screentest.Swollen(2))
	}
	d := at(t, screentest.Recorded(t, facts...)).Keys("enter").Sees("And 2 more.", "The record has 1 time that can't be right, left out of the minutes.")
	if n := strings.Count(d.View(), "Left out: "); n != 3 {
		t.Errorf("%d are named:\n%s", n, d.View())
	}
}

func TestThePreviewIsReadToItsEndInASmallWindow(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Resize(40, 12).Keys("enter v").Sees("Certificate of learning").More(false, true)
	d.Keys("end").More(true, false).Keys("home").More(false, true).Resize(120, 200).Sees("Certificate of learning", "Self-attested record.").More(false, false)
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
