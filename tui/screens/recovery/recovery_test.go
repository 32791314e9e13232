package recovery

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// damaged is the screen on a record whose third line says nothing.
func damaged(t *testing.T) *screentest.Driver {
	t.Helper()
	dir := t.TempDir()
	screentest.In(t, dir, screentest.Doctor) // makes a record
	path := filepath.Join(dir, "progress.toml")
	if err := os.WriteFile(path, []byte("schema = 1\n\n!!!\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := screentest.In(t, dir, screentest.Doctor)
	if d.Err == nil {
		t.Fatal("the record is not damaged")
	}
	return d.Show(New(d.Env, screen.ToRecovery{Err: d.Err}))
}

func TestADamagedRecordIsNamedWithItsLine(t *testing.T) {
	damaged(t).Sees("Your record could not be read.", "In line 3 of progress.toml", "Set it aside and begin a new record")
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
