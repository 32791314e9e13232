package recovery

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Record: t.Record}
}

const damage = "schema = 1\n\n!!!\n"

// holding is a folder in which a file stands with such a text.
func holding(t *testing.T, name, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// backUp puts a record of so many answers among the backups, as of a day of November.
func backUp(t *testing.T, dir, day string, answers int) (path string) {
	t.Helper()
	var facts []progress.Fact
	for range answers {
		facts = append(facts, screentest.Replied("a-request", "boundaries", 4, 3, 9))
	}
	text, err := os.ReadFile(filepath.Join(screentest.Recorded(t, facts...), "progress.toml"))
	if err == nil {
		err = os.MkdirAll(filepath.Join(dir, "backups"), 0o700)
	}
	path = filepath.Join(dir, "backups", "progress-2026-11-"+day+".toml")
	if err == nil {
		err = os.WriteFile(path, text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// recovering is the screen on a folder whose record is damaged or gone.
func recovering(t *testing.T, dir string) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, dir, screentest.Doctor)
	if d.Err == nil {
		t.Fatal("nothing is wrong with the record")
	}
	return d.Show(New(d.Env, parts(d.Tutor), screen.ToRecovery{Err: d.Err}))
}

// damaged is the screen on a record whose third line says nothing.
func damaged(t *testing.T) *screentest.Driver {
	t.Helper()
	return recovering(t, holding(t, "progress.toml", damage))
}

func TestADamagedRecordIsNamedWithItsLine(t *testing.T) {
	damaged(t).Titled("Your record").Sees("Your record could not be read.", "In line 3 of progress.toml", "Set it aside and begin a new record").Lacks("Go back to the backup")
}

// TestAnEmptyRecordHasNoLineToMend.
func TestAnEmptyRecordHasNoLineToMend(t *testing.T) {
	recovering(t, holding(t, "progress.toml", "")).Sees("In progress.toml: the file is empty.", "Nothing in it has been changed. Whatever", "Set it aside and begin a new record").Lacks("line", "mend")
}

func TestNothingIsMovedBeforeItIsChosen(t *testing.T) {
	d := damaged(t).Keys("down up esc").Requests() // there is nothing to go back to
	d.Saved("!!!").Keys("q").Quits().Saved("!!!")
}

func TestADamagedRecordIsSetAsideAndANewOneBegun(t *testing.T) {
	d := damaged(t).Keys("n").Requests(screen.Restart{})
	if strings.Contains(d.Record(), "!!!") {
		t.Error("the damaged record is still in its place")
	}
	aside, _ := filepath.Glob(filepath.Join(d.Dir, "progress.corrupt-*"))
	if len(aside) != 1 {
		t.Errorf("set aside are %v", aside)
	}
}

// TestWhatIsGoneIsSaid: a record that was there, and what is left of it.
func TestWhatIsGoneIsSaid(t *testing.T) {
	aside := "progress.corrupt-20261122-092811.toml"
	for _, c := range []struct {
		name        string
		dir         func() string
		sees, lacks []string
	}{
		{"its backups are left", func() string { dir := t.TempDir(); backUp(t, dir, "20", 2); return dir },
			[]string{"There is no record here, but its backups are.", "Go back to the backup   of 20 November 2026, with 2 answers", "Begin a new record"}, []string{"corrupt", "Set it aside"}},
		{"a damaged one is left", func() string { return holding(t, aside, damage) },
			[]string{"There is no record here.", aside}, []string{"its backups", "Go back"}},
		{"both are left", func() string { dir := holding(t, aside, damage); backUp(t, dir, "20", 1); return dir },
			[]string{"There is no record here, but its backups are.", aside, "with 1 answer"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) { recovering(t, c.dir()).Sees(c.sees...).Lacks(c.lacks...) })
	}
}

// TestBackupsWorthGoingBackToAreOffered: the one that holds most, and the newest, where that is another.
func TestBackupsWorthGoingBackToAreOffered(t *testing.T) {
	dir := holding(t, "progress.toml", damage)
	backUp(t, dir, "18", 3)
	backUp(t, dir, "20", 5)
	backUp(t, dir, "21", 2)
	if err := os.WriteFile(filepath.Join(dir, "backups", "progress-2026-11-22.toml"), []byte(damage), 0o600); err != nil {
		t.Fatal(err)
	}
	d := recovering(t, dir).Sees("› b  Go back to the backup", "of 20 November 2026, with 5 answers", "c  Go back to the backup", "of 21 November 2026, with 2 answers").Lacks("18 November", "22 November")
	d.Keys("c").Requests(screen.Restart{}).RecordHas("[[answer]]", 2).RecordHas("!!!", 0)
	if aside, _ := filepath.Glob(filepath.Join(dir, "progress.corrupt-*")); len(aside) != 1 {
		t.Errorf("set aside are %v", aside)
	}
}

// TestABackupThatIsGoneMeanwhileIsSaid: nothing is lost by it, and there are other ways on.
func TestABackupThatIsGoneMeanwhileIsSaid(t *testing.T) {
	dir := t.TempDir()
	path := backUp(t, dir, "20", 2)
	d := recovering(t, dir)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.Keys("b").Sees("The backup was not restored", "n  Begin a new record").Requests()
	d.Keys("n").Requests(screen.Restart{})
}

// TestBackupsThatCannotBeLookedForAreSaid: and a new record can be begun.
func TestBackupsThatCannotBeLookedForAreSaid(t *testing.T) {
	d := damaged(t)
	d.Send(found{Err: errors.New("reading the folder of backups: nobody may look into it")}).Sees("nobody may look into it")
	d.Keys("n").Requests(screen.Restart{})
}

// TestAnErrorOfAnotherKindIsSaidAsItIs.
func TestAnErrorOfAnotherKindIsSaidAsItIs(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToRecovery{Err: errors.New("the disk is on fire")})).Sees("Your record could not be read.", "The disk is on fire.", "Begin a new record")
}

func TestEveryWayOnIsReachedInASmallWindow(t *testing.T) {
	dir := holding(t, "progress.toml", damage)
	backUp(t, dir, "20", 5)
	recovering(t, dir).Resize(40, 8).More(false, true).Keys("end").Sees("q  Quit").Keys("q").Quits()
}
