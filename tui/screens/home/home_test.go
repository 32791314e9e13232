package home

import (
	"testing"

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
		"p": screen.ToPracticeMenu{}, "r": screen.ToPractice{Ask: tutor.Selection{Review: true}}, "a": screen.ToExamMenu{}, "g": screen.ToGuidance{},
		"o": screen.ToProgress{}, "c": screen.ToCertificate{}, "i": screen.ToAgenda{}, "s": screen.ToSettings{},
		"enter": screen.ToPracticeMenu{}, // the first line
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
	d.Show(New(d.Env, parts(d.Tutor))).Sees("5 situations", "documents", "what you have answered so far", "a whole sitting, with no feedback until the end").Lacks("Pick up")
	d = screentest.New(t, screentest.Student)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("2 situations")
}

func TestWhatWasLeftComesFirst(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	practice, err := d.Tutor.Practices.Begin(tutor.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	practice.Sitting.Attempt().Pick(0)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("› u  Pick up", "0 of 5 done").Keys("enter").Requests(screen.Open{To: screen.ToPractice{Resume: true}})
}

// TestItIsThereBeforeTheLibrary: without numbers, and its keys work.
func TestItIsThereBeforeTheLibrary(t *testing.T) {
	d := screentest.Early(t, screentest.Recorded(t, screentest.Assessed()...), screentest.Nobody)
	d.Show(New(d.Env, parts(d.Tutor))).Titled("").Sees("situations to answer", "every document and paragraph", "what you have answered so far", "what you meet comes back here")
	d.Keys("g").Requests(screen.Open{To: screen.ToGuidance{}})
	d.Ready().Sees("5 situations", "3 documents, 4 paragraphs", "3 answers so far").Lacks("every document")
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
		{"nothing yet", nil, []string{"what you have answered so far", "what you meet comes back here", "a whole sitting"}, []string{"Pick up", "due;"}},
		{"one answer", []progress.Fact{wrong("a-request", "boundaries", 0)}, []string{"one answer so far", "nothing is due; the next is due tomorrow"}, []string{"Pick up"}},
		{"one principle is due", []progress.Fact{wrong("a-request", "boundaries", 5)}, []string{"one principle is due"}, []string{"nothing is due"}},
		{"two are due", []progress.Fact{wrong("a-request", "boundaries", 5), wrong("four-ways", "honesty", 5)}, []string{"2 principles are due", "2 answers so far"}, nil},
		{"a practice is open", []progress.Fact{open(progress.Practice, "a-request", "four-ways"), answered}, []string{"› u  Pick up", "where you left off: 1 of 2 done"}, []string{"one is open"}},
		{"a practice is done", []progress.Fact{open(progress.Practice, "a-request"), answered}, nil, []string{"Pick up"}},
		{"an assessment is open", []progress.Fact{open(progress.Assessment, "a-request", "four-ways"), answered}, []string{"one is open: 1 of 2 answered"}, []string{"Pick up", "a whole sitting"}},
		{"an assessment was handed in", screentest.Assessed(), []string{"a whole sitting"}, []string{"one is open"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := screentest.In(t, screentest.Recorded(t, c.facts...), screentest.Nobody)
			d.Show(New(d.Env, parts(d.Tutor))).Sees(c.sees...).Lacks(c.lacks...)
		})
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
	d.Show(home).Sees("one is open: 0 of 4 answered")
}

// TestEveryLineIsReachedInASmallWindow: the second sentence makes room for the lines.
func TestEveryLineIsReachedInASmallWindow(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("Commit to an answer").Resize(40, 10).Lacks("Commit to an answer").Sees("› p  Practise").More(false, true)
	d.Keys("pgdown pgdown pgdown").Sees("q  Quit").More(true, false).Keys("c").Requests(screen.Open{To: screen.ToCertificate{}})
}
