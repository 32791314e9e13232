// What can be done about a corrupt record: move it aside. Nothing is overwritten.

package progress

import (
	"errors"
	"fmt"
	"path/filepath"
)

// SetAside moves a corrupt record to progress.corrupt-<time>.toml beside it and returns that path. Then there is no record,
// and Restore or Create may follow. If the record turns out to read whole it stays, and the error is ErrSound.
func (r *Record) SetAside() (movedTo string, err error) {
	r.change.Lock()
	defer r.change.Unlock()
	err = r.locked(func() error {
		var corrupt *CorruptError
		if err := readAll(r.file, func(Fact) {}); err == nil {
			return ErrSound
		} else if !errors.As(err, &corrupt) {
			return err
		}
		movedTo = r.unused("corrupt", r.now())
		if err := r.disk.rename(r.file, movedTo); err != nil {
			return err
		}
		return r.disk.syncFolder(filepath.Dir(r.file))
	})
	if err != nil {
		return "", fmt.Errorf("setting the record aside: %w", err)
	}
	r.remember(known{})
	return movedTo, nil
}
