package exam

import (
	"testing"
	"time"

	"probity/progress"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Library: t.Library, Profile: t.Profile}
}

// sitting is an assessment of the four situations that the small library has, just begun.
func sitting(t *testing.T) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	draft, err := d.Tutor.Assessments.Preview()
	if err != nil {
		t.Fatal(err)
	}
	return d.Show(New(d.Env, parts(d.Tutor), screen.ToExam{Assessment: d.Tutor.Assessments.Begin(draft)}))
}

// carriedOn is an assessment that was left, of which a record holds these facts.
func carriedOn(t *testing.T, facts ...progress.Fact) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, screentest.Recorded(t, facts...), screentest.Nobody)
	left, ok := d.Tutor.Assessments.Unfinished()
	if !ok {
		t.Fatal("the record has no assessment to carry on with")
	}
	return d.Show(New(d.Env, parts(d.Tutor), screen.ToExam{Assessment: d.Tutor.Assessments.Resume(left)}))
}

// drawn is the fact that an assessment of these situations was begun.
func drawn(situations ...string) progress.Sitting {
	return progress.Sitting{ID: "open", Kind: progress.Assessment, Drawn: situations, Library: "0.0.1", At: screentest.Started.AddDate(0, 0, -1)}
}

// The keys that answer each situation of the assessment, from the first, with how sure the learner is.
const (
	rated   = "4 3 2 1 enter 2"
	ranked  = "J enter 2"
	chosen  = "a b c enter 2"
	picked  = "b enter 2"
	allFour = rated + " " + ranked + " " + chosen + " " + picked
)

// TestOneGoesToAndFro, and neither before the first nor past the last; the title says where one is, and the time.
func TestOneGoesToAndFro(t *testing.T) {
	d := sitting(t).Keys("p").Titled("Assessment 1 of 4 · 0:05 of 60:00").Keys("n tab").Titled("Assessment 3 of 4 · 0:15 of 60:00")
	d.Keys("n n n").Titled("Assessment 4 of 4 · 0:30 of 60:00").Keys("shift+tab p").Titled("Assessment 2 of 4 · 0:40 of 60:00").RecordHas("[[answer]]", 0)
}

func TestAnAnswerInTheMakingIsStillThereAndOneThatWasGivenCanBeChanged(t *testing.T) {
	d := sitting(t).Keys("n n a b p n").Sees("[x] a", "[x] b").RecordHas("[[answer]]", 1)
	d.Keys("c enter 2 p").Sees("[x] a", "[x] b", "[x] c").Keys("c d enter 1 o").Sees("1 of 4 answered.").RecordHas("[[answer]]", 3)
}

// TestFromTheOverviewAfterTheLastTheSituationIsThere, and not the question how sure, which was answered.
func TestFromTheOverviewAfterTheLastTheSituationIsThere(t *testing.T) {
	d := sitting(t).Keys("n n n b enter 2").Sees("1 of 4 answered.", "› s  Hand in").Keys("esc").Sees("(•) b").Lacks("How sure are you?")
	d.Keys("c enter 1").Sees("1 of 4 answered.").RecordHas("[[answer]]", 2)
}

// TestHowSureHasNoOtherWayOn: what is asked is how sure, and keys that go elsewhere wait until that is said.
func TestHowSureHasNoOtherWayOn(t *testing.T) {
	d := sitting(t).Keys("4 3 2 1 enter").Offers("back").Denies("next").Denies("flag").Denies("overview").Denies("time")
	d.Keys("n o x t p").Sees("How sure are you?").Titled("Assessment 1 of 4 · 0:50 of 60:00").RecordHas("[[flag]]", 0)
}

func TestHowSureIsNotAskedOfWhoeverWantsItSo(t *testing.T) {
	d := sitting(t)
	d.Tutor.Profile.Change(tutor.SettingCertainty, tutor.Off)
	d.Keys("4 3 2 1 enter").Titled("Assessment 2 of 4 · 0:25 of 60:00").Lacks("How sure are you?").RecordHas("[[answer]]", 1).RecordHas("sure =", 0)
}

// TestARatingOfSomeIsNotSubmitted: which are missing is said, and nothing is kept.
func TestARatingOfSomeIsNotSubmitted(t *testing.T) {
	sitting(t).Keys("4 3 enter").Sees("Two are not rated yet: give each a number from 4 to 1.").Titled("Assessment 1 of 4 · 0:15 of 60:00").Lacks("How sure are you?").RecordHas("[[answer]]", 0)
}

func TestKeysAreThoseThatWorkNow(t *testing.T) {
	d := sitting(t)
	for _, does := range []string{"next", "previous", "overview", "flag", "time", "leave for now"} {
		d.Offers(does)
	}
	d.Denies("hand in").Keys("o").Offers("go there").Offers("hand in").Offers("back").Denies("flag").Denies("next")
	d.Keys("end").Offers("hand in").Denies("go there").Keys("up").Offers("go there")
}

// TestReducedMotionCountsMinutes: nothing on the screen changes oftener.
func TestReducedMotionCountsMinutes(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Tutor.Profile.Change(tutor.SettingMotion, tutor.Off)
	draft, err := d.Tutor.Assessments.Preview()
	if err != nil {
		t.Fatal(err)
	}
	d.Show(New(d.Env, parts(d.Tutor), screen.ToExam{Assessment: d.Tutor.Assessments.Begin(draft)})).Titled("Assessment 1 of 4 · 0 of 60 min")
	if len(d.Due) != 1 || d.Due[0].After != time.Minute {
		t.Errorf("due are %v", d.Due)
	}
	d.Keys("+90s n").Titled("Assessment 2 of 4 · 1 of 60 min")
}

// TestAClockThatWasHiddenStaysHidden: in the next run too.
func TestAClockThatWasHiddenStaysHidden(t *testing.T) {
	hidden := progress.Setting{Name: tutor.SettingClock, Value: tutor.Off}
	d := carriedOn(t, drawn("a-request", "four-ways"), hidden).Titled("Assessment 1 of 2")
	if len(d.Due) != 0 {
		t.Errorf("%d ticks are due for it", len(d.Due))
	}
	d.Keys("t").Titled("Assessment 1 of 2 · 0:05 of 60:00").Saved("name = \"clock\"\nvalue = \"on\"")
	if len(d.Due) != 1 {
		t.Errorf("%d ticks are due for the clock that is shown again", len(d.Due))
	}
}

// TestWhatHappenedBeforeIsSaidWhenOneCarriesOn: once, and with the time that was spent before.
func TestWhatHappenedBeforeIsSaidWhenOneCarriesOn(t *testing.T) {
	answered := screentest.Replied("a-request", "boundaries", 4, 2, 1)
	answered.Sitting = "open"
	d := carriedOn(t, drawn("a-request", "long-gone", "four-ways"), answered)
	d.Sees("Carrying on where you left off: 1 of 2 answered.", "The library has changed: 1 of what was drawn is no longer in it.")
	d.Titled("Assessment 2 of 2 · 2:30 of 60:00").Keys("n").Lacks("Carrying on")
}

func TestAnAssessmentOfOneSituation(t *testing.T) {
	d := carriedOn(t, drawn("a-request")).Keys("n p").Titled("Assessment 1 of 1 · 0:10 of 60:00").Keys("o s").Sees("One situation has no answer")
	d.Keys("esc b enter 3").Sees("1 of 1 answered.", "› s  Hand in").Keys("s").Lacks("no answer").Keys("s").Saved("[[submit]]")
}

func TestTheOverviewSaysHowEachStands(t *testing.T) {
	for _, c := range []struct {
		name, keys, line string
	}{
		{"nothing yet", "o", "·  1  Four ways to sign"},
		{"answered", rated + " o", "✓  1  Four ways to sign    answered"},
		{"answered, and then changed", rated + " p 1 o", "✓  1  Four ways to sign    answered"},
		{"rated in part", "4 3 o", "·  1  Four ways to sign    2 of 4 rated"},
		{"answered, and its marks taken away", "n n " + chosen + " p a b c o", "✓  3  A thread about a vaccine    the earlier answer counts"},
		{"marked", "x o", "⚑  1  Four ways to sign    to come back to"},
		{"answered and marked", rated + " p x o", "⚑  1  Four ways to sign    answered, to come back to"},
	} {
		t.Run(c.name, func(t *testing.T) { sitting(t).Keys(c.keys).Sees(c.line) })
	}
}

// TestTheOverviewFitsASmallWindow: each situation and handing in can be reached.
func TestTheOverviewFitsASmallWindow(t *testing.T) {
	d := sitting(t).Resize(40, 8).Keys("o").Sees("› ·  1").More(false, true)
	d.Keys("down down down down").Sees("› s  Hand in").More(true, false)
}

func TestBeforeHandingInItIsSaidWhatWouldBeLost(t *testing.T) {
	const none, one, two = "no answer", "the earlier answer", "come back to"
	for _, c := range []struct {
		name, keys  string
		sees, lacks []string
	}{
		{"nothing answered", "o", []string{"4 situations have no answer and would earn nothing."}, []string{one, two}},
		{"one left", rated + " " + ranked + " " + chosen + " o", []string{"One situation has no answer and would earn nothing."}, []string{one, two}},
		{"all answered", allFour, []string{"from then on, answers stand."}, []string{none, one, two}},
		{"one changed", allFour + " esc p a b c o", []string{"One has a change that is not whole: the earlier answer counts."}, []string{none, two}},
		{"one in part", "4 3 1 n o", []string{"Situation 1 is rated in part, 3 of 4: it would count as blank. 3 situations have no"}, []string{one, two}},
		{"one in part is all that is left", "4 3 n " + ranked + " " + chosen + " " + picked, []string{"Situation 1 is rated in part, 2 of 4: it would count as blank."}, []string{none, one, two}},
		{"one marked", allFour + " esc x o", []string{"One is marked to come back to."}, []string{none, one}},
		{"two marked", "x n x o", []string{"4 situations have no answer", "2 are marked to come back to."}, []string{one}},
	} {
		t.Run(c.name, func(t *testing.T) { sitting(t).Keys(c.keys + " s").Sees(c.sees...).Lacks(c.lacks...).Requests() })
	}
}

func TestWhatWasLeftBlankIsHandedInBlank(t *testing.T) {
	d := sitting(t).Keys(rated+" o s s").RecordHas("[[answer]]", 4).RecordHas("chosen = []", 3).RecordHas("[[submit]]", 1)
	d.Close().RecordHas("[[flag]]", 0) // an assessment that is over is left nowhere
}

// TestARatingInPartIsKeptAsSuch: it counts as blank, and the record says how far it was.
func TestARatingInPartIsKeptAsSuch(t *testing.T) {
	sitting(t).Keys("4 3 1 o").Sees("0 of 4 answered, 1 rated in part.", "3 of 4 rated").Keys("s s").RecordHas("chosen = []", 4).RecordHas("rated = 3", 1)
}

func TestTheClockTicksWhileItIsShown(t *testing.T) {
	d := sitting(t)
	if len(d.Due) != 1 {
		t.Fatalf("%d ticks are due", len(d.Due))
	}
	if d.Tick(); len(d.Due) != 1 {
		t.Errorf("after a tick %d are due", len(d.Due))
	}
	d.Keys("t").Titled("Assessment 1 of 4")
	if d.Tick(); len(d.Due) != 0 {
		t.Errorf("%d ticks are due for a clock that is hidden", len(d.Due))
	}
}

func TestAnAnswerIsSavedAndTheNextSituationFollowsWithoutFeedback(t *testing.T) {
	d := sitting(t).Keys("4 3 2 1 enter").Sees("How sure are you?").Keys("2")
	d.Titled("Assessment 2 of 4 · 0:30 of 60:00").Lacks("marks").Saved("[[answer]]", "sure = 2")
}

func TestOneIsMarkedToComeBackTo(t *testing.T) {
	d := sitting(t).Keys("x").Sees("Marked to come back to").Titled("Assessment 1 of 4 · flagged · 0:05 of 60:00").RecordHas("on = 1", 1)
	d.Keys("n").Titled("Assessment 2 of 4 · 0:10 of 60:00").Keys("p x").Sees("No longer marked.").Titled("Assessment 1 of 4 · 0:20 of 60:00").RecordHas("on = 0", 1)
}

func TestTheOverviewGoesAnywhere(t *testing.T) {
	sitting(t).Keys("o").Sees("0 of 4 answered.").Keys("down down enter").Titled("Assessment 3 of 4 · 0:20 of 60:00")
}

func TestHandingInIsConfirmed(t *testing.T) {
	d := sitting(t).Keys("o s").Sees("s again hands in", "4 situations have no answer").Keys("up down enter").Sees("Enter again hands in").Keys("up s").Sees("s again hands in").Requests()
	d.Keys("s").Saved("[[submit]]")
	if _, replaces := screentest.Opened[screen.ToExamResult](d); !replaces {
		t.Error("the assessment stays below its result")
	}
}

func TestLeavingIsConfirmedAndAnotherKeyDropsTheQuestion(t *testing.T) {
	d := sitting(t).Keys("esc").Sees("Leave for now?").Keys("n esc").Sees("Leave for now?").Requests()
	d.Keys("esc").Requests(screen.Close{})
}

func TestAnAnswerWhoseCertaintyIsOpenIsKept(t *testing.T) {
	sitting(t).Keys("4 3 2 1 enter").Close().RecordHas("[[answer]]", 1)
}

// TestAWholeMarkThatIsShownCounts, however one leaves the situation. It has no certainty, since that was not asked.
func TestAWholeMarkThatIsShownCounts(t *testing.T) {
	for name, keys := range map[string]string{"next": "n", "by tab": "tab", "previous": "p", "the overview": "o", "handing in": "o s s", "leaving": "esc esc"} {
		t.Run(name, func(t *testing.T) {
			sitting(t).Keys("n n c "+keys).Close().RecordHas(`chosen = ["`, 1).RecordHas("sure =", 0)
		})
	}
	t.Run("the window closed", func(t *testing.T) { sitting(t).Keys("n n c").Close().RecordHas(`chosen = ["`, 1) })
}

// TestWhatIsNotWholeIsSaidOnMovingAway: a rating done in part, and an answer whose marks are taken away. An order that nobody touched is no
// answer.
func TestWhatIsNotWholeIsSaidOnMovingAway(t *testing.T) {
	sitting(t).Keys("4 3 n").Sees("Situation 1 is rated in part, 2 of 4: it counts when all are rated.").Keys("n").Lacks("in part").RecordHas("[[answer]]", 0)
	d := sitting(t).Keys("n n " + chosen + " p a b c n").Sees("Situation 3 has no whole answer now: the earlier answer counts.")
	d.RecordHas("[[answer]]", 1).Keys("p").Sees("[ ] a")
}

func TestEscGoesBackFromHowSureToTheQuestion(t *testing.T) {
	d := sitting(t).Keys("4 3 2 1 enter").Sees("How sure are you?").Keys("esc").Sees("[1] d").Lacks("How sure are you?").RecordHas("[[answer]]", 0)
	d.Keys("4 enter 3").RecordHas("[[answer]]", 1).RecordHas("sure = 3", 1)
}

// TestAClickInTheOverviewGoesToASituation, and a click on handing in asks first.
func TestAClickInTheOverviewGoesToASituation(t *testing.T) {
	d := sitting(t).Keys("o").Click(" 2  ").Denies("go there")
	d.Keys("o").Click("Hand in").Sees("again hands in").Click("Hand in")
	screentest.Opened[screen.ToExamResult](d)
}
