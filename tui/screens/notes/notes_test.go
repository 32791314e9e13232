package notes

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
	return Parts{Clock: t.Clock, Library: t.Library, Rooms: t.Rooms}
}

// following is the notes beside a folder, after their first look.
func following(t *testing.T, dir string) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, dir, screentest.Nobody)
	return d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor))).Send(screen.ChangedMsg{})
}

// led is a session in a folder, and the facilitator who leads it.
func led(t *testing.T) *facilitator {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	room, err := d.Tutor.Rooms.Begin(induction.Plan{
		Title: "A first Monday", Jurisdiction: guidance.UK, Minutes: 45,
		Items: []induction.Item{{Situation: "a-request", Minutes: 7}, {Situation: "four-ways", Minutes: 7}},
	}, 14)
	if err != nil {
		t.Fatal(err)
	}
	flush(t, d)
	return &facilitator{t, room, d}
}

// facilitator leads a room in a window of their own.
type facilitator struct {
	t    *testing.T
	room *tutor.Room
	*screentest.Driver
}

// does carries acts out, and saves them.
func (f *facilitator) does(acts ...tutor.Act) {
	f.t.Helper()
	for _, act := range acts {
		if err := f.room.Do(act); err != nil {
			f.t.Fatal(err)
		}
	}
	flush(f.t, f.Driver)
}

// hands counts hands for a choice.
func hands(choice string, n int) tutor.Act {
	return func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Count(choice, n, now) }
}

var (
	forward = (*induction.Session).Forward
	skip    = (*induction.Session).Skip
	blank   = (*induction.Session).Blank
	end     = (*induction.Session).End
)

// flush saves what is waiting.
func flush(t *testing.T, d *screentest.Driver) {
	t.Helper()
	if err := d.Tutor.Flush(); err != nil {
		t.Fatal(err)
	}
}

func TestTheyWaitForASessionToBegin(t *testing.T) {
	d := following(t, t.TempDir()).Titled("Notes").Sees("Waiting for a session to begin.")
	if country, ok := country(d); ok {
		t.Errorf("they are of %s before there is a session", country)
	}
}

// country is that of the notes that are up.
func country(d *screentest.Driver) (guidance.Jurisdiction, bool) {
	return d.Screen().(screen.Located).Country()
}

// TestTheyWaitForTheLibrary: a session can't be read without it.
func TestTheyWaitForTheLibrary(t *testing.T) {
	d := screentest.Early(t, led(t).Dir, screentest.Nobody)
	if d.Show(New(d.Env, parts(d.Tutor))).Send(screen.ChangedMsg{}).Sees("Waiting for a session to begin."); len(d.Due) > 0 {
		t.Errorf("due are %v", d.Due)
	}
	d.Ready().Sees("1 of 2: A request after clinic")
}

func TestTheyFollowTheSession(t *testing.T) {
	f := led(t)
	d := following(t, f.Dir).Sees("1 of 2: A request after clinic", "The situation", "UK: 0 of 45 minutes gone, on time", "Prompts", "Key", "Next")
	f.does(forward)
	d.Tick().Sees("Think · 1:00 left").Lacks("Votes")
	f.does(forward, hands("a", 4), hands("b", 6))
	d.Tick().Sees("Vote", "Before: a: 4 · b: 6", "not voted: 4")
	f.does(blank)
	d.Tick().Sees("The room's screen is blank.")
	f.does(end)
	d.Tick().Sees("The session has ended.").Lacks("is blank")
	if err := os.RemoveAll(filepath.Join(f.Dir, "sessions")); err != nil {
		t.Fatal(err)
	}
	d.Tick().Sees("The session has ended.") // what was there stays
}

// TestASessionThatIsOverIsNotFollowed, unless the notes were there when it ended.
func TestASessionThatIsOverIsNotFollowed(t *testing.T) {
	f := led(t)
	f.does(end)
	following(t, f.Dir).Sees("Waiting for a session to begin.")
}

// TestTheyAreOfTheSessionsCountry, whoever follows it.
func TestTheyAreOfTheSessionsCountry(t *testing.T) {
	f := led(t)
	d := screentest.In(t, f.Dir, screentest.Student)
	d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor))).Send(screen.ChangedMsg{}).Sees("UK: 0 of 45 minutes gone")
	if country, ok := country(d); country != guidance.UK || !ok {
		t.Errorf("they are of %q (%v)", country, ok)
	}
}

// TestTheTimeGoesOnBetweenTheFacts: once a second the notes say what is left, though the session's file is as it was.
func TestTheTimeGoesOnBetweenTheFacts(t *testing.T) {
	f := led(t)
	f.does(forward)
	d := following(t, f.Dir).Sees("Think · 1:00 left").Ticks(12).Sees("Think · 0:48 left").Ticks(60).Sees("Think · over by 0:12")
	f.does((*induction.Session).Pause)
	d.Tick().Sees("Think · paused at ")
}

// TestASessionThatCannotBeReadIsSaid above what was there before.
func TestASessionThatCannotBeReadIsSaid(t *testing.T) {
	f := led(t)
	d := following(t, f.Dir).Sees("1 of 2: A request after clinic")
	files, err := filepath.Glob(filepath.Join(f.Dir, "sessions", "*.toml"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	good, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(files[0], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		d.Tick()
	}
	write("this is no session\n")
	shown := d.Sees("1 of 2: A request after clinic", ".toml").View()
	if strings.Index(shown, ".toml") > strings.Index(shown, "1 of 2") {
		t.Errorf("the error is not above it:\n%s", shown)
	}
	write(string(good))
	d.Sees("1 of 2: A request after clinic").Lacks(".toml")
}

// TestTheArgumentsStandBesideWhereThereIsRoom: the next step and what may be said are seen at once.
func TestTheArgumentsStandBesideWhereThereIsRoom(t *testing.T) {
	for width, beside := range map[int]bool{80: false, 120: true} {
		d := following(t, led(t).Dir).Resize(width, 60).Sees("Likely arguments", "Where it is written", "Keep them apart.")
		first, _, _ := strings.Cut(strings.TrimLeft(d.View(), " \n"), "\n")
		if strings.Contains(first, "Likely arguments") != beside {
			t.Errorf("at %d cells the first line is %q", width, first)
		}
	}
}

// TestAnotherSituationBeginsAtItsTop; what happens within one leaves the notes where they were scrolled to.
func TestAnotherSituationBeginsAtItsTop(t *testing.T) {
	f := led(t)
	d := following(t, f.Dir).Resize(50, 12).More(false, true).Keys("pgdown down").More(true, true)
	f.does(forward)
	d.Tick().More(true, true)
	f.does(skip)
	d.Tick().More(false, true).Sees("2 of 2: Four ways to sign")
}

func TestTheyLookAgainAndAgain(t *testing.T) {
	d := following(t, t.TempDir())
	for range 3 {
		if len(d.Due) != 1 || d.Due[0].After != every {
			t.Fatalf("due are %v", d.Due)
		}
		d.Tick()
	}
	if d.Send(screen.ChangedMsg{}); len(d.Due) != 1 { // they have begun already
		t.Errorf("due are %v", d.Due)
	}
}

func TestTheyEndTheirOwnProgram(t *testing.T) {
	following(t, t.TempDir()).Offers("scroll").Offers("quit").Keys("down q").Quits()
}

// TestTheNotesTellATurn: its facts, its key and what makes the difference; the family's prompts were for what it turns.
func TestTheNotesTellATurn(t *testing.T) {
	dir := t.TempDir()
	d := screentest.Families(t, dir, screentest.Doctor)
	room, err := d.Tutor.Rooms.Begin(induction.Plan{
		Title: "A first Monday", Jurisdiction: guidance.UK, Minutes: 45,
		Items: []induction.Item{{Situation: "a-request", Minutes: 7}, {Situation: "a-request/numb-again", Minutes: 4}},
	}, 14)
	if err != nil {
		t.Fatal(err)
	}
	f := &facilitator{t, room, d}
	f.does(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Jump(2, now) })
	other := screentest.Families(t, dir, screentest.Nobody)
	other.Resize(120, 50).Show(New(other.Env, parts(other.Tutor))).Send(screen.ChangedMsg{})
	other.Sees("2 of 2, one thing different: A request at eleven", "Now one thing is different", "As it was: You know him from the ward alone.", "As it is: Under it he writes",
		"Key b: He is a patient, and nothing more.", "Key c: He needs care now.", "What does the difference change", "He describes a stroke coming back.").Lacks("What would change your mind?")
}

// TestOnesOwnPhone: the facilitator's own phone can have the notes where phones vote, and nowhere else.
func TestOnesOwnPhone(t *testing.T) {
	f := led(t)
	d := following(t, f.Dir).Denies("these notes on your own phone").Keys("v").Sees("1 of 2: ")
	at := induction.Connected{Host: "192.168.178.23", Port: 8040, Code: "kfx", Secret: "Q7XQ7XQ7XQ7XQ7XQ"}
	f.does(func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Connect(at, now) })
	d.Tick().Offers("these notes on your own phone")
	for _, back := range []string{"v", "q", "esc"} {
		d.Keys("v").Sees("leads the session", "192.168.178.23:8040/f/Q7XQ7XQ7XQ7XQ7XQ").Lacks("1 of 2: ").Keys(back).Sees("1 of 2: ")
	}
	for _, window := range [][2]int{{80, 20}, {60, 14}, {36, 8}} {
		d.Resize(window[0], window[1]).Keys("v").Sees("▀▀▀").Keys("v")
	}
	f.does(end)
	d.Tick().Keys("v").Lacks("leads the session")
}

// TestTheyFollowToTheClosing: what was met, then the fingers that are counted, and no arguments of a situation that is gone.
func TestTheyFollowToTheClosing(t *testing.T) {
	f := led(t)
	d := following(t, f.Dir)
	f.does((*induction.Session).Close)
	d.Tick().Sees("The closing", "What we met", "Fist to five").Lacks("Likely arguments", "Key", "A request after clinic")
	f.does(forward, hands("5", 9))
	d.Tick().Sees("Fist to five", "Fingers: 5: 9 · 4: 0")
	f.does(end)
	d.Tick().Sees("The session has ended.", "The session is over. Thank the room.", "Fingers: 5: 9 · 4: 0").Lacks("Likely arguments", "A request after clinic")
}
