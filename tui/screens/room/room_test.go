package room

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Clock: t.Clock, Library: t.Library, Profile: t.Profile, Rooms: t.Rooms}
}

// filling is the screen while the room fills, in a window.
func filling(t *testing.T, width, height int) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	return d.Resize(width, height).Show(New(d.Env, parts(d.Tutor), screen.ToRoom{Plan: screentest.FourSituations, People: 14}))
}

// lead is a room in which the session has begun.
func lead(t *testing.T) *screentest.Driver {
	t.Helper()
	return filling(t, 80, 24).Keys("space")
}

func TestASessionBeginsOnceTheRoomIsFull(t *testing.T) {
	d := filling(t, 80, 24).Sees("A first Monday", "Nobody is marked today.", "space begins").Keys("+300s").Send(screen.ChangedMsg{})
	if d.Session() != "" {
		t.Error("it has begun before anybody pressed a key")
	}
	d.Keys("space").Sees("A request after clinic", "1 of 4 · The situation", "±0").SessionHas("[[induction-began]]", 1).SessionHas("room = 14", 1)
}

func TestOneStepAKeyAndBackwardsToo(t *testing.T) {
	d := lead(t)
	titles := []string{"Think", "Vote", "How the room voted", "Discuss", "Vote again", "Before and after", "The answer", "The guidance", "To take away"}
	for _, title := range titles {
		d.Keys("right")
		if title == "How the room voted" || title == "Before and after" {
			d.Sees("14 of 14 have not voted").Keys("c")
		}
		d.Sees("1 of 4 · " + title)
	}
	d.Keys("space").Sees("2 of 4 · The situation")
	for i := len(titles) - 1; i >= 0; i-- {
		d.Keys("left").Sees("1 of 4 · " + titles[i])
	}
	d.Keys("left").Sees("1 of 4 · The situation").Keys("left").Sees("This is where the session begins.")
}

func TestAPresentersClickerLeadsASession(t *testing.T) {
	d := filling(t, 80, 24).Keys("pgdown").Sees("The situation")
	d.Keys("pgdown").Sees("Think").Keys("pgup").Sees("The situation")
	small := filling(t, 40, 12).Keys("pgdown")
	small.Keys("pgdown").Sees("Think").Keys("pgdown pgdown").Sees("0 of 14 voted").Keys("pgup").Sees("Think")
	d = filling(t, 40, 12).Keys("pgdown right right c right right c right").Sees("The answer")
	presses := 0
	for ; presses < 40 && !strings.Contains(d.View(), "What the guidance says"); presses++ {
		d.Keys("pgdown")
	}
	if presses < 5 || presses == 40 {
		t.Errorf("%d presses lead past the answer and its four rationales", presses)
	}
}

// Nothing that is to be read is passed over with space; → goes on at once.
func TestSpaceReadsOn(t *testing.T) {
	d := filling(t, 60, 14).Keys("space right right c right right c right right left").Sees("The answer · ↓ why, 1 of 4").Keys("right").Sees("The guidance · more ↓")
	d.Keys("space").Sees("The guidance · more").Keys("left").Sees("The answer").Keys("right").Sees("The guidance")
}

// In a small window the countdown is a line of text.
func TestTheCountdownTrulyPauses(t *testing.T) {
	d := lead(t).Resize(48, 14).Keys("space").Sees("1:00").Ticks(10).Sees("0:50").Ticks(10).Sees("0:40")
	d.Keys("p").Sees("0:35", "paused").Keys("+1h").Ticks(60).Sees("0:35", "paused")
	d.Keys("p").Lacks("paused").Sees("0:35").Keys("+").Sees("1:30").SessionHas("[[induction-extended]]", 1)
	d.Ticks(100).Sees("−0:10")
}

// The projector and the notes have one clock: what is over is counted on.
func TestAnOverrunIsSaidToTheRoomToo(t *testing.T) {
	d := lead(t)
	d.Resize(40, 12)
	d.Keys("space").Ticks(75)
	d.Sees("−0:").Lacks("  0:00")
}

func TestThePeopleAreChangedBeforeItBegins(t *testing.T) {
	d := filling(t, 80, 24).Keys("r").Sees("How many people are in the room?", "So far: 14.").Keys("1 enter")
	d.Sees("A room of 1 is not possible").Keys("2 0 enter").Sees("Nobody is marked today.").Keys("space").SessionHas("room = 20", 1)
	filling(t, 80, 24).Keys("r 3 esc").Sees("Nobody is marked today.").Keys("space").SessionHas("room = 14", 1)
}

// TestNothingTicksWithoutACountdown: idle costs nothing.
func TestNothingTicksWithoutACountdown(t *testing.T) {
	d := lead(t).Keys("b b r 1 2 enter g esc")
	if len(d.Due) > 0 {
		t.Errorf("it is to be woken: %v", d.Due)
	}
	if d.Keys("space"); len(d.Due) != 1 || d.Due[0].After != time.Second {
		t.Errorf("with a countdown it is to be woken: %v", d.Due)
	}
	still := lead(t)
	still.Tutor.Profile.Change(tutor.SettingMotion, tutor.Off)
	if still.Keys("space"); len(still.Due) != 1 || still.Due[0].After < time.Minute {
		t.Errorf("with motion reduced it is to be woken: %v", still.Due)
	}
}

func TestBlankShowsNothingUntilAnyKey(t *testing.T) {
	d := lead(t).Keys("b")
	if text := strings.TrimSpace(d.View()); text != "" {
		t.Errorf("a blank screen has %q", text)
	}
	d.Keys("space").Sees("1 of 4 · The situation").Keys("b esc").Sees("1 of 4 · The situation").Lacks("Leave the room?")
}

func TestSkippingAndEndingAreAskedForTwice(t *testing.T) {
	d := lead(t).Keys("s").Sees("Skip this situation?").Keys("j").Sees("1 of 4").Keys("s").Lacks("2 of 4").Keys("s").Sees("2 of 4")
	d.Keys("e").Sees("End the session here?").Keys("e").Sees("Thank you. Take one line away with you.", "The end")
	d.Keys("e").Lacks("End the session here?").Keys("space").Sees("The session has ended").Keys("backspace").Sees("2 of 4 · The situation")
	d.Keys("e e esc").Requests(screen.Close{})
}

func TestGoingAnywhere(t *testing.T) {
	d := lead(t).Keys("g").Sees("› ·  1  A request after clinic", "7 min").Keys("esc").Sees("1 of 4 · The situation")
	d.Keys("g j j enter").Sees("3 of 4 · The situation").Keys("g k k k k enter").Sees("4 of 4 · The situation")
}

func TestAddingASituationOnTheFly(t *testing.T) {
	d := lead(t).Keys("a").Sees("Add after this situation", "A thread about a vaccine").Lacks("A request after clinic").Keys("enter")
	d.Sees("It comes after this situation.").Keys("g").Sees("2  A thread about a vaccine", "7 min, added", "1 of 5").Keys("esc a").Sees("Every situation there is")
}

func TestWhichActionIsVotedOn(t *testing.T) {
	d := lead(t).Keys("o").Sees("Only where actions are rated").Keys("g j enter o").Sees("Which action is voted on?")
	d.Keys("k enter").SessionHas("[[induction-put]]", 1).Keys("space space 9 backspace o j enter").SessionHas("[[induction-put]]", 2)
	d.Keys("3 o j enter").Sees("Hands have been counted on another action")
}

func TestThePeopleInTheRoom(t *testing.T) {
	d := lead(t).Keys("r").Sees("How many people are in the room?", "So far: 14.").Keys("1 enter").Sees("A room of 1 is not possible")
	d.Keys("9 9 9 9 enter").Sees("A room of 999 is not possible").Keys("2 1 backspace 0 enter").Sees("1 of 4 · The situation").SessionHas("room = 20", 1)
	d.Keys("r ? esc").Sees("1 of 4 · The situation")
}

// TestALidClosedInACountdown pauses it where it was.
func TestALidClosedInACountdown(t *testing.T) {
	d := lead(t).Keys("space").Ticks(5).Keys("+40m").Ticks(1)
	d.Sees("Think · paused").SessionHas("[[induction-taken-up]]", 1)
}

// TestALidClosedInAVote: a night later the room is where it was, and hours of sleep are no delay.
func TestALidClosedInAVote(t *testing.T) {
	d := lead(t).Keys("space space 4 +9h j").Sees("1 of 4 · Vote · 4 of 14 voted", "±0").SessionHas("[[induction-taken-up]]", 1)
	d.Keys("b +9h space").Sees("1 of 4 · Vote").SessionHas("[[induction-taken-up]]", 2).Lacks("already")
}

func TestResizedInMidVote(t *testing.T) {
	d := lead(t).Keys("space space 4 enter 6")
	for _, size := range [][2]int{{40, 12}, {300, 80}, {24, 8}, {120, 40}, {80, 24}} {
		d.Resize(size[0], size[1])
	}
	d.Sees("  6▏", "10 of 14 voted · 4 to go")
	d.Resize(40, 12)
	d.Keys("enter 1").Sees("  1▏") // the choice at the cursor is scrolled to
}

// Whatever sizes the window goes through in a step, every frame fits (the driver sees to that), and afterwards the screen is the same as before.
func TestARoomResizedInEveryStep(t *testing.T) {
	d := lead(t).Keys("right p")
	for _, keys := range []string{"", "right 4 j 1 0", "right", "right p", "right 5 j 9", "right", "right", "right", "right"} {
		d.Keys(keys)
		before := d.View()
		for i := range 40 {
			d.Resize(24+i*7%187, 8+i*11%59)
		}
		if d.Resize(80, 24); d.View() != before {
			t.Errorf("after %q the screen was\n%s\nand is\n%s", keys, before, d.View())
		}
	}
}

func TestLeavingIsConfirmed(t *testing.T) {
	d := lead(t).Keys("esc").Sees("Leave the room?").Keys("j esc").Sees("Leave the room?").Requests()
	d.Keys("esc").Requests(screen.Close{})
	filling(t, 80, 24).Keys("esc").Requests(screen.Close{}) // nothing has begun
}

func TestASessionWaitsForTheLibrary(t *testing.T) {
	d := screentest.Early(t, t.TempDir(), screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToRoom{Plan: screentest.FourSituations, People: 14})).Titled("Induction").Sees("Nobody is marked today.")
	d.Keys("space").Sees("Getting the situations ready…").Ready().Keys("space").Sees("1 of 4 · The situation")
}

func TestAPlanThatCannotBeLedIsSaid(t *testing.T) {
	plan := screentest.FourSituations
	plan.Items = []induction.Item{{Situation: "long-gone", Minutes: 7}}
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToRoom{Plan: plan, People: 14})).Keys("space").Sees("long-gone", "Nobody is marked today.")
	if d.Session() != "" {
		t.Errorf("it has begun:\n%s", d.Session())
	}
}

// TestASessionThatIsNotKeptIsLedAllTheSame, with a file in the way of the folder.
func TestASessionThatIsNotKeptIsLedAllTheSame(t *testing.T) {
	inTheWay := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := screentest.In(t, filepath.Join(inTheWay, "data"), screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToRoom{Plan: screentest.FourSituations, People: 14})).Keys("space").Sees("This session is not being kept")
	d.Keys("right right 4").Sees("4 of 14 voted").Lacks("not saved")
}

// TestALeftSessionIsCarriedOnWhereItWas: its countdown stands, and the hands are there.
func TestALeftSessionIsCarriedOnWhereItWas(t *testing.T) {
	left := lead(t).Keys("right right 4 c right").Sees("1 of 4 · Discuss").Close()
	d := screentest.In(t, left.Dir, screentest.Doctor)
	found := d.Tutor.Rooms.FindUnfinished().Do()
	if found.Latest == nil {
		t.Fatalf("there is none to carry on: %v", found.Err)
	}
	open := d.Tutor.Rooms.Open(found.Latest.ID).Do()
	if open.Err != nil {
		t.Fatal(open.Err)
	}
	d.Resize(80, 24).Show(New(d.Env, parts(d.Tutor), screen.ToRoom{Room: open.Room})).Sees("1 of 4 · Discuss · paused").SessionHas("[[induction-taken-up]]", 1)
	d.Keys("left").Sees("How the room voted", "4 voted, 10 did not")
}

// TestItIsOfTheCountryOfItsPlan, before it begins and when it goes on.
func TestItIsOfTheCountryOfItsPlan(t *testing.T) {
	plan := induction.Plan{Title: "Interns", Jurisdiction: guidance.Ireland, Minutes: 45, Items: []induction.Item{{Situation: "a-name", Minutes: 7}}}
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToRoom{Plan: plan, People: 14})).Sees("Ireland", "1 situation", "45 minutes")
	for _, keys := range []string{"", "space"} {
		d.Keys(keys)
		if country, ok := d.Screen().(screen.Located).Country(); country != guidance.Ireland || !ok {
			t.Errorf("after %q it is of %q (%v)", keys, country, ok)
		}
	}
	d.Sees("A name under an answer").Keys("a").Sees("A thread about a vaccine").Lacks("Four ways to sign", "A request after clinic")
}

func TestTheOverviewSaysWhatWasDoneAndSkipped(t *testing.T) {
	lead(t).Keys("s s g").Sees("–  1  A request after clinic", "skipped", "›", "·  3  Two views")
	lead(t).Keys("right right c right right c right right right right").Sees("2 of 4").Keys("g").Sees("✓  1  A request after clinic")
}

func TestASessionWithoutClosingWordsThanks(t *testing.T) {
	plan := screentest.FourSituations
	plan.Closing = ""
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToRoom{Plan: plan, People: 14})).Keys("space e e").Sees("Thank you.", "A first Monday")
}
