package tutor

import (
	"strings"
	"testing"
)

func TestWithoutAFolderASessionRunsAndIsNotKept(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	tutor.Record.disableSaving()
	r := led(t, tutor)
	does(t, r, forward)
	if r.SavingEnabled() || len(tutor.Write()) > 0 {
		t.Error("something is to be written")
	}
	flush(t, tutor)
}

func TestTryRoom(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	if err := tutor.Rooms.Try(twoItems(t, tutor), 1); err == nil || !strings.Contains(err.Error(), "2 to 500") {
		t.Errorf("a room of one: %v", err)
	}
	if err := tutor.Rooms.Try(twoItems(t, tutor), 500); err != nil {
		t.Errorf("a large room: %v", err)
	}
}
