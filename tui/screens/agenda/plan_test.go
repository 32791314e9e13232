package agenda

import (
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// TestASituationIsLookedAt: whose side it is told from, its minutes, what it asks and the key; and back to the same line.
func TestASituationIsLookedAt(t *testing.T) {
	d := builtOf(t).Keys("up q").Sees("A request after clinic", "Single best answer, 7 minutes", "What do you do?", "✓ b  ", "The vote: One hand each", "It comes down to: ").Offers("back to the plan")
	d.Keys("q").Sees("›  1  A request after clinic").Keys("+ q").Sees("8 minutes").Keys("esc").Sees("In the plan").Keys("home q").Sees("Only a situation can be looked at")
	families(t).Keys("q").Sees("A request at eleven", "Role: Doctor", "One thing different (t puts it in)", "Key: c").Keys("q space").Sees("In the plan")
	d.Resize(40, 12).Keys("down down down down down down q").More(false, true)
}

// TestTitleCountryAndRoomAreSet in the plan, and what the other country lacks is named and comes back.
func TestTitleCountryAndRoomAreSet(t *testing.T) {
	d := builtOf(t).Keys("home down down enter "+strings.Repeat("backspace ", len("Induction"))).Write("Monday").Keys("enter").Sees("Monday", "The title")
	d.Keys("down enter").Sees("Ireland: enter for United Kingdom", "A request after clinic.", "no longer in the plan").Lacks("In the plan")
	d.Keys("enter").Sees("United Kingdom: enter for Ireland", "In the plan", "Monday")
	d.Keys("down enter").Write("1").Keys("enter").Sees("2 to 500").Keys("backspace").Write("24").Keys("enter").Sees("24 people").Keys("b")
	if to := toRoom(t, d); to.People != 24 || to.Plan.Title != "Monday" || to.Plan.Jurisdiction != guidance.UK {
		t.Errorf("requested is %+v", to)
	}
}

// families is the planner for a doctor in the UK, with the small pack of families.
func families(t *testing.T) *screentest.Driver {
	t.Helper()
	d := screentest.Families(t, t.TempDir(), screentest.Doctor)
	return d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor), screen.ToAgenda{})).Keys("b down down down down down down")
}

// TestAFamilyIsPlannedWithItsTurns: it is offered once, a key puts a turn in below it, and they go together.
func TestAFamilyIsPlannedWithItsTurns(t *testing.T) {
	const turn = "one thing different: You played football with him at school…"
	d := families(t).Offers("one thing different").Sees("·  A request at eleven", "Single best answer, 3 turns").Keys("t").Sees("Only what is in the plan has a turn")
	if strings.Count(d.View(), "A request at eleven") != 1 {
		t.Errorf("a family is offered more than once:\n%s", d.View())
	}
	d.Keys("space space").Sees(" 1  A request at eleven", " 2  Asked for a quote", "In the plan: 14 of 45 minutes").Lacks("·  A request at eleven")
	d.Keys("k k t").Sees("›  1  A request at eleven", " 2    "+turn, "4 min", " 3  Asked for a quote", "In the plan: 18 of 45 minutes")
	d.Keys("J").Sees(" 1  Asked for a quote", "›  2  A request at eleven", " 3    "+turn).Keys("J K").Sees("›  1  A request at eleven", " 2    "+turn)
	d.Keys("j K J").Sees("›  2    " + turn).Keys("k t t").Sees(" 4    one thing different").Keys("t").Sees("The library has no other turn of this one.")
	d.Keys("b").Write("9").Keys("enter")
	if to := toRoom(t, d); len(to.Plan.Items) != 5 || to.Plan.Items[1] != (induction.Item{Situation: "a-request/an-old-friend", Minutes: 4}) {
		t.Errorf("requested is %+v", to)
	}
	families(t).Keys("space k t j space").Sees("In the plan: 7 of 45 minutes").Lacks("one thing different:").Keys("k t space").Sees("·  A request at eleven").Lacks("In the plan", "one thing different:")
}
