package tutor

import (
	"testing"

	"probity/progress"
)

// TestTheCommandThatTakesInNamesTheRecord, where it is not the usual one, and is a line that a shell takes as it is.
func TestTheCommandThatTakesInNamesTheRecord(t *testing.T) {
	for _, c := range []struct{ named, path, want string }{
		{"", "/home/siobhan/probity-not-saved-1.toml", "probity data import --mine /home/siobhan/probity-not-saved-1.toml"},
		{"d", "/tmp/x.toml", "probity data import --mine --data d /tmp/x.toml"},
		{"", "/tmp/$5 `a`/x.toml", "probity data import --mine '/tmp/$5 `a`/x.toml'"},
		{"my folder", `C:\Users\Jane Doe\x.toml`, `probity data import --mine --data "my folder" "C:\Users\Jane Doe\x.toml"`},
	} {
		if got := (&Tutor{named: c.named}).importing(c.path); got != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
}

// TestTheRecordGoesBeforeWhatTakesLong: what is made at the end may take longer than there is time, and keeps no answer.
func TestTheRecordGoesBeforeWhatTakesLong(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	tutor.Record.save(progress.Reflection{Scenario: "a-request", Text: "In haste."})
	there := 0
	mustFinish(tutor.tasks, runOnly(func() error {
		h, err := readHistory(tutor.Record.file)
		there = len(h.Reflections())
		return err
	}))
	if err := tutor.Leave(); err != nil || there != 1 {
		t.Errorf("%d reflections were there before: %v", there, err)
	}
}
