package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
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

// TestACloseThatIsInterruptedHasClosed the file: that is no failure, as it would be for any other cause.
func TestACloseThatIsInterruptedHasClosed(t *testing.T) {
	for cause, fails := range map[error]bool{syscall.EINTR: false, syscall.EIO: true} {
		d := Real()
		d.Close = func(f *os.File) error { return errors.Join(f.Close(), cause) }
		path := filepath.Join(t.TempDir(), "name")
		if err := d.Make(path, FileMode, []byte("text")); (err != nil) != fails || Exists(path) == fails {
			t.Errorf("%v: %v, and it is there: %v", cause, err, Exists(path))
		}
	}
}
