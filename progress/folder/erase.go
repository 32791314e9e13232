// Erasing: whatever Probity keeps for the learner is removed, and nothing else.

package folder

import (
	"errors"
	"fmt"
	"io/fs"
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
		err = r.removeFolders()
		_ = r.Look() // what is left of the record was named
	}
	switch {
	case len(left) > 0:
		return removed, &NotErasedError{left}
	case err != nil:
		return removed, &NotDoneError{Doing: "erasing", Outcome: unsettled, Err: err}
	}
	return removed, nil
}

// unsettled is what came of erasing where the disk could not be asked to keep to it.
const unsettled = "It is erased, but after a power cut some of it may be back: look again then"

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
		return r.settle()
	})
	switch {
	case len(left) > 0:
		return &NotErasedError{left}
	case errors.Is(err, disk.ErrUnsettled):
		return &NotDoneError{Doing: doing, Outcome: unsettled, Err: err}
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

// removeFolders removes the folders that are empty, and sees to the disk what is gone: removing another fails, as it should.
func (r *Folder) removeFolders() error {
	for _, folder := range r.folders() {
		_ = r.disk.Remove(folder)
	}
	return r.settle()
}

// settle sees to the disk what was removed around the record, so that nothing of it is back after a power cut.
func (r *Folder) settle() error {
	folders := r.folders()
	if len(folders) == 0 {
		folders = []string{disk.Nearest(r.dir)}
	}
	if beside := filepath.Dir(r.file); !slices.Contains(folders, beside) && disk.Exists(beside) {
		folders = append(folders, beside)
	}
	var errs []error
	for _, folder := range folders {
		if err := r.disk.Settle(folder); err != nil {
			errs = append(errs, fmt.Errorf("%w: %w", disk.ErrUnsettled, err))
		}
	}
	return errors.Join(errs...)
}
