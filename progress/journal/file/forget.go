// Forgetting facts, and erasing them all.

package file

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"probity/progress/disk"
	"probity/progress/journal/tables"
)

// Forget rewrites the file without the facts of these numbers. All else in it stays as it is, to the byte; on an error all of it does.
// What other files have of these facts is not touched.
func (r *Store) Forget(ctx context.Context, seqs ...int64) error {
	r.change.Lock()
	defer r.change.Unlock()
	err := r.lockedWithin(ctx, func() error {
		left, err := r.without(seqs)
		if err != nil {
			return err
		}
		defer r.Replaced()
		return r.disk.Rewrite(r.file, left, r.reads)
	})
	if err != nil {
		return fmt.Errorf("forgetting some of the %s: %w", r.called(), err)
	}
	return nil
}

// without returns the text of the file without the facts of some numbers. The caller has the lock.
func (r *Store) without(seqs []int64) (left []byte, err error) {
	f, err := r.disk.Open(r.file, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s, err := Inspect(r.kinds, f, r.path)
	if err == nil && s.Newer() {
		err = readOnlyError{SentenceNewer(s.Head.Schema)}
	}
	if err == nil {
		err = r.checkKnown(f, s)
	}
	if err != nil {
		return nil, err
	}
	text := make([]byte, s.Size)
	if _, err := f.ReadAt(text, 0); err != nil {
		return nil, err
	}
	left = slices.Clone(text[:s.Start])
	for _, stretch := range tables.Split(text[s.Start:]) {
		if p := tables.Parse(r.kinds, stretch); p.Size > 0 && slices.Contains(seqs, p.Seq) {
			stretch = stretch[p.Size:]
		}
		left = append(left, stretch...)
	}
	return left, nil
}

// Erase removes the file, and the link to it if there is one.
func (r *Store) Erase(ctx context.Context) error {
	r.change.Lock()
	defer r.change.Unlock()
	err := r.lockedWithin(ctx, func() error {
		for _, path := range []string{r.file, r.path} {
			if err := r.disk.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		if beside := filepath.Dir(r.file); disk.Exists(beside) {
			return r.disk.SyncFolder(beside)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("erasing the %s: %w", r.called(), err)
	}
	return r.Look()
}
