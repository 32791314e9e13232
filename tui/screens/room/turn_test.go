package room

import (
	"strings"
	"testing"

	"probity/scenarios/induction"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// turning is a room at the last step of a variant, before its turn; key has the hands of everybody.
func turning(t *testing.T, key string, situations ...induction.Item) *screentest.Driver {
	t.Helper()
	plan := screentest.FourSituations
	plan.Items = situations
	d := screentest.Families(t, t.TempDir(), screentest.Doctor)
	d.Resize(80, 24).Show(New(d.Env, parts(d.Tutor), screen.ToRoom{Plan: plan, People: 14}))
	return d.Keys("space right right " + key + " 1 4 right right right " + key + " 1 4 right right right").Sees("1 of 2 · The guidance")
}

// TestATurnIsVotedOn: what was so and what is so now, the options where they stood, and in the end what made the difference.
func TestATurnIsVotedOn(t *testing.T) {
	d := turning(t, "j", induction.Item{Situation: "a-request", Minutes: 7}, induction.Item{Situation: "a-request/numb-again", Minutes: 4})
	d.SessionHas(`"a-request/from-the-ward=7"`, 1)
	d.Keys("right").Sees("2 of 2 · Now one thing is different", "You are an F1.", "Was  You know him from the ward alone.",
		"Now  Under it he writes that his left hand", "a  Accept it", "d  Reply with the ward's number")
	d.Keys("right").Sees("2 of 2 · one thing different · Think", "has gone dead again", "a  Accept it").Lacks("You know him from the ward alone.", "Was  ")
	d.Keys("right j 1 4 right right").Sees("What does the difference change").Lacks("What would change your mind?")
	d.Keys("right j j 1 4 right right").Sees("✓ The answer: c").Keys("down").Sees("He describes a stroke coming back.").Keys("right right")
	d.Sees("2 of 2 · one thing different · To take away", "What made the difference", "b  You know him from the ward alone.", "He is a patient, and nothing more.",
		"c  Under it he writes", "He needs care now.")
	d.Keys("left left left left left left left left left").Sees("2 of 2 · Now one thing is different")
	d.Resize(80, 15).Sees("Was", "Now").Lacks("a  Accept it", "more ↓").Keys("right").Sees("Think").Resize(80, 24).Keys("left left").Sees("1 of 2 · The guidance")
}

// TestATurnOfARatingNamesTheActionWithItsKey.
func TestATurnOfARatingNamesTheActionWithItsKey(t *testing.T) {
	d := turning(t, "", induction.Item{Situation: "four-ways", Minutes: 7}, induction.Item{Situation: "four-ways/from-her-brother", Minutes: 4})
	d.Keys("right right right c right right c right right right").Sees("c 2  It is from Grace.", "c 3  It is from her brother")
}

// TestATurnIsTakenUpOnTheFly: turns of what is before the room are offered first, each family once, and none that is there.
func TestATurnIsTakenUpOnTheFly(t *testing.T) {
	d := turning(t, "j", induction.Item{Situation: "a-request", Minutes: 7}, induction.Item{Situation: "told-alone", Minutes: 7}).Keys("a")
	d.Sees("One thing different", "› You played football", "Under it he writes", "Asked for a quote").Lacks("You know him from the ward", "A request at eleven")
	if strings.Count(d.View(), "Asked for a quote") != 1 {
		t.Errorf("a family is offered more than once:\n%s", d.View())
	}
	d.Keys("enter g").Sees("1  A request at eleven", "2    one thing different", "4 min, added", "3  A name, asked for as best").Keys("esc right").Sees("2 of 3 · Now one thing is different")
}
