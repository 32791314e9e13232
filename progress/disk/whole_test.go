package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestAFolderThatCannotBeSyncedIsNoFailure: some file systems have no such step, and a folder may be one to write to and not to read.
func TestAFolderThatCannotBeSyncedIsNoFailure(t *testing.T) {
	if runtime.GOOS == "linux" {
		if err := syncFolder("/proc"); err != nil {
			t.Errorf("a file system without the step: %v", err)
		}
	}
	d := Real()
	d.SyncFolder = func(string) error { return fs.ErrPermission }
	if err := d.MakeFolders(filepath.Join(t.TempDir(), "a", "b"), FolderMode); err != nil {
		t.Errorf("a folder that may not be read: %v", err)
	}
}

// TestANewNameIsOneThatNothingHas, whether the system can see to it in one step or not.
func TestANewNameIsOneThatNothingHas(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "from"), filepath.Join(dir, "to")
	for _, path := range []string{from, to} {
		if err := os.WriteFile(path, []byte(path), FileMode); err != nil {
			t.Fatal(err)
		}
	}
	if err := renameNew(from, to); !errors.Is(err, fs.ErrExist) {
		t.Errorf("in the place of another: %v", err)
	}
	if err := renameNew(from, to+"-new"); err != nil {
		t.Error(err)
	}
	if text, _ := os.ReadFile(to); string(text) != to {
		t.Errorf("the other holds %q", text)
	}
}
