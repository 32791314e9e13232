// What can be done about a corrupt record: move it aside, and put a backup in its place. Nothing is overwritten.

package progress

import (
	"errors"
	"fmt"
	"os"
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

// Restore puts a copy of a backup in the place of the record, which must be absent or set aside. The backup must read
// whole. The Record then stands for the restored one.
func (r *Record) Restore(b Backup) error {
	r.change.Lock()
	defer r.change.Unlock()
	if err := readAll(b.Path, func(Fact) {}); err != nil {
		return fmt.Errorf("restoring the backup: %w", err)
	}
	err := r.locked(func() error {
		f, err := r.disk.open(b.Path, os.O_RDONLY, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return err
		}
		return r.disk.place(r.file, r.disk.copyFrom(f, info.Size()))
	})
	if err != nil {
		return fmt.Errorf("restoring the backup: %w", err)
	}
	return r.look()
}
