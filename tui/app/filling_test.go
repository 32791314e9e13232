// A field of a certificate that is being filled in when the program ends.

package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress/folder"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// filling is a certificate with a field of its form open: that many lines down.
func filling(t *testing.T, dir, lines string) *driver {
	t.Helper()
	return drive(t, given{dir: dir, start: screen.ToCertificate{}}).keys("enter " + lines + " enter")
}

// TestAFieldThatIsBegunIsInTheDraft when the program ends, and nothing is asked.
func TestAFieldThatIsBegunIsInTheDraft(t *testing.T) {
	dir := screentest.Recorded(t, screentest.Assessed()...)
	if d := filling(t, dir, "").write("Siobhan").keys("ctrl+c"); !d.quit {
		t.Fatalf("it asks:\n%s", d.screen())
	}
	drive(t, given{dir: dir, start: screen.ToCertificate{}}).keys("enter").sees("Siobhan")
}

// TestAFieldThatIsUnfitIsAskedAbout, since the draft can't have it, and what becomes of it is said at the end.
func TestAFieldThatIsUnfitIsAskedAbout(t *testing.T) {
	d := filling(t, screentest.Filled(t, screentest.Siobhan()), "down down").keys("ctrl+u").write("lots").keys("ctrl+c")
	d.sees("The hours claimed should be between 0.01 and 1000, such as 1.5. ctrl+c again", "without what you are filling in")
	if d.quit {
		t.Fatal("it has left")
	}
	d.failing = true
	said := prose.Worded(d.keys("ctrl+c").left)
	if !d.quit || !strings.HasPrefix(said, "The draft of your certificate keeps what was there before under “Hours claimed”, not what you were filling in: The hours") {
		t.Errorf("it is said: %q", said)
	}
}

// noDrafts puts a file where the folder of drafts should be.
func noDrafts(t *testing.T, dir string) {
	t.Helper()
	path := filepath.Join(dir, filepath.Dir(filepath.FromSlash(folder.CertificateDraft)))
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestADraftThatCannotBeKeptIsSaid as the program ends: alone, and beside what could not be saved in the record either, where the question names it.
func TestADraftThatCannotBeKeptIsSaid(t *testing.T) {
	dir := screentest.Recorded(t, screentest.Assessed()...)
	d := filling(t, dir, "").write("Siobhan")
	noDrafts(t, dir)
	d.failing = true
	if said := prose.Worded(d.keys("ctrl+c").left); !d.quit || !strings.Contains(said, "draft") {
		t.Errorf("it is said: %q", said)
	}

	elsewhere := t.TempDir()
	d, disk := full(t, elsewhere)
	d.keys("b enter 2")
	disk.full = true
	d.keys("b down down esc esc c enter enter").write("Siobhan").keys("ctrl+c")
	d.sees("A bookmark is not saved yet.", "What you are filling in is", "kept as a draft, if it can be.")
	noDrafts(t, d.dir)
	d.failing = true
	said := prose.Worded(d.keys("ctrl+c").left)
	if !strings.Contains(said, "Not saved: a bookmark and the draft of a certificate.") || !strings.Contains(said, "Lost: the draft of a certificate.") {
		t.Errorf("it is said: %q", said)
	}
}

// TestADraftThatIsNotSavedIsHeldAndAskedAbout: the top line says so elsewhere too, whoever comes back finds it, and it is tried again.
func TestADraftThatIsNotSavedIsHeldAndAskedAbout(t *testing.T) {
	dir := screentest.Recorded(t, screentest.Assessed()...)
	d := filling(t, dir, "").write("Dr Bea")
	noDrafts(t, dir)
	d.keys("enter").sees("Your draft in", "not saved")
	d.keys("enter ctrl+c").sees("The draft of a certificate is not saved yet. ctrl+c again", "and it is lost.")
	if d.quit {
		t.Fatal("it has left")
	}
	d.keys("esc esc esc").sees("Today", "not saved").keys("c enter").sees("Name                     Dr Bea")
	if err := os.Remove(filepath.Join(dir, "drafts")); err != nil {
		t.Fatal(err)
	}
	d.comes().keys("down").comes().lacks("not saved")
	if d.keys("ctrl+c"); !d.quit {
		t.Fatal("it asks")
	}
	drive(t, given{dir: dir, start: screen.ToCertificate{}}).keys("enter").sees("Dr Bea")
}
