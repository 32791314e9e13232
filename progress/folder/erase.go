// Erasing: whatever Probity keeps for the learner is removed, and nothing else.

package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"probity/progress/disk"
	"probity/progress/journal/file"
)

// Remnant is a file that could not be removed, and why.
type Remnant struct {
	Belonging
	Err error
}

// NotErasedError reports what could not be removed. Everything else was.
type NotErasedError struct{ Left []Remnant }

// Error names the files and causes.
func (e *NotErasedError) Error() string { return "erasing: " + causes(e.Left) }

// Message says to a clinician what is left and what to do.
func (e *NotErasedError) Message() string {
	return "Not everything could be erased. Still there: " + listed(e.Left) + ". " + checkOwner
}

// checkOwner is what to do about files that cannot be looked at or removed.
const checkOwner = "Check that these files and their folder belong to you, then erase again, or remove them by hand."

func causes(left []Remnant) string {
	var all []string
	for _, l := range left {
		all = append(all, l.Err.Error())
	}
	return strings.Join(all, "; ")
}

// listed names files for a clinician.
func listed(left []Remnant) string {
	var all []string
	for _, l := range left {
		all = append(all, fmt.Sprintf("%s (%s)", l.Path, l.What))
	}
	return strings.Join(all, ", ")
}

// EraseAll removes all Belongings under the lock, the lock itself last, and the folders that are empty then; files that are not
// Probity's stay, and so do the folders they are in. It returns what was removed. Its errors are *NotErasedError, which names
// what could not be looked at too, or *NotDoneError if it could not begin.
func (r *Folder) EraseAll() (removed []Belonging, err error) {
	found := r.survey()
	left := found.unseen
	if len(found.ours) > 0 {
		if removed, left, err = r.eraseLocked(); err != nil {
			return nil, &NotDoneError{Doing: "erasing", Outcome: "Nothing was erased", Err: err}
		}
		r.removeFolders()
		_ = r.Look() // what is left of the record was named
	}
	if len(left) > 0 {
		return removed, &NotErasedError{left}
	}
	return removed, nil
}

// eraseLocked removes what there is, what another window added meanwhile too, and the lock when it is no longer held: some
// systems refuse before.
func (r *Folder) eraseLocked() (removed []Belonging, left []Remnant, err error) {
	isLock := func(b Belonging) bool { return filepath.Base(b.Path) == file.LockName }
	var found survey
	err = r.Alone(func() error {
		found = r.survey()
		removed, left = r.removeAll(slices.DeleteFunc(slices.Clone(found.ours), isLock))
		r.backedUp = ""
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	gone, still := r.removeAll(slices.DeleteFunc(found.ours, func(b Belonging) bool { return !isLock(b) }))
	return append(removed, gone...), slices.Concat(left, still, found.unseen), nil
}

// removeChosen removes files that somebody chose of those offered now, under the lock: a window beside this one may have taken
// some away, and what is not offered is not removed. doing and outcome are for the error of one that could not begin.
func (r *Folder) removeChosen(doing, outcome string, chosen []Belonging, offer func() ([]Belonging, error)) error {
	var left []Remnant
	err := r.Alone(func() error {
		offered, err := offer()
		if err != nil {
			return err
		}
		for _, c := range chosen {
			if !slices.ContainsFunc(offered, func(b Belonging) bool { return b.Path == c.Path }) {
				return fmt.Errorf("%s: %w", c.Path, errNotOurs)
			}
		}
		_, left = r.removeAll(chosen)
		return nil
	})
	switch {
	case len(left) > 0:
		return &NotErasedError{left}
	case err != nil:
		return &NotDoneError{Doing: doing, Outcome: outcome, Err: err}
	}
	return nil
}

func (r *Folder) removeAll(files []Belonging) (removed []Belonging, left []Remnant) {
	for _, b := range files {
		if err := r.disk.Remove(b.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			left = append(left, Remnant{b, err})
			continue
		}
		removed = append(removed, b)
	}
	return removed, left
}

// removeFolders removes the folders that are empty: removing another fails, as it should.
func (r *Folder) removeFolders() {
	for _, folder := range r.folders() {
		if os.Remove(folder) != nil {
			_ = r.disk.SyncFolder(folder)
		}
	}
	_ = r.disk.SyncFolder(disk.Nearest(r.dir))
}
