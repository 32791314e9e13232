package certificate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/guidance"
	"probity/progress"
	"probity/tui/parts/theme"
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
