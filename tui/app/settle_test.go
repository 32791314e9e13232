package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// holdsEnter holds enter down for three seconds, with a gap before the key first comes again.
func (d *driver) holdsEnter(gap time.Duration) *driver {
	d.t.Helper()
	d.keys("enter")
	for d.now = d.now.Add(gap); gap < 3*time.Second; gap += 30 * time.Millisecond {
		d.send(screentest.Press("enter"))
		d.now = d.now.Add(30 * time.Millisecond)
	}
	return d
}

// TestEnterHeldDown answers nothing and leaves no feedback unread, wherever it is pressed, on any keyboard.
func TestEnterHeldDown(t *testing.T) {
	only := func(id string) screen.Route { return screen.ToPractice{Ask: tutor.Selection{Only: id}} }
	for gap := 250 * time.Millisecond; gap <= 660*time.Millisecond; gap += 205 * time.Millisecond {
		for _, c := range []struct {
			name    string
			start   screen.Route
			keys    string // before
			answers int
			sees    string
		}{
			{"from home", nil, "p", 0, "Situation 1 of"},
			{"at a question", only("a-request"), "", 0, "Space marks at the cursor."},
			{"at an order that is as it was dealt", only("an-order"), "", 0, "Leave them so?"},
			{"at a question that is marked", only("a-request"), "b", 0, "How sure are you?"},
			{"at how sure", only("a-request"), "b enter down", 1, "Saved."},
			{"at the feedback of the last", only("a-request"), "b enter 2", 1, "Summary"},
			{"at the feedback of one", screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}, "b J enter 2", 1, "Situation 2 of 2"},
		} {
			t.Run(fmt.Sprintf("%s, again after %v", c.name, gap), func(t *testing.T) {
				d := drive(t, given{learner: doctor, start: c.start}).keys(c.keys).holdsEnter(gap).sees(c.sees)
				if got := strings.Count(d.record(), "[[answer]]"); got != c.answers {
					t.Errorf("there are %d answers, want %d", got, c.answers)
				}
			})
		}
	}
}

// TestEnterHeldDownAtTheFirstQuestion does not answer the second.
func TestEnterHeldDownAtTheFirstQuestion(t *testing.T) {
	drive(t, given{}).sees("What is your role?").holdsEnter(500 * time.Millisecond).sees("Where do you practise?")
}

// TestEnterInTheMomentAStageChanges is not meant for the new one, and a moment later it is.
func TestEnterInTheMomentAStageChanges(t *testing.T) {
	d := drive(t, given{learner: doctor, start: screen.ToPractice{Ask: tutor.Selection{Only: "a-request"}}}).keys("b enter 2").sees("Saved.")
	d.now = d.now.Add(399 * time.Millisecond)
	d.send(screentest.Press("enter"))
	d.sees("Saved.").keys("j")
	d.now = d.now.Add(time.Millisecond)
	d.send(screentest.Press("enter"))
	d.sees("Summary")
}
