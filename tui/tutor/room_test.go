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
	p, err := induction.Build(tutor.Pack().Bank, "Two", guidance.UK, 45, induction.Item{Situation: "a-request"}, induction.Item{Situation: "four-ways"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// led is a session that has begun, with ten people.
func led(t *testing.T, tutor *Tutor) *Room {
	t.Helper()
	flush(t, tutor) // makes the record
	r, err := tutor.BeginRoom(twoItems(t, tutor), 10)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// opened is a session that was taken up.
func opened(t *testing.T, tutor *Tutor, id string) *Room {
	t.Helper()
	o := tutor.OpenRoom(id).Do()
	if o.Err != nil {
		t.Fatal(o.Err)
	}
	return o.Room
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
	return strings.Join([]string{n.Situation.ID, string(n.Step), Clock(n.Remaining), hands(n.Ballot, n.Polls[0]), map[bool]string{true: "running", false: "still"}[n.Running]}, " ")
}

// writing is the one write that is to be made.
func writing(t *testing.T, tutor *Tutor) Task[Written] {
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
	return writing(t, tutor).Do()
}

// onDisk is the kinds of fact in the newest session's file.
func onDisk(t *testing.T, dir string) []string {
	t.Helper()
	ids, err := folder.Sessions(dir)
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
	under := writing(t, tutor)
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

func TestASessionIsCarriedOnWhereItWas(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	r := led(t, tutor)
	does(t, r, forward, forward, counting("a", 4), counting("b", 3))
	want := stands(r.Session(), tutor.Now())
	flush(t, tutor)
	if o := open(t, dir, small(t)).OpenRoom(r.Session().ID()).Do(); !errors.Is(o.Err, folder.ErrRunning) {
		t.Errorf("led in two windows: %v", o.Err)
	}
	r.Leave()

	c := starting()
	c.pass(3 * time.Hour)
	again := openAs(t, Options{Dir: dir}, small(t), c)
	left := again.LeftRooms().Do()
	if left.Err != nil || left.Latest == nil {
		t.Fatalf("%+v", left)
	}
	room := opened(t, again, left.Latest.ID)
	if err := room.CarryOn(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, stands(room.Session(), again.Now())); diff != "" {
		t.Errorf("carried on elsewhere (-was +is): %s", diff)
	}
	does(t, room, counting("b", 6), forward)
	flush(t, again)
	if diff := cmp.Diff([]string{"began", "entered", "entered", "counted", "counted", "taken-up", "counted", "entered"}, onDisk(t, dir)); diff != "" {
		t.Errorf("kept (-want +is):\n%s", diff)
	}
}

// TestLeavingAndComingBackInOneWindow needs no other window to close.
func TestLeavingAndComingBackInOneWindow(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	r := led(t, tutor)
	r.Leave() // with something waiting
	same := opened(t, tutor, r.Session().ID())
	if same != r {
		t.Fatalf("%v", same)
	}
	if err := same.CarryOn(); err != nil {
		t.Fatal(err)
	}
	flush(t, tutor)
	same.Leave() // with nothing waiting
	if again := opened(t, tutor, r.Session().ID()); again == r {
		t.Error("after leaving with nothing waiting, the file is still held")
	}
}

func TestAnEndedSessionIsNotOffered(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	does(t, led(t, tutor), func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.End(now) })
	flush(t, tutor)
	if left := tutor.LeftRooms().Do(); left != (LeftRooms{}) {
		t.Errorf("offered: %+v", left)
	}
}

// TestADamagedSessionIsSaid, and an older one that was left is offered all the same.
func TestADamagedSessionIsSaid(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	older := led(t, tutor)
	flush(t, tutor)
	if err := os.WriteFile(filepath.Join(dir, "sessions", "later.toml"), []byte("schema = 1\n<<<<<<< a\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	left := tutor.LeftRooms().Do()
	if left.Latest == nil || left.Latest.ID != older.Session().ID() {
		t.Errorf("offered: %v", left.Latest)
	}
	if err := left.Err; err == nil || !strings.Contains(err.Error(), "later.toml could not be read") {
		t.Errorf("said: %v", err)
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

func TestWithoutAFolderASessionRunsAndIsNotKept(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	tutor.Unkeep(errors.New("no folder"))
	r := led(t, tutor)
	does(t, r, forward)
	if r.Kept() || len(tutor.Write()) > 0 {
		t.Error("something is to be written")
	}
	flush(t, tutor)
}

func TestTryRoom(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	if err := tutor.TryRoom(twoItems(t, tutor), 1); err == nil || !strings.Contains(err.Error(), "2 to 500") {
		t.Errorf("a room of one: %v", err)
	}
	if err := tutor.TryRoom(twoItems(t, tutor), 500); err != nil {
		t.Errorf("a large room: %v", err)
	}
}

func TestNotesInWords(t *testing.T) {
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	r := led(t, tutor)
	watch := tutor.Watch()
	if s, fresh, err := watch.Look(); s != nil || fresh || err != nil {
		t.Errorf("before the session: %v, %v, %v", s, fresh, err)
	}
	does(t, r, forward)
	c.pass(70 * time.Second)
	flush(t, tutor)
	s, fresh, err := watch.Look()
	if !fresh || err != nil {
		t.Fatal(fresh, err)
	}
	p := tutor.NotesOn(s)
	if diff := cmp.Diff([]string{"1 of 2: A request after clinic", "Think", "over by 0:10", "UK: 1 of 45 minutes gone, on time", "Vote"}, []string{p.Place, p.Step, p.Left, p.Session, p.Next}); diff != "" {
		t.Errorf("notes (-want +are):\n%s", diff)
	}
	r.alive = c.now
	does(t, r, forward, counting("b", 7))
	flush(t, tutor)
	s, _, _ = watch.Look()
	if p := tutor.NotesOn(s); len(p.Votes) != 1 || !strings.HasPrefix(p.Votes[0], "Before: a: 0 · b: 7") || !strings.HasSuffix(p.Votes[0], "not voted: 3") {
		t.Errorf("votes: %v", p.Votes)
	}
}

func TestTimesInWords(t *testing.T) {
	for d, want := range map[time.Duration][3]string{
		0:                  {"0:00", "±0", "on time"},
		65 * time.Second:   {"1:05", "+1", "1 minute behind plan"},
		-59 * time.Second:  {"−0:59", "±0", "on time"},
		-125 * time.Second: {"−2:05", "−2", "2 minutes ahead of plan"},
		75 * time.Minute:   {"75:00", "+75", "75 minutes behind plan"},
	} {
		if got := [3]string{Clock(d), DriftMark(d), Drift(d)}; got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

func TestAPlansFile(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	path := filepath.Join(t.TempDir(), "plan.toml")
	plan := twoItems(t, tutor)
	if err := WritePlan(path, plan); err != nil {
		t.Fatal(err)
	}
	if again, err := ReadPlan(path, tutor.Pack().Bank); err != nil || !cmp.Equal(plan, again) {
		t.Errorf("%+v, %v", again, err)
	}
	if err := WritePlan(path, plan); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("written over: %v", err)
	}
	if _, err := ReadPlan(path+"x", tutor.Pack().Bank); err == nil || !strings.Contains(err.Error(), "there is no file") {
		t.Errorf("not there: %v", err)
	}
	if err := os.WriteFile(path, make([]byte, largestPlan+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadPlan(path, tutor.Pack().Bank); err == nil || !strings.Contains(err.Error(), "larger than such a file can be") {
		t.Errorf("too large: %v", err)
	}
}
