// Erasing: whatever Probity keeps for the learner is removed, and nothing else.

package progress

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Remnant is a file that could not be removed, and why.
type Remnant struct {
	Belonging
	Err error
}

// NotErasedError reports what could not be removed. Everything else was.
type NotErasedError struct{ Left []Remnant }

// Error names the files and causes.
func (e *NotErasedError) Error() string {
	var causes []string
	for _, left := range e.Left {
		causes = append(causes, left.Err.Error())
	}
	return "erasing: " + strings.Join(causes, "; ")
}

// Message says to a clinician what is left and what to do.
func (e *NotErasedError) Message() string {
	var text strings.Builder
	fmt.Fprintf(&text, "Not everything could be erased. Still there:\n")
	for _, left := range e.Left {
		fmt.Fprintf(&text, "  %s (%s)\n", left.Path, left.What)
	}
	return text.String() + "Check that these files and their folder belong to you, then erase again, or remove them by hand."
}

// Erase removes all Belongings under the lock, the lock itself last, and the folders that are empty then; files that are not
// Probity's stay, and so do the folders they are in. It returns what was removed. Its errors are *NotErasedError, or
// *NotDoneError if it could not begin.
func (r *Record) Erase() (removed []Belonging, err error) {
	r.change.Lock()
	defer r.change.Unlock()
	if found, err := r.Belongings(); err != nil || len(found) == 0 {
		return nil, err
	}
	var left []Remnant
	var lock []Belonging
	err = r.locked(func() error {
		found, err := r.Belongings() // what another window may have added meanwhile
		if err != nil {
			return err
		}
		isLock := func(b Belonging) bool { return filepath.Base(b.Path) == lockName }
		for _, b := range found {
			if isLock(b) {
				lock = append(lock, b)
			}
		}
		removed, left = r.removeAll(slices.DeleteFunc(found, isLock))
		return nil
	})
	if err != nil {
		return nil, &NotDoneError{Doing: "erasing", Outcome: "Nothing was erased", Err: err}
	}
	gone, still := r.removeAll(lock) // not while it is held: some systems refuse
	r.removeFolders()
	r.backedUp = ""
	if !exists(r.file) {
		r.remember(known{})
	}
	removed, left = append(removed, gone...), append(left, still...)
	if len(left) > 0 {
		return removed, &NotErasedError{left}
	}
	return removed, nil
}

func (r *Record) removeAll(files []Belonging) (removed []Belonging, left []Remnant) {
	for _, b := range files {
		if err := r.disk.remove(b.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			left = append(left, Remnant{b, err})
			continue
		}
		removed = append(removed, b)
	}
	return removed, left
}

// removeFolders removes the folders that are empty: removing another fails, as it should.
func (r *Record) removeFolders() {
	for _, folder := range r.folders() {
		if os.Remove(folder) != nil {
			_ = r.disk.syncFolder(folder)
		}
	}
	_ = r.disk.syncFolder(nearest(r.dir))
}
