// The lock that makes one process at a time change a record.

package progress

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

const (
	lockWait  = 2 * time.Second
	lockRetry = 2 * time.Millisecond
)

// locked runs change while holding the lock. The lock is a file of its own beside the record and is never deleted: were it
// deleted, two processes could each hold a lock of that name.
func (r *Record) locked(change func() error) error {
	lock := flock.New(filepath.Join(filepath.Dir(r.file), lockName), flock.SetPermissions(fileMode))
	defer lock.Close()
	wait, cancel := context.WithTimeout(context.Background(), r.wait)
	defer cancel()
	if _, err := lock.TryLockContext(wait, lockRetry); errors.Is(err, context.DeadlineExceeded) {
		return ErrBusy
	} else if err != nil {
		return fmt.Errorf("taking the lock: %w", err)
	}
	return change()
}
