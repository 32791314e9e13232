package home

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func TestEachKeyGoesWhereItsLineSays(t *testing.T) {
	for key, to := range map[string]screen.Route{
		"p": screen.ToPracticeMenu{}, "r": screen.ToPractice{Ask: tutor.Selection{Review: true}}, "a": screen.ToExamMenu{}, "g": screen.ToGuidance{},
		"o": screen.ToProgress{}, "c": screen.ToCertificate{}, "i": screen.ToAgenda{}, "s": screen.ToSettings{},
		"enter": screen.ToPracticeMenu{}, // the first line
	} {
		t.Run(key, func(t *testing.T) {
			d := screentest.New(t, screentest.Doctor)
			d.Show(New(d.Env)).Keys(key).Requests(screen.Open{To: to})
		})
	}
}

func TestQuitIsHere(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env)).Offers("quit").Keys("q").Quits()
}

func TestLinesSayWhatThereIs(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env)).Sees("5 situations", "documents", "what you have answered so far", "a whole sitting, with no feedback until the end").Lacks("Pick up")
	d = screentest.New(t, screentest.Student)
	d.Show(New(d.Env)).Sees("2 situations")
}

func TestWhatWasLeftComesFirst(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	practice, err := d.Env.Tutor.Practices.Begin(tutor.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	practice.Sitting.Attempt().Pick(0)
	d.Show(New(d.Env)).Sees("› u  Pick up", "0 of 5 done").Keys("enter").Requests(screen.Open{To: screen.ToPractice{Resume: true}})
}
