package notes

import (
	"testing"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// following is the notes beside a folder, after their first look.
func following(t *testing.T, dir string) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, dir, screentest.Nobody)
	return d.Resize(80, 40).Show(New(d.Env)).Send(screen.ChangedMsg{})
}

// led is a session in a folder, and what the facilitator does in it.
func led(t *testing.T) (*tutor.Room, *screentest.Driver) {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	room, err := d.Env.Tutor.Rooms.Begin(induction.Plan{
		Title: "A first Monday", Jurisdiction: guidance.UK, Minutes: 45, Items: []induction.Item{{Situation: "a-request", Minutes: 7}},
	}, 14)
	if err != nil {
		t.Fatal(err)
	}
	flush(t, d)
	return room, d
}

// flush saves what is waiting.
func flush(t *testing.T, d *screentest.Driver) {
	t.Helper()
	if err := d.Env.Tutor.Flush(); err != nil {
		t.Fatal(err)
	}
}

func TestTheyWaitForASessionToBegin(t *testing.T) {
	following(t, t.TempDir()).Titled("Notes").Sees("Waiting for a session to begin.")
}

func TestTheyFollowTheSession(t *testing.T) {
	room, facilitator := led(t)
	d := following(t, facilitator.Dir).Sees("1 of 1: A request after clinic", "The situation", "Prompts", "Key", "Next")
	if err := room.Do((*induction.Session).Forward); err != nil {
		t.Fatal(err)
	}
	flush(t, facilitator)
	d.Tick().Sees("Think")
}

func TestTheyLookAgainAndAgain(t *testing.T) {
	d := following(t, t.TempDir())
	for range 3 {
		if len(d.Due) != 1 || d.Due[0].After != every {
			t.Fatalf("due are %v", d.Due)
		}
		d.Tick()
	}
}

func TestTheyEndTheirOwnProgram(t *testing.T) {
	following(t, t.TempDir()).Keys("down q").Quits()
}
