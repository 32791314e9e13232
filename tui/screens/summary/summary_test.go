package summary

import (
	"testing"

	"probity/scenarios"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// done is the summary of a practice in which option a was the answer to everything, very sure.
func done(t *testing.T, ask tutor.Selection) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	p, err := d.Env.Tutor.Practices.Begin(ask)
	if err != nil {
		t.Fatal(err)
	}
	for p.Sitting.Stage() != scenarios.Finished {
		attempt := p.Sitting.Attempt()
		for i, line := range attempt.Lines() {
			if line.ID == "a" {
				attempt.Pick(i)
			}
			attempt.Number(i, 1)
		}
		if err := p.Submit(); err != nil {
			t.Fatal(err)
		}
		if p.Sitting.Stage() == scenarios.Weighing {
			p.Weigh(scenarios.VerySure)
		}
		p.Sitting.Next()
	}
	return d.Show(New(d.Env, screen.ToSummary{Practice: p}))
}

func TestOneSituationIsSummedUpWithWhatToLookAtAgain(t *testing.T) {
	done(t, tutor.Selection{Only: "a-request"}).Titled("Summary").Sees("One situation done.", "To look at again", "A request after clinic (you were very sure)").Lacks("By topic")
}

func TestSeveralTopicsAreSummedUpApart(t *testing.T) {
	done(t, tutor.Selection{}).Sees("5 situations done.", "By topic", "Boundaries", "Honesty")
}

func TestItsKeysLeadOn(t *testing.T) {
	d := done(t, tutor.Selection{Only: "a-request"}).Denies("review what is due").Keys("r").Requests()
	d.Keys("p").Requests(screen.Open{To: screen.ToPracticeMenu{}, Replace: true})
	d.Keys("enter").Requests(screen.Close{})
}

func TestWhatIsDueIsOfferedAtOnce(t *testing.T) {
	d := done(t, tutor.Selection{Only: "a-request"}).Keys("+216h").Send(screen.ChangedMsg{})
	d.Sees("One principle is due for review today: r meets it.").Offers("review what is due").Keys("r")
	d.Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Review: true}}, Replace: true})
}
