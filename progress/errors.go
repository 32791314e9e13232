// What goes wrong, for programs and, in plain words, for clinicians: what was being done, what happened, what to do next.

package progress

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
)

// CorruptError reports damage to the record that is more than a torn tail. Open, History and Append give it. Nothing has
// been changed: see SetAside, Backups and Restore.
type CorruptError struct {
	Path    string
	Line    int // where the damage begins, from 1
	Problem error
}

// Error names the place and what is wrong there.
func (e *CorruptError) Error() string {
	return fmt.Sprintf("reading the record: %s, line %d: %v", e.Path, e.Line, e.Problem)
}

// Unwrap returns what is wrong.
func (e *CorruptError) Unwrap() error { return e.Problem }

// Message says it to a clinician.
func (e *CorruptError) Message() string {
	return fmt.Sprintf("Your record could not be read: %v (line %d of %s). Nothing in it has been changed. "+
		"It can be moved aside and the newest good backup put in its place.", e.Problem, e.Line, e.Path)
}

// NotSavedError reports that nothing was saved and that the record is as it was before. The facts are still the caller's:
// the same call can be made again.
type NotSavedError struct {
	What string // what was to be saved: "answer", "reflection", "record"…
	Err  error  // the cause
}

// Error names what was being saved and the cause.
func (e *NotSavedError) Error() string { return fmt.Sprintf("saving the %s: %v", e.What, e.Err) }

// Unwrap returns the cause.
func (e *NotSavedError) Unwrap() error { return e.Err }

// Message says to a clinician what happened and what to do next.
func (e *NotSavedError) Message() string {
	return fmt.Sprintf("Your %s has not been saved: %s", e.What, reason(e.Err))
}

// ErrBusy is the cause when the lock could not be had in time: another window is saving.
var ErrBusy = errors.New("another Probity window is saving")

// ErrSound is given by SetAside for a record that reads whole: another window may have put it right.
var ErrSound = errors.New("the record reads whole")

// readOnlyError is the cause when the record is open for reading only; its text is a sentence.
type readOnlyError struct{ sentence string }

func (e readOnlyError) Error() string { return e.sentence }

// reason words a cause and what to do about it.
func reason(err error) string {
	var corrupt *CorruptError
	var readOnly readOnlyError
	if said := reasonOfFile(err); said != "" {
		return said
	}
	switch {
	case errors.As(err, &corrupt):
		return "the record is damaged. " + corrupt.Message()
	case errors.As(err, &readOnly):
		return readOnly.sentence
	case errors.Is(err, ErrBusy):
		return "another Probity window is saving. Wait a moment, or close the other window, then try again."
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "the disk is full. Free some space, then try again. What was saved before is safe."
	case errors.Is(err, syscall.EFBIG):
		return "the record has reached the largest file size allowed here. Ask whoever looks after this computer to raise " +
			"the limit, then try again. What was saved before is safe."
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "Probity may not write there. Check that the record and its folder belong to you, then try again."
	case errors.Is(err, fs.ErrExist):
		return "there is a record already. Close Probity and start it again to use it."
	case errors.Is(err, fs.ErrNotExist):
		return "there is no record, or it was moved while Probity was running. Close Probity and start it again."
	case errors.Is(err, errTooLong):
		return "it is too long for the record. Shorten it, then try again."
	}
	return fmt.Sprintf("the computer reported “%v”. Try again; if that does not help, close Probity and start it again.", err)
}

// The notices that a Record gives.
func noticeMode(what, path string) string {
	return fmt.Sprintf("Other people on this computer could read your %s. Now only you can: %s.", what, path)
}

func noticeFolder(path string) string {
	return fmt.Sprintf("Other people on this computer could look into the folder of your record. Now only you can: %s.", path)
}

func noticeTorn(what, movedTo string) string {
	return fmt.Sprintf("Your %s ended in an entry that was not completely written, perhaps because the computer stopped. "+
		"It was moved to %s; everything before it is safe.", what, filepath.Base(movedTo))
}

func noticeMigrated(from int64, kept string) string {
	return fmt.Sprintf("Your record was brought from version %d to version %d. What it was is kept as %s.", from, Schema, filepath.Base(kept))
}

func noticeBackup(err error) string {
	return fmt.Sprintf("Today's backup of your record could not be made (%v). Your answers are saved all the same.", err)
}

func sentenceNewer(schema int64) string {
	return fmt.Sprintf("Your record was written by a newer Probity (it has record version %d, this Probity writes version %d). "+
		"You can look at it, but nothing new is kept until you update to a Probity that writes version %d.", schema, Schema, schema)
}

func sentenceReadOnly(path string) string {
	return fmt.Sprintf("Probity may not write to %s, so your progress is not being kept. "+
		"To keep it, name another folder with --data.", path)
}
