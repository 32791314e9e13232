// Coming back to a feedback that was left with esc.

package app

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/tutor"
)

// TestAFeedbackThatWasLeftCanBeComeBackTo: a practice is carried on with in it, in this run and in the next; what was looked at alone is in the
// history.
func TestAFeedbackThatWasLeftCanBeComeBackTo(t *testing.T) {
	two := screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}
	for name, c := range map[string]struct {
		start screen.Route
		keys  string // to the feedback
		back  string // from home to where it is again
	}{
		"the first of two": {two, "b J enter 2", "enter"},
		"the last of two":  {two, "b J enter 2 enter b enter 2", "enter"},
		"of one alone":     {only("a-request"), "b enter 2", "o h enter"},
	} {
		t.Run(name, func(t *testing.T) {
			d := drive(t, given{learner: doctor, start: c.start}).keys(c.keys).sees("Saved.", "space ", "Keep them apart.").keys("esc").lacks("Keep them apart.")
			d.keys(c.back).sees("Keep them apart.", "space ")
			d.keys("ctrl+c")
			drive(t, given{learner: doctor, dir: d.dir}).lacks("Keep them apart.").keys(c.back).sees("Keep them apart.", "space ")
		})
	}
}
