// Leaving with something unsaved: what is asked, what becomes of it, and what is said at the end.

package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/progress/folder"
	"probity/tui/prose"
)

// rescued is the text of the file that what could not be saved was put into; "" for none.
func rescued(t *testing.T, dir string) string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, "probity-not-saved-*.toml"))
	if len(files) == 0 {
		return ""
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAPartOfASessionIsNamedAsLost, where the session's file cannot be written, and nothing else is promised for it.
func TestAPartOfASessionIsNamedAsLost(t *testing.T) {
	elsewhere := t.TempDir()
	d := drive(t, given{learner: doctor, start: inARoom, rescue: []string{elsewhere}})
	if err := os.RemoveAll(filepath.Join(d.dir, folder.SessionFolder)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.dir, folder.SessionFolder), nil, 0o600); err != nil { // where the folder should be
		t.Fatal(err)
	}
	d.keys("space right down down esc").sees("Leave the room? A part of the session is not saved yet. Probity keeps trying").lacks("stays open")
	d.keys("esc").sees("not saved").keys("down ctrl+c")
	d.sees("A part of the session you lead is not saved yet. ctrl+c again leaves all the", "and it is lost.").lacks("file")
	d.failing = true
	said := prose.Worded(d.keys("ctrl+c").left)
	if !strings.Contains(said, "Not saved: a part of the session you lead.") || !strings.Contains(said, " It is lost.") || rescued(t, elsewhere) != "" {
		t.Errorf("%q, and a file %q", said, rescued(t, elsewhere))
	}
}

// TestWhatIsNothingWithoutAnotherIsNotPromised: the taking back of an answer has no place in a file of its own.
func TestWhatIsNothingWithoutAnotherIsNotPromised(t *testing.T) {
	for name, c := range map[string]struct {
		keys, asks, says string
		file             bool
	}{
		"alone": {"u u down down", "The taking back of an answer is not saved yet. ctrl+c again leaves all the same, and it is lost.",
			"Not saved: the taking back of an answer. The disk is full. Free some space. What was saved before is safe. It is lost.", false},
		"beside what has": {"r I ctrl+s u u down down down", "then goes into a file of its own, if it can; the taking back of an answer is lost.",
			" Not lost: a reflection; once your record can be written to, ", true},
	} {
		t.Run(name, func(t *testing.T) {
			elsewhere := t.TempDir()
			d, disk := full(t, elsewhere)
			d.keys("b enter 2").sees("Saved.")
			disk.full = true
			d.keys(c.keys + " ctrl+c")
			if got := strings.Join(strings.Fields(d.screen()), " "); !strings.Contains(got, c.asks) {
				t.Errorf("it is asked\n%s", d.screen())
			}
			d.failing = true
			said := prose.Worded(d.keys("ctrl+c").left)
			if !strings.Contains(said, c.says) || strings.Contains(said, "It is not lost") || (rescued(t, elsewhere) != "") != c.file {
				t.Errorf("%q, and a file %q", said, rescued(t, elsewhere))
			}
		})
	}
}

// TestWhatIsRescuedHasTheTimeAtWhichItHappened.
func TestWhatIsRescuedHasTheTimeAtWhichItHappened(t *testing.T) {
	elsewhere := t.TempDir()
	d, disk := full(t, elsewhere)
	disk.full = true
	d.keys("b enter 2")
	at := d.now
	d.failing = true
	d.keys("+3h down ctrl+c ctrl+c")
	if text := rescued(t, elsewhere); !strings.Contains(text, "at = "+at.UTC().Format(time.RFC3339)) {
		t.Errorf("it was answered at %s:\n%s", at, text)
	}
}

// TestWhatIsBeingWrittenIsNamed before the program ends, and the question is gone with its reason.
func TestWhatIsBeingWrittenIsNamed(t *testing.T) {
	elsewhere := t.TempDir()
	d, disk := full(t, elsewhere)
	disk.full = true
	d.keys("b enter 2 down r").write("In haste.").keys("ctrl+c").sees("An answer and what you are writing are not saved yet. ctrl+c again")
	disk.full = false
	d.comes().lacks("again leaves").lacks("not saved")
	disk.full = true
	d.keys("esc u u down ctrl+c").sees("what you are writing")
	d.failing = true
	if d.keys("ctrl+c"); !strings.Contains(rescued(t, elsewhere), "In haste.") {
		t.Errorf("there is\n%s", rescued(t, elsewhere))
	}
}

// TestWhatComesToNothingIsNotCounted: a bookmark that was taken away again, and the blanks of an assessment that is handed in.
func TestWhatComesToNothingIsNotCounted(t *testing.T) {
	d, disk := full(t)
	d.keys("b enter 2")
	disk.full = true
	d.keys("b").sees("A bookmark is not saved yet").keys("b down down").lacks("bookmark is not")
	if d.keys("ctrl+c"); !d.quit {
		t.Errorf("it asks:\n%s", d.screen())
	}
}

// TestHandingInWaitsForSaving, and says so with the way on.
func TestHandingInWaitsForSaving(t *testing.T) {
	d, disk := full(t)
	d.keys("esc esc a b o")
	disk.full = true
	d.keys("s s down").sees("Handing in…", "Your assessment is not saved yet", "keeps trying", "esc back").lacks("feedback")
	d.keys("ctrl+c").sees("The handing in of an assessment is not saved yet").keys("down")
	d.keys("esc a").sees("Begin").lacks("Carry on")
	disk.full = false
	d.comes().sees("Handed in", "not passed")
}

// TestEscAndCtrlCAtOnceLeave: a terminal takes them for one key with alt.
func TestEscAndCtrlCAtOnceLeave(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request")})
	if d.send(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl | tea.ModAlt}); !d.quit {
		t.Error("the program goes on")
	}
}
