// Sessions that were left: found, opened, and carried on where they were.
package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/progress/folder"
	"probity/scenarios/induction"
)

// opened is a session that was taken up.
func opened(t *testing.T, tutor *Tutor, id string) *Room {
	t.Helper()
	o := tutor.Rooms.Open(id).Do()
	if o.Err != nil {
		t.Fatal(o.Err)
	}
	return o.Room
}

func TestASessionIsCarriedOnWhereItWas(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	r := led(t, tutor)
	does(t, r, forward, forward, counting("a", 4), counting("b", 3))
	want := stands(r.Session(), tutor.Clock.Now())
	flush(t, tutor)
	if o := open(t, dir, small(t)).Rooms.Open(r.Session().ID()).Do(); !errors.Is(o.Err, folder.ErrRunning) {
		t.Errorf("led in two windows: %v", o.Err)
	}
	r.Leave()
	flush(t, tutor)

	c := starting()
	c.pass(3 * time.Hour)
	again := openAs(t, Options{Dir: dir}, small(t), c)
	left := again.Rooms.FindUnfinished().Do()
	if left.Err != nil || left.Latest == nil {
		t.Fatalf("%+v", left)
	}
	room := opened(t, again, left.Latest.ID)
	if err := room.CarryOn(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, stands(room.Session(), again.Clock.Now())); diff != "" {
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
	if again := opened(t, tutor, r.Session().ID()); again != r {
		t.Error("the file is not closed yet, and another room was opened")
	}
	flush(t, tutor)
	if again := opened(t, tutor, r.Session().ID()); again == r {
		t.Error("after leaving with nothing waiting, the file is still held")
	}
}

func TestAnEndedSessionIsNotOffered(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	does(t, led(t, tutor), func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.End(now) })
	flush(t, tutor)
	if left := tutor.Rooms.FindUnfinished().Do(); left != (UnfinishedRooms{}) {
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
	left := tutor.Rooms.FindUnfinished().Do()
	if left.Latest == nil || left.Latest.ID != older.Session().ID() {
		t.Errorf("offered: %v", left.Latest)
	}
	if err := left.Err; err == nil || !strings.Contains(err.Error(), "later.toml could not be read") {
		t.Errorf("said: %v", err)
	}
}
