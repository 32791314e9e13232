package home

import (
	"strings"
	"testing"

	"probity/guidance"
	"probity/progress"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Clock: t.Clock, Library: t.Library, Record: t.Record, Profile: t.Profile, Practices: t.Practices, Assessments: t.Assessments}
}

func TestEachKeyGoesWhereItsLineSays(t *testing.T) {
	for key, to := range map[string]screen.Route{
		"t": screen.ToPractice{Ask: tutor.Selection{Today: true}}, "p": screen.ToPracticeMenu{}, "a": screen.ToExamMenu{}, "g": screen.ToGuidance{},
		"o": screen.ToProgress{}, "c": screen.ToCertificate{}, "i": screen.ToAgenda{}, "s": screen.ToSettings{},
		"enter": screen.ToPractice{Ask: tutor.Selection{Today: true, First: true}}, "n": screen.ToPractice{Ask: tutor.Selection{Today: true, First: true}},
	} {
		t.Run(key, func(t *testing.T) {
			d := screentest.New(t, screentest.Doctor)
			d.Show(New(d.Env, parts(d.Tutor))).Keys(key).Requests(screen.Open{To: to})
		})
	}
}

func TestTheSearchIsOneKeyAway(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Offers("search").Keys("/").Requests(screen.Open{To: screen.ToGuidance{Search: true}})
}

func TestQuitIsHere(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Offers("quit").Keys("q").Quits()
}

func TestLinesSayWhatThereIs(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("› enter  Try one now", "about 1 minute ", "t      Today ", "4 new · about 4 minutes", "3 documents · search", "what you have answered so far", "a whole sitting, with no feedback until the end").Lacks("Carry on")
	d = screentest.New(t, screentest.Student)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("1 new · about")
}

func TestWhatWasLeftComesFirst(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	practice, err := d.Tutor.Practices.Begin(tutor.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	practice.Sitting.Attempt().Pick(0)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("› enter  Carry on", "Practice, 0 of 5 · about 5 minutes left", "t      Today").Keys("enter").Requests(screen.Open{To: screen.ToPractice{How: tutor.ResumeBeside}})
}

// TestAPracticeStaysBesideATodayThatWasLeft since: the second of them is a line of its own, and its key takes up that one.
func TestAPracticeStaysBesideATodayThatWasLeft(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	for _, ask := range []tutor.Selection{{}, {Today: true}} {
		practice, err := d.Tutor.Practices.Begin(ask)
		if err != nil {
			t.Fatal(err)
		}
		practice.Sitting.Attempt().Pick(0)
	}
	d.Show(New(d.Env, parts(d.Tutor))).Sees("› enter  Today", "carry on: 0 of 4", "u      Carry on", "Practice, 0 of 5")
	d.Keys("u").Requests(screen.Open{To: screen.ToPractice{How: tutor.ResumeBeside}})
	again, err := d.Tutor.Practices.Start(tutor.Selection{}, tutor.ResumeBeside)
	if err != nil {
		t.Fatal(err)
	}
	if _, of := again.Sitting.Place(); of != 5 {
		t.Errorf("the one of %d is taken up", of)
	}
}

// TestItIsThereBeforeTheLibrary: without numbers, its keys work, and no line moves when the numbers come.
func TestItIsThereBeforeTheLibrary(t *testing.T) {
	d := screentest.Early(t, screentest.Recorded(t, screentest.Assessed()...), screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Titled("").Sees("what is due, then what is new", "every document", "what you have answered so far")
	lines := strings.Count(d.View(), "\n")
	d.Keys("g").Requests(screen.Open{To: screen.ToGuidance{}})
	d.Ready().Sees("3 documents", "2 of 2 right in the last four weeks").Lacks("every document")
	if now := strings.Count(d.View(), "\n"); now != lines {
		t.Errorf("there are %d lines, and were %d", now, lines)
	}
}

// TestATodayThatWasLeftIsOneLine: it says how far it is, and enter carries it on, also behind a practice that was left since.
func TestATodayThatWasLeftIsOneLine(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	begin := func(ask tutor.Selection) {
		if _, err := d.Tutor.Practices.Begin(ask); err != nil {
			t.Fatal(err)
		}
	}
	begin(tutor.Selection{Today: true})
	home := New(d.Env, parts(d.Tutor))
	d.Show(home).Sees("› enter  Today", "carry on: 0 of 4 · about 4 minutes left").Lacks("Try one", "Carry on ").Resize(40, 8).Sees("carry on: 0 of 4", "Settings")
	d.Keys("enter").Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Today: true}}})
	begin(tutor.Selection{})
	d.Resize(80, 20).Show(home).Sees("› enter  Carry on", "Practice, 0 of 5", "t      Today", "carry on: 0 of 4")
}

// TestTheCursorStaysAtItsLine when one comes or goes above it.
func TestTheCursorStaysAtItsLine(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	home := New(d.Env, parts(d.Tutor))
	d.Show(home).Keys("t").Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Today: true}}})
	if _, err := d.Tutor.Practices.Begin(tutor.Selection{Today: true}); err != nil {
		t.Fatal(err)
	}
	d.Show(home).Sees("› enter  Today")
	d.Keys("g").Requests(screen.Open{To: screen.ToGuidance{}})
	if _, err := d.Tutor.Practices.Begin(tutor.Selection{}); err != nil {
		t.Fatal(err)
	}
	d.Show(home).Sees("Carry on", "› g      Guidance")
}

// TestEachLineSaysWhatIsWaiting.
func TestEachLineSaysWhatIsWaiting(t *testing.T) {
	open := func(kind progress.Kind, drawn ...string) progress.Sitting {
		return progress.Sitting{ID: "open", Kind: kind, Drawn: drawn, Library: "0.0.1", At: screentest.Started}
	}
	answered := screentest.Replied("a-request", "boundaries", 4, 3, 0)
	answered.Sitting = "open"
	wrong := func(scenario, principle string, days int) progress.Answer {
		a := screentest.Replied(scenario, principle, 0, 1, days)
		a.Principle = map[string]string{"boundaries": "apart", "honesty": "named"}[principle]
		return a
	}
	for _, c := range []struct {
		name        string
		facts       []progress.Fact
		sees, lacks []string
	}{
		{"nothing yet", nil, []string{"what you have answered so far", "a whole sitting", "4 new"}, []string{"Carry on", "due"}},
		{"one answer", []progress.Fact{wrong("a-request", "boundaries", 0)}, []string{"0 of 1 right in the last four weeks"}, []string{"Carry on", "due"}},
		{"one principle is due", []progress.Fact{wrong("a-request", "boundaries", 5)}, []string{"1 due and 2 new · about"}, nil},
		{"two are due", []progress.Fact{wrong("a-request", "boundaries", 5), wrong("four-ways", "honesty", 5)}, []string{"2 due · about 2 minutes", "0 of 2 right in the last four weeks"}, nil},
		{"a practice is open", []progress.Fact{open(progress.Practice, "a-request", "four-ways"), answered}, []string{"› enter  Carry on", "Practice, 1 of 2 · about 1 minute left"}, []string{"carry on:"}},
		{"a practice is done", []progress.Fact{open(progress.Practice, "a-request"), answered}, nil, []string{"Carry on"}},
		{"an assessment is open", []progress.Fact{open(progress.Assessment, "a-request", "four-ways"), answered}, []string{"carry on: 1 of 2, 3 minutes in"}, []string{"Carry on", "a whole sitting"}},
		{"an assessment was handed in", screentest.Assessed(), []string{"a whole sitting"}, []string{"carry on:"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := screentest.In(t, screentest.Recorded(t, c.facts...), screentest.Nobody)
			d.Show(New(d.Env, parts(d.Tutor))).Sees(c.sees...).Lacks(c.lacks...)
		})
	}
}

// TestAScoreBelowGuessingIsSaidAsEverywhere: with its unit and of what, in the longest way that has room beside the line.
func TestAScoreBelowGuessingIsSaidAsEverywhere(t *testing.T) {
	var now, both []progress.Fact
	for i := range 6 {
		now = append(now, screentest.Replied("a-request", "boundaries", 0, 1, i))
		both = append(both, screentest.Replied("a-request", "boundaries", 4, 1, 50+i))
	}
	both = append(both, now...)
	for _, c := range []struct {
		facts []progress.Fact
		width int
		sees  string
	}{
		{now, 120, "points below what guessing brings in the last four weeks"}, {now, 80, "points below what guessing brings in 4 weeks"},
		{both, 120, "points below what guessing brings in the last four weeks"}, {both, 80, "points below what guessing brings in 4 weeks"},
		{both[:6], 80, "100\u00a0% above chance, nothing in the last four weeks"},
	} {
		d := screentest.In(t, screentest.Recorded(t, c.facts...), screentest.Nobody).Resize(c.width, 24)
		d.Show(New(d.Env, parts(d.Tutor))).Sees(c.sees).Lacks("below chance")
	}
}

// TestWhatIsWaitingIsLookedAtAgain when the learner comes back to it.
func TestWhatIsWaitingIsLookedAtAgain(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	home := New(d.Env, parts(d.Tutor))
	d.Show(home).Sees("a whole sitting").Keys("a").Requests(screen.Open{To: screen.ToExamMenu{}})
	draft, err := d.Tutor.Assessments.Preview()
	if err != nil {
		t.Fatal(err)
	}
	d.Tutor.Assessments.Begin(draft)
	d.Show(home).Sees("carry on: 0 of 4, less than a minute in")
}

// TestWhatARoleHasNothingOfIsSaid: in whose shoes one is, where one's own are not told, and that no assessment is set.
func TestWhatARoleHasNothingOfIsSaid(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Lacks("colleague's", "none is set")
	d = screentest.New(t, screentest.Student)
	d.Tutor.Library.Pack().Assessment.Roles = []guidance.Role{guidance.Doctor}
	d.Show(New(d.Env, parts(d.Tutor))).Sees("for Ireland", "told in the shoes of your role yet", "mostly a doctor's", "none is set for your role where you practise")
}

// TestASmallWindowPages: the notes give way, no line is left out, and the list says that there is more of it.
func TestASmallWindowPages(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("for your appraisal folder").Resize(40, 8).Lacks("for your appraisal folder").More(false, true)
	d.Sees("› enter  Try one now   about 1 minute", "t      Today", "p      Practise").Keys("down").Sees("n      Try one now", "› enter  Today")
	d.Keys("end").Sees("Settings").More(true, false)
}
