// A facilitator's morning at two terminals: a whole agenda at speed with the notes following, a session killed in a vote and
// carried on, notes that are started late, and a window that changes its size.
package command_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"probity/progress/folder"
	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"
)

// followed is how soon notes follow the room. The race detector makes a program several times slower.
const followed = 200 * time.Millisecond * slowness

// besides starts the notes on the same data, in a terminal of their own.
func (term *terminal) besides() *terminal {
	term.t.Helper()
	return term.again("induction", "notes")
}

// anySession reports whether a session has been written.
func anySession(data string) bool {
	kept := folder.SessionsIn(folder.Options{Dir: data})
	ids, err := kept.List()
	if err != nil || len(ids) == 0 {
		return false
	}
	facts, err := kept.Read(ids[0])
	return err == nil && len(facts) > 0
}

// session is the newest session of a data folder, resumed.
func session(t *testing.T, data string) *induction.Session {
	t.Helper()
	kept := folder.SessionsIn(folder.Options{Dir: data})
	ids, err := kept.List()
	if err != nil || len(ids) == 0 {
		t.Fatalf("sessions: %v, %v", ids, err)
	}
	facts, err := kept.Read(ids[0])
	if err != nil {
		t.Fatal(err)
	}
	library, err := scenariostest.Library()
	if err != nil {
		t.Fatal(err)
	}
	s, err := induction.Resume(library.Bank, facts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// inARoom is the program in a session of six situations with fourteen people.
func inARoom(t *testing.T) *terminal {
	t.Helper()
	term := sitDown(t, "induction", "--plan", "testdata/plan.toml", "--role", "doctor", "--jurisdiction", "uk")
	term.sees("In the plan: 42 of 45 minutes")
	term.types("b")
	term.sees("How many people are in the room?")
	term.types("14" + enter)
	term.sees("space begins")
	return term
}

// steps are what a situation goes through after it was read, and the keys that go there, whatever was left to read. Of fourteen people no more
// than nine are typed on a line: by the quick clock two digits of one number come too far apart.
var steps = []struct{ keys, title string }{
	{right, "Think"},
	{right, "Vote"},
	{"9" + down + "5" + right, "How the room voted"},
	{right, "Discuss"},
	{right, "Vote again"},
	{"5" + down + "9" + right, "Before and after"},
	{right, "The answer"},
	{right, "The guidance"},
	{right, "To take away"},
}

func TestAWholeAgendaWithNotes(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := inARoom(t)
	notes := term.besides()
	notes.sees("Waiting for a session to begin.")
	var took []time.Duration
	both := func(keys string, situation int, title string) {
		term.types(keys)
		term.sees(fmt.Sprintf("%d of 6 · %s", situation, title))
		shown := time.Now()
		notes.sees(fmt.Sprintf("%d of 6:", situation), "  "+title)
		took = append(took, time.Since(shown))
	}
	for situation := 1; situation <= 6; situation++ {
		both(" ", situation, "The situation")
		for _, step := range steps {
			both(step.keys, situation, step.title)
		}
	}
	term.types(" ")
	term.sees("The closing · What we met")
	notes.sees("The closing")
	term.types(" ")
	term.sees("Fist to five")
	term.types("9" + down + "5" + right)
	term.sees("The end")
	notes.sees("The session has ended.")
	slices.Sort(took)
	median, worst := took[len(took)/2], took[len(took)-1]
	t.Logf("notes followed %d steps in %v (median), %v (worst)", len(took), median, worst)
	if *timed && median > followed {
		t.Errorf("notes follow in %v, at most %v is wanted", median, followed)
	}
	s := session(t, term.data)
	if shifts := s.Shifts(); !s.HasEnded() || len(shifts) != 6 || shifts[0].Before.Hands() != 14 || shifts[0].After.Hands() != 14 {
		t.Errorf("ended %v, shifts: %+v", s.HasEnded(), shifts)
	}
	notes.types("q")
	notes.ends(soon(), 0)
	term.types(escape)
	term.sees("for your appraisal folder")
	term.types("q")
	term.ends(soon(), 0)
	term.restored()
}

// TestKilledInAVote: what was counted is there, the session is offered and goes on where it was, and the notes go on with it.
func TestKilledInAVote(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := inARoom(t)
	for _, step := range []string{"The situation", "Think", "Vote"} {
		term.types(" ")
		term.sees("1 of 6 · " + step)
	}
	term.sees("1 of 6 · Vote")
	term.types("5" + down + "3")
	term.sees("8 of 14 voted")
	notes := term.besides()
	notes.sees("Before: a: 5 · b: 3")
	kill(term)
	kill(notes)

	notes = term.besides()
	notes.sees("1 of 6:", "Before: a: 5 · b: 3", "not voted: 6")
	again := term.again("induction")
	again.sees("c  Carry on: Social media on Monday", "1 of 6, Vote")
	again.types("c")
	again.sees("1 of 6 · Vote · 8 of 14 voted")
	again.types(down + down + "6" + right)
	again.sees("How the room voted", "14 voted")
	notes.sees("How the room voted", "c: 6")
	again.size(300, 80)
	again.sees("1 of 6 · How the room voted")
	again.types(interrupt)
	again.ends(soon(), 0)
	again.restored()
}

func kill(term *terminal) {
	term.t.Helper()
	if err := term.cmd.Process.Kill(); err != nil {
		term.t.Fatal(err)
	}
	<-term.ended
}

// TestResizedInTheMiddleOfAVote: the storm of sizes loses no hand.
func TestResizedInTheMiddleOfAVote(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := inARoom(t)
	for _, step := range []string{"The situation", "Think", "Vote"} {
		term.types(" ")
		term.sees("1 of 6 · " + step)
	}
	term.sees("1 of 6 · Vote")
	for i, size := range [][2]int{{40, 12}, {300, 80}, {20, 5}, {120, 40}, {80, 24}} {
		if i < 3 {
			term.types([]string{"5", down, "6"}[i]) // one digit each: a number is typed within a time, and the clock is quick
		}
		term.size(size[0], size[1])
	}
	term.sees("11 of 14 voted")
	term.until("a session on the disk", func() bool { return anySession(term.data) })
	term.types(down + "3")
	term.until("three hands", func() bool { return session(t, term.data).HandsFor("c") == 3 })
	term.sees("14 of 14 voted")
}

// TestPlainNotes: lines are added and none is drawn over; the session's end is the notes' end.
func TestPlainNotes(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := inARoom(t)
	program, err := exec.LookPath("probity")
	if err != nil {
		t.Fatal(err)
	}
	notes := exec.Command(program, "induction", "notes")
	notes.Env = []string{"PROBITY_DATA=" + term.data, "HOME=" + t.TempDir(), "GORACE=atexit_sleep_ms=0"}
	path := filepath.Join(t.TempDir(), "out")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	notes.Stdout, notes.SysProcAttr = out, &syscall.SysProcAttr{Setsid: true}
	if err := notes.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = notes.Process.Kill() }()
	said := func() string {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	hears := func(text string) {
		t.Helper()
		term.until("“"+text+"” in the plain notes", func() bool { return strings.Contains(said(), text) })
	}
	hears("Until one begins, there is nothing to show")
	term.types(" ")
	hears("Situation 1 of 6: ")
	hears("The situation. Read it aloud")
	term.types(" ")
	term.sees("1 of 6 · Think")
	term.types(" ")
	hears("\nVote. One hand each.")
	term.types("9")
	hears("Before: a 9, b none, ")
	before := said()
	term.types("e")
	term.sees("e again ends it")
	term.types("e")
	hears("The session has ended.")
	if err := notes.Wait(); err != nil {
		t.Errorf("the notes ended with %v", err)
	}
	if !strings.HasPrefix(said(), before) || bytes.ContainsRune([]byte(said()), '\x1b') {
		t.Errorf("what was said was drawn over: %q", said())
	}
}
