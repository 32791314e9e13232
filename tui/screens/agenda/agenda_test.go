package agenda

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/scenarios/induction"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// planning is the screen for a doctor in the UK.
func planning(t *testing.T) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	return d.Resize(80, 40).Show(New(d.Env, screen.ToAgenda{}))
}

func TestAPlanIsBuilt(t *testing.T) {
	d := planning(t).Keys("b b").Sees("there is nothing to discuss").Keys("down down down space space").Sees("In the plan: 14 of 45 minutes")
	d.Keys("k k k k +").Sees("50 minutes").Keys("j j + +").Sees("In the plan: 16 of 50 minutes", "9 min")
	d.Keys("J").Sees("2  ").Keys("space").Sees("In the plan: 7 of 50 minutes").
		Keys("+").Sees("Only what is in the plan has minutes")
}

// builtOf is a plan of one situation, on the screen.
func builtOf(t *testing.T) *screentest.Driver {
	t.Helper()
	return planning(t).Keys("b down down down space")
}

func TestARoomIsOpenedForAsManyAsThereAre(t *testing.T) {
	d := builtOf(t).Keys("b").Sees("How many people are in the room?")
	if !d.Typing() {
		t.Error("digits are keys")
	}
	d.Write("many").Keys("enter").Sees("is not a number").Keys("b").Write("1").Keys("enter").Sees("2 to 500").Requests()
	d.Keys("b").Write("9").Keys("enter")
	requested := d.Requested()
	if len(requested) != 1 {
		t.Fatalf("requested are %v", requested)
	}
	open, _ := requested[0].(screen.Open)
	if to, ok := open.To.(screen.ToRoom); !ok || !open.Replace || to.People != 9 || len(to.Plan.Items) != 1 {
		t.Errorf("requested is %#v", requested[0])
	}
}

func TestAPlanIsSavedAndBroughtAlong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.toml")
	d := builtOf(t).Keys("w " + strings.Repeat("backspace ", len("induction.toml"))).Write(path).Keys("enter").Sees("The plan is written to")
	d.Keys("esc f").Write(path).Keys("enter").Sees("In the plan: 7 of 45 minutes")
	d.Keys("esc f").Write(path + "x").Keys("enter").Sees("there is no file")
	if err := os.WriteFile(path, []byte("schema = 1\ntitle = \"x\"\njurisdiction = \"fr\"\nminutes = 45\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Keys("f").Write(path).Keys("enter").Sees("jurisdiction", "there is nothing to discuss")
}

func TestEscGoesBackFromThePlanToTheAgendas(t *testing.T) {
	builtOf(t).Keys("esc").Sees("Build a plan").Requests().Keys("esc").Requests(screen.Close{})
}

func TestAPlanThatWasBroughtAlongIsAllThereIs(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	plan := induction.Plan{Title: "A first Monday", Jurisdiction: "uk", Minutes: 45, Items: []induction.Item{{Situation: "a-request", Minutes: 7}}}
	d.Show(New(d.Env, screen.ToAgenda{Plan: &plan})).Sees("A first Monday", "In the plan: 7 of 45 minutes").Keys("esc").Requests(screen.Close{})
}

// TestADamagedSessionStopsNobody: it is named, and another can be begun.
func TestADamagedSessionStopsNobody(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "sessions"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "sessions", "x.toml"), []byte("schema = 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := screentest.In(t, dir, screentest.Doctor)
	d.Show(New(d.Env, screen.ToAgenda{})).Sees("sessions/x.toml", "Mend", "b  Build a plan").Lacks("Carry on") // single words: lines break where the path has them break
}

func TestASessionThatWasLeftComesFirst(t *testing.T) {
	d := builtOf(t).Keys("b").Write("9").Keys("enter")
	to := d.Requested()[0].(screen.Open).To.(screen.ToRoom)
	room, err := d.Env.Tutor.Rooms.Begin(to.Plan, to.People)
	if err != nil {
		t.Fatal(err)
	}
	room.Leave()
	d.Close()
	again := screentest.In(t, d.Dir, screentest.Doctor)
	again.Show(New(again.Env, screen.ToAgenda{})).Sees("› c  Carry on: Induction", "1 of 1, The situation").Keys("c")
	if requested := again.Requested(); len(requested) != 1 {
		t.Errorf("requested are %v", requested)
	}
}
