// The lock that makes one process at a time change a record.

package file

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"probity/progress/disk"
)

// LockName is the lock, beside the file.
const LockName = "progress.lock"

const (
	lockWait  = 2 * time.Second
	lockRetry = 2 * time.Millisecond
)

// Alone runs change while nothing else changes the file: no other goroutine, and no other process.
func (r *Store) Alone(change func() error) error {
	r.change.Lock()
	defer r.change.Unlock()
	return r.locked(change)
}

// locked runs change while holding the lock. The lock is a file of its own beside the record and is never deleted: were it
// deleted, two processes could each hold a lock of that name. Where the disk has no locks it is said once, and change is run
// without: an answer that is kept beside a warning is worth more than one that is not.
func (r *Store) locked(change func() error) error {
	return r.lockedWithin(context.Background(), change)
}

// lockedWithin is locked, given up when ctx ends before the lock is had.
func (r *Store) lockedWithin(ctx context.Context, change func() error) error {
	lock := flock.New(filepath.Join(r.lockFolder(), LockName), flock.SetPermissions(disk.FileMode))
	defer lock.Close()
	for end := time.Now().Add(r.wait); ctx.Err() == nil; time.Sleep(lockRetry) {
		got, err := r.disk.Lock(lock)
		switch {
		case got:
			return change()
		case disk.LacksLocks(err):
			r.WarnOfNoLocks()
			return change()
		case err != nil && !errors.Is(err, syscall.EINTR):
			return fmt.Errorf("taking the lock: %w", err)
		case time.Now().After(end):
			return errBusy
		}
	}
	return ctx.Err()
}

// lockFolder is where the lock is: beside the record, or beside the link to it where that leads to a folder that is not there.
func (r *Store) lockFolder() string {
	if beside := filepath.Dir(r.file); disk.Exists(beside) {
		return beside
	}
	return r.dir
}

// WarnOfNoLocks says once that the disk has no locks.
func (r *Store) WarnOfNoLocks() {
	if !r.warned {
		r.warned = true
		r.Notice(noticeNoLocks(r.called(), filepath.Dir(r.file)))
	}
}
