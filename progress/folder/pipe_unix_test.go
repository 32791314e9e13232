//go:build unix

package folder

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
)

// TestAPipeIsNoLock: it would be waited for without end.
func TestAPipeIsNoLock(t *testing.T) {
	r := created(t, answers(1)...)
	lock := filepath.Join(r.dir, file.LockName)
	check(t, os.Remove(lock))
	check(t, syscall.Mkfifo(lock, uint32(disk.FileMode)))
	_, err := r.Append(t.Context(), journal.Any, answer(1))
	notSaved(t, err, "is not a file on a disk")
	_, err = r.BackUpNow()
	says(t, err, "is not a file on a disk")
}
