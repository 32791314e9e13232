package tutor

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/scenarios/induction"
)

// TestSlipsOutliveTheProgram: a session that is carried on asks for the codes that it asked for before, and lets nobody vote without them.
func TestSlipsOutliveTheProgram(t *testing.T) {
	plan := filepath.Join(t.TempDir(), "monday.toml")
	codes, err := (Door{}).VoteCodes(plan, 10)
	if err != nil {
		t.Fatal(err)
	}
	file, err := (Door{}).SlipsOf(plan)
	if err != nil || file != CodesBeside(plan) {
		t.Fatalf("%q, %v", file, err)
	}
	tutor, room := connected(t)
	made := tutor.Rooms.Connect("", 10, induction.Connected{}, file).Run()
	if made.Err != nil {
		t.Skip("this computer is in no network: ", made.Err)
	}
	made.Phones.Close()
	if err := room.Attach(made.Phones); err != nil {
		t.Fatal(err)
	}
	at, _ := room.Session().Phones()
	again := tutor.Rooms.Connect("", 10, at, "").Run()
	if again.Err != nil {
		t.Fatal(again.Err)
	}
	again.Phones.Close()
	if err := room.Attach(again.Phones); err != nil {
		t.Fatal(err)
	}
	b := browsersAt(t, room, at.Code, 1)[0]
	if page := b.page(); !strings.Contains(page, "Type the code on your slip") {
		t.Errorf("whoever comes may vote:\n%s", page)
	}
	if page := b.read(b.PostForm(b.room+"/slip", url.Values{"slip": {string(codes[3])}})); strings.Contains(page, "Type the code on your slip") {
		t.Errorf("a code is refused:\n%s", page)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if lost := tutor.Rooms.Connect("", 10, at, "").Run(); lost.Err == nil || !strings.Contains(lost.Err.Error(), "monday-codes.toml. Put it back, or count hands") {
		t.Errorf("without the codes: %v", lost.Err)
	}
}
