// What a save that failed, or a process that was killed, has left behind.

package file

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	"probity/progress/disk"
)

// cutBack takes back what was written from an offset on. Where that fails too, it is owed: whoever is told that the facts are not saved
// gives them again, and they must not be there twice.
func (r *Store) cutBack(from int64, text []byte) error {
	err := r.disk.CutBack(r.file, from)
	if err != nil {
		r.owed = stretch{from: from, text: text}
	}
	return err
}

// tidy takes back what is owed, and removes, once, what a process that was killed had begun to write. The caller has the lock.
func (r *Store) tidy(f *os.File) error {
	if !r.swept {
		r.swept = true
		_ = r.disk.Discard(filepath.Join(filepath.Dir(r.file), disk.TemporaryName)) // where it stays it does no harm
	}
	if r.owed.text == nil {
		return nil
	}
	rest, err := io.ReadAll(io.NewSectionReader(f, r.owed.from, int64(len(r.owed.text))+1))
	if err == nil && len(rest) > 0 && bytes.HasPrefix(r.owed.text, rest) { // nothing came after it
		if err = r.disk.Truncate(f, r.owed.from); err == nil {
			err = r.disk.Sync(f)
		}
	}
	if err == nil {
		r.owed = stretch{}
	}
	return err
}
