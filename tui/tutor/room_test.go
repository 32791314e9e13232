// Leading an induction session: every act is on its way to the disk, nothing is lost when the disk fails, and a session that
// was left is carried on where it was.
package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/guidance"
	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/scenarios/induction"
)

// twoItems is a plan of a best answer and a rating.
func twoItems(t *testing.T, tutor *Tutor) induction.Plan {
	t.Helper()
	p, err := induction.Build(tutor.Library.Pack().Bank, "Two", guidance.UK, 45, induction.Item{Situation: "a-request"}, induction.Item{Situation: "four-ways"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// led is a session that has begun, with ten people.
func led(t *testing.T, tutor *Tutor) *Room {
	t.Helper()
	flush(t, tutor) // makes the record
	r, err := tutor.Rooms.Begin(twoItems(t, tutor), 10)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func forward(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Forward(now) }

func counting(choice string, hands int) Act {
	return func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Count(choice, hands, now) }
}

// does carries acts out.
func does(t *testing.T, r *Room, acts ...Act) {
	t.Helper()
	for _, act := range acts {
		if err := r.Do(act); err != nil {
			t.Fatal(err)
		}
	}
}

// stands is where a session is, in a line.
func stands(s *induction.Session, now time.Time) string {
	n := s.Notes(now)
	return strings.Join([]string{n.Situation.ID, string(n.Step), Countdown(n.Remaining), hands(n.Ballot, n.Polls[0]), map[bool]string{true: "running", false: "still"}[n.Running]}, " ")
}

// theWrite is the one write that is to be made.
func theWrite(t *testing.T, tutor *Tutor) Task[Written] {
	t.Helper()
	tasks := tutor.Write()
	if len(tasks) != 1 {
		t.Fatalf("there are %d writes to make", len(tasks))
	}
	return tasks[0]
}

// written makes that write.
func written(t *testing.T, tutor *Tutor) Written {
	t.Helper()
	return theWrite(t, tutor).Do()
}

// onDisk is the kinds of fact in the newest session's file.
func onDisk(t *testing.T, dir string) []string {
	t.Helper()
	ids, err := folder.SessionsIn(folder.Options{Dir: dir}).List()
	if err != nil || len(ids) == 0 {
		return nil
	}
	text, err := os.ReadFile(filepath.Join(dir, "sessions", ids[0]+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, line := range strings.Split(string(text), "\n") {
		if kind, ok := strings.CutPrefix(line, "[[induction-"); ok {
			kinds = append(kinds, strings.TrimSuffix(kind, "]]"))
		}
	}
	return kinds
}

func TestEveryActIsSaved(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	r := led(t, tutor)
	does(t, r, forward, forward, counting("a", 4))
	if got := onDisk(t, dir); got != nil {
		t.Errorf("written without being asked to: %v", got)
	}
	written(t, tutor)
	if diff := cmp.Diff([]string{"began", "entered", "entered", "counted"}, onDisk(t, dir)); diff != "" {
		t.Errorf("kept (-want +is):\n%s", diff)
	}
	if len(tutor.Write()) > 0 {
		t.Error("there is something left to write")
	}
	if err := r.Do(counting("a", 11)); err == nil || !strings.Contains(err.Error(), "1 too many") {
		t.Errorf("too many hands: %v", err)
	}
	flush(t, tutor)
	if n := len(onDisk(t, dir)); n != 4 {
		t.Errorf("a refused act made %d facts of 4", n)
	}
}

// TestAWriteUnderWayIsWaitedFor, not made again.
func TestAWriteUnderWayIsWaitedFor(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	r := led(t, tutor)
	under := theWrite(t, tutor)
	does(t, r, forward)
	if len(tutor.Write()) > 0 {
		t.Error("two writes at once")
	}
	flush(t, tutor)
	under.Do() // comes too late, and does nothing more
	if diff := cmp.Diff([]string{"began", "entered"}, onDisk(t, dir)); diff != "" {
		t.Errorf("kept (-want +is):\n%s", diff)
	}
}

// TestWhatCouldNotBeWrittenIsRetried: the folder of sessions can't be made while a file is in its place.
func TestWhatCouldNotBeWrittenIsRetried(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	inTheWay := filepath.Join(dir, "sessions")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := led(t, tutor)
	first := written(t, tutor).First
	var e *file.NotSavedError
	if !first || !errors.As(r.Trouble(), &e) || !strings.Contains(e.Message(), "Your session has not been saved") {
		t.Fatalf("first %v, trouble: %v", first, r.Trouble())
	}
	if len(tutor.Write()) > 0 {
		t.Error("tried again at once")
	}
	does(t, r, forward) // the session goes on; with more to write it is tried again
	if again := written(t, tutor).First; again {
		t.Error("said to be the first failure twice")
	}
	tutor.Retry()
	if len(tutor.Write()) == 0 {
		t.Error("not tried again")
	}
	if err := os.Remove(inTheWay); err != nil {
		t.Fatal(err)
	}
	flush(t, tutor)
	if diff := cmp.Diff([]string{"began", "entered"}, onDisk(t, dir)); diff != "" || r.Trouble() != nil {
		t.Errorf("kept (-want +is):\n%s; trouble %v", diff, r.Trouble())
	}
}

// TestAClosedLid: a countdown that ran while nobody could see it stands where it was, paused.
func TestAClosedLid(t *testing.T) {
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	r := led(t, tutor)
	does(t, r, forward)
	for range 3 {
		c.pass(10 * time.Second)
		r.Look()
	}
	if got := stands(r.Session(), c.now); got != "a-request think 0:30 a: 0 · b: 0 · c: 0 · d: 0 running" {
		t.Errorf("looked at every ten seconds: %s", got)
	}
	c.pass(20 * time.Minute)
	r.Look()
	if got := stands(r.Session(), c.now); got != "a-request think 0:30 a: 0 · b: 0 · c: 0 · d: 0 still" {
		t.Errorf("after the lid was closed: %s", got)
	}
}
