package exammenu

import (
	"strings"
	"testing"

	"probity/progress"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Clock: t.Clock, Library: t.Library, Record: t.Record, Assessments: t.Assessments}
}

func TestWhatTheBlueprintCannotFillIsSaidBeforeAnythingIsBegun(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("Begin   4 situations, about 60 minutes", "The mix is not quite the blueprint's").Lacks("Carry on").Requests()
}

func TestNothingIsBegunBeforeTheLibraryAndTheRecordAreThere(t *testing.T) {
	d := screentest.Early(t, t.TempDir(), screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Titled("Assess").Lacks("Begin").Keys("b enter").Requests()
	if err := d.Tutor.Library.Load().Do(); err != nil {
		t.Fatal(err)
	}
	d.Send(screen.ChangedMsg{}).Lacks("Begin").Keys("b enter").Requests()
	d.Ready().Sees("› b  Begin   4 situations, about 60 minutes")
}

// TestAnAssessmentIsOfWhereOnePractises: elsewhere there are other situations.
func TestAnAssessmentIsOfWhereOnePractises(t *testing.T) {
	d := screentest.New(t, screentest.Student)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("Begin   2 situations, about 60 minutes")
}

// TestALibraryWithoutAnAssessmentSaysSo, and earlier ones are still looked back on.
func TestALibraryWithoutAnAssessmentSaysSo(t *testing.T) {
	d := screentest.In(t, screentest.Recorded(t, screentest.Assessed()...), screentest.Nobody)
	d.Tutor.Library.Pack().Assessment = nil
	d.Show(New(d.Env, parts(d.Tutor))).Sees("This library sets no assessment for where you practise.", "Handed in").Lacks("Begin", "Passed means").Keys("b").Requests()
	d.Keys("enter").Requests(screen.Open{To: screen.ToExamResult{Sitting: "done"}})
}

// TestItIsDrawnAnewWheneverItComesUp: what stood in the way may be gone.
func TestItIsDrawnAnewWheneverItComesUp(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	blueprint := d.Tutor.Library.Pack().Assessment
	menu := New(d.Env, parts(d.Tutor))
	d.Tutor.Library.Pack().Assessment = nil
	d.Show(menu).Lacks("Begin")
	d.Tutor.Library.Pack().Assessment = blueprint
	d.Show(menu).Sees("Begin").Lacks("sets no assessment").Keys("b")
	begun(t, d)
}

// TestWithoutAnAssessmentOneCanPractise: with nothing to begin and nothing to look back on, that is the way on.
func TestWithoutAnAssessmentOneCanPractise(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Offers("choose").Lacks("Practise")
	d.Tutor.Library.Pack().Assessment = nil
	d.Show(New(d.Env, parts(d.Tutor))).Sees("› p  Practise").Keys("enter").Requests(screen.Open{To: screen.ToPracticeMenu{}})
}

func TestNothingIsSavedByLooking(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("down up").RecordHas("[[sitting]]", 0)
}

// begun requests the screen of an assessment, in place of this one.
func begun(t *testing.T, d *screentest.Driver) screen.ToExam {
	t.Helper()
	to, replaces := screentest.Opened[screen.ToExam](d)
	if !replaces {
		t.Error("the menu stays below the assessment")
	}
	return to
}

func TestAnOpenAssessmentIsGivenUpOnlyWhenThatIsMeant(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("b")
	first := begun(t, d).Assessment
	first.Close()

	again := screentest.In(t, d.Dir, screentest.Doctor)
	again.Show(New(again.Env, parts(again.Tutor))).Sees("Carry on", "0 of 4 answered")
	again.Keys("b").Sees("Beginning another gives it up").Keys("down up enter").Sees("Enter again begins.").Keys("down b").Sees("b again begins.").Requests()
	again.Keys("b")
	if second := begun(t, again).Assessment; second.ID() == first.ID() {
		t.Error("the same assessment was begun again")
	}
}

func TestAnAssessmentIsCarriedOn(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("b")
	first := begun(t, d).Assessment
	first.Close()
	again := screentest.In(t, d.Dir, screentest.Doctor)
	again.Show(New(again.Env, parts(again.Tutor))).Keys("c")
	if carried := begun(t, again).Assessment; carried.ID() != first.ID() {
		t.Errorf("%s is carried on, not %s", carried.ID(), first.ID())
	}
}

func TestWhatWasHandedInIsLookedBackOn(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("b")
	sat := begun(t, d).Assessment
	sat.HandIn()
	d.Show(New(d.Env, parts(d.Tutor))).Sees("Handed in", "all left blank: not passed at 60\u00a0%").Keys("up enter")
	d.Requests(screen.Open{To: screen.ToExamResult{Sitting: sat.ID()}})
}

// sat is an assessment of two situations, handed in so many days ago, one of them right or neither.
func sat(id string, right bool, days int) []progress.Fact {
	a, b := screentest.Replied("a-request", "boundaries", 0, 2, days), screentest.Replied("four-ways", "honesty", 0, 2, days)
	if right {
		a, b = screentest.Replied("a-request", "boundaries", 4, 2, days), screentest.Replied("four-ways", "honesty", 4, 2, days)
	}
	a.Sitting, b.Sitting = id, id
	begun := progress.Sitting{ID: id, Kind: progress.Assessment, Drawn: []string{"a-request", "four-ways"}, Library: "0.0.1", At: a.At}
	return []progress.Fact{begun, a, b, progress.Submit{Sitting: id, Pass: 0.5, At: a.At}}
}

// TestTheLatestIsLookedBackOnFirst: one that was given up is not there, and what was passed says so under the rule of its day.
func TestTheLatestIsLookedBackOnFirst(t *testing.T) {
	facts := append(sat("first", false, 90), progress.Sitting{ID: "given up", Kind: progress.Assessment, Drawn: []string{"a-thread"}, Library: "0.0.1", At: screentest.Started.AddDate(0, 0, -60)})
	facts = append(facts, sat("second", true, 2)...)
	d := screentest.In(t, screentest.Recorded(t, facts...), screentest.Nobody).Resize(80, 30)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("20 November 2026", "2 of 2 right: passed at 50\u00a0%", "24 August 2026", "not passed at 50\u00a0%").Lacks("Carry on", "23 September")
	if latest, first := strings.Index(d.View(), "20 November"), strings.Index(d.View(), "24 August"); latest > first || strings.Count(d.View(), "Handed in") != 1 {
		t.Errorf("the latest is not the first of one list:\n%s", d.View())
	}
	d.Keys("down enter").Requests(screen.Open{To: screen.ToExamResult{Sitting: "second"}}).Keys("down enter").Requests(screen.Open{To: screen.ToExamResult{Sitting: "first"}})
}

// TestOneHandedInBlankSaysSo, in the unit of its result.
func TestOneHandedInBlankSaysSo(t *testing.T) {
	facts := sat("blank", false, 2)
	for i := range facts {
		if a, ok := facts[i].(progress.Answer); ok {
			a.Chosen = nil
			facts[i] = a
		}
	}
	d := screentest.In(t, screentest.Recorded(t, facts...), screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("20 November 2026", "all left blank: not passed at 50").Lacks("answered in the last")
}

// TestWhatWasLeftSaysHowFarItIs.
func TestWhatWasLeftSaysHowFarItIs(t *testing.T) {
	facts := sat("open", true, 2)[:2]
	d := screentest.In(t, screentest.Recorded(t, facts...), screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("› c  Carry on", "1 of 2 answered, begun 20 November 2026", "b  Begin").Lacks("Handed in")
}

// TestWhatTheLibraryNoLongerHasIsHandedIn, or given up for another.
func TestWhatTheLibraryNoLongerHasIsHandedIn(t *testing.T) {
	answer := screentest.Replied("long-gone", "boundaries", 4, 0, 0)
	answer.Sitting = "lost"
	dir := screentest.Recorded(t, progress.Sitting{ID: "lost", Kind: progress.Assessment, Drawn: []string{"long-gone", "gone-too"}, Library: "0.0.1"}, answer)
	d := screentest.In(t, dir, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("Hand in   1 of 2 answered; no longer in the library").Lacks("Carry on")
	d.Keys("b").Sees("Beginning another gives it up").Requests()
	d.Keys("h").Requests(screen.Open{To: screen.ToExamResult{Sitting: "lost"}, Replace: true}).Saved("[[submit]]", `sitting = "lost"`)
}

// TestAQuestionGoesWithItsReason: another window has handed in what beginning would have given up.
func TestAQuestionGoesWithItsReason(t *testing.T) {
	d := screentest.In(t, screentest.Recorded(t, sat("open", true, 2)[:2]...), screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Keys("b").Sees("Beginning another gives it up")
	other := screentest.In(t, d.Dir, screentest.Nobody)
	left, _ := other.Tutor.Assessments.Unfinished()
	other.Tutor.Assessments.Resume(left).HandIn()
	if err := other.Tutor.Flush(); err != nil {
		t.Fatal(err)
	}
	d.Tutor.Record.Outdate()
	d.Tutor.CatchUp()
	d.Send(screen.ChangedMsg{}).Sees("Handed in").Lacks("Beginning another gives it up")
}
