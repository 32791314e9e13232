// What goes wrong, for programs and, in plain words, for clinicians: what was being done, what happened, what to do next.

package file

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"probity/guidance/cause"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// CorruptError reports damage to the record that is more than a torn tail. Open, Read and Append return it. Nothing has
// been changed. Package folder sets such a record aside and restores backups.
type CorruptError struct {
	Path    string
	Line    int // where the damage begins, from 1; 0 where the whole file is wrong: empty, or no text
	Problem error
}

// corrupt is damage in the table that begins at a line.
func corrupt(path string, line int, problem error) *CorruptError {
	var where tables.Misread
	if errors.As(problem, &where) {
		line += where.Below
	}
	return &CorruptError{Path: path, Line: line, Problem: problem}
}

// Error names the place and what is wrong there.
func (e *CorruptError) Error() string {
	return fmt.Sprintf("reading the record: %s: %v", e.At(e.Path), e.Problem)
}

// Unwrap returns what is wrong.
func (e *CorruptError) Unwrap() error { return e.Problem }

// Found says to a clinician what is wrong.
func (e *CorruptError) Found() string {
	return fmt.Sprintf("Your record could not be read: %s (%s). Nothing in it has been changed.", e.Plain(), e.At(e.Path))
}

// At is the place in a file of that name.
func (e *CorruptError) At(name string) string {
	if e.Line == 0 {
		return name
	}
	return fmt.Sprintf("line %d of %s", e.Line, name)
}

// Placed is what is wrong with its line, where it has one.
func (e *CorruptError) Placed() string {
	if e.Line == 0 {
		return e.Plain()
	}
	return fmt.Sprintf("%s (line %d)", e.Plain(), e.Line)
}

// Foreign reports whether nothing of the file reads as Probity's: what is wrong begins at its first line, or it belongs to no learner and no session.
func (e *CorruptError) Foreign() bool { return e.Line == 1 || tables.Headless(e.Problem) }

// Plain is what is wrong, without what files are made of.
func (e *CorruptError) Plain() string { return tables.Plain(e.Problem) }

// Message says it with what to do next.
func (e *CorruptError) Message() string {
	if e.Line == 0 { // there is nothing to mend
		return e.Found() + " Start probity to go back to a backup or begin anew."
	}
	return e.Found() + fmt.Sprintf(" Mend that line in an editor (%v)", e.Problem) + ", or start probity to go back to a backup or begin anew."
}

// UnreadableError reports that a file of the learner's is there, or may be, and that the computer does not let it be read. It
// says nothing of what is in the file. Nothing has been changed.
type UnreadableError struct {
	What string // what it is to its owner: "record", "session"…
	Path string
	Err  error
}

// errLost is a symbolic link that leads to a disk or folder that is not there.
var errLost = errors.New("it is a link to a disk or folder that is not there")

// LinkLost is why a record cannot be read to which a link leads that leads nowhere.
func LinkLost(path string) error { return Unreadable(path, errLost) }

// Unreadable is why a record can't be read. That there is none, and damage, stay the errors that they are.
func Unreadable(path string, err error) error {
	var corrupt *CorruptError
	var already *UnreadableError
	switch {
	case err == nil || errors.As(err, &corrupt) || errors.As(err, &already):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return absentError{path, err}
	}
	return &UnreadableError{What: "record", Path: path, Err: err}
}

// absentError is a file that was to be read and is not there.
type absentError struct {
	path string
	err  error
}

func (e absentError) Error() string { return fmt.Sprintf("reading the record: %v", e.err) }
func (e absentError) Unwrap() error { return e.err }

// Message says it to a clinician.
func (e absentError) Message() string {
	return fmt.Sprintf("There is no %s: nothing was kept there yet, or it was moved. If it was moved, name its folder with --data.", e.path)
}

// Error names the file and the cause.
func (e *UnreadableError) Error() string { return fmt.Sprintf("reading the %s: %v", e.What, e.Err) }

// Unwrap returns the cause.
func (e *UnreadableError) Unwrap() error { return e.Err }

// Message says to a clinician what happened and what to do next.
func (e *UnreadableError) Message() string {
	return fmt.Sprintf("Your %s in %s could not be read: %s Nothing has been changed.", e.What, e.Path, e.Reason())
}

// Reason says it without the path, as the end of a sentence and with what to do.
func (e *UnreadableError) Reason() string {
	switch {
	case errors.Is(e.Err, fs.ErrPermission):
		return "you may not read it. Check that the file and its folder belong to you, or name another folder with --data."
	case errors.Is(e.Err, disk.ErrNoFile), errors.Is(e.Err, syscall.EISDIR):
		return "it is a folder or a device, not a file. Move it away, or name another folder with --data."
	case errors.Is(e.Err, errLost), cause.Is(e.Err, syscall.ELOOP):
		return "its link leads to a disk or folder that is not there. Connect the disk, or name another folder with --data."
	case cause.Is(e.Err, syscall.ENOTDIR):
		return "a file stands where its folder should be. Name a folder with --data."
	case cause.Is(e.Err, syscall.EIO):
		return diskFails
	case cause.Is(e.Err, syscall.EBUSY):
		return "another program has it open. Close it there, and try again."
	}
	return fmt.Sprintf("the computer reported “%v”. Try again, or name another folder with --data.", e.Err)
}

// diskFails is what to do when the disk reports an error.
const diskFails = "the disk reported an error. Copy what you can of the folder to another disk, and name that folder with --data."

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
	return fmt.Sprintf("Your %s has not been saved: %s", journal.Called(e.What), Reason(e.Err))
}

// errBusy is the cause when the lock could not be had in time: another window is saving.
var errBusy = errors.New("another Probity window is saving")

// Busy reports whether the cause is that another window holds the lock.
func Busy(err error) bool { return errors.Is(err, errBusy) }

// readOnlyError is the cause when the record is open for reading only; its text is a sentence.
type readOnlyError struct{ sentence string }

func (e readOnlyError) Error() string { return e.sentence }

// ReadOnly is the cause when something is open for reading only; the sentence says why.
func ReadOnly(sentence string) error { return readOnlyError{sentence} }

// again is how what was not saved is tried again, behind what to do first, and alone.
type again struct{ then, alone string }

var (
	byHand = again{", then try again.", "Try again."}
	itself = again{". Probity keeps trying.", "Probity keeps trying."}
)

// Reason words a cause and what to do about it, as the end of a sentence.
func Reason(err error) string { return reason(err, byHand) }

// Retried is Reason where the program tries again by itself.
func Retried(err error) string {
	var notSaved *NotSavedError
	if errors.As(err, &notSaved) {
		err = notSaved.Err
	}
	return reason(err, itself)
}

// Elsewhere is a cause that lies with what keeps the record where that is no file: it is worded as the end of a sentence, with what to do
// before it is tried again.
type Elsewhere interface {
	error
	Happened() string
}

func reason(err error, a again) string {
	var elsewhere Elsewhere
	var corrupt *CorruptError
	var readOnly readOnlyError
	var unread *UnreadableError
	switch {
	case errors.As(err, &elsewhere):
		return elsewhere.Happened() + a.then
	case errors.As(err, &corrupt):
		return "the record is damaged. " + corrupt.Message()
	case errors.As(err, &readOnly):
		return readOnly.sentence
	case errors.As(err, &unread):
		return "part of it could not be read. " + unread.Message()
	case errors.Is(err, errBusy):
		return "another Probity window is saving. Wait a moment, or close the other window" + a.then
	case cause.Is(err, syscall.ENOSPC, syscall.EDQUOT):
		return "the disk is full. Free some space" + a.then + " What was saved before is safe."
	case cause.Is(err, syscall.EFBIG):
		return "the record has reached the largest file size allowed here. Ask whoever looks after this computer to raise " +
			"the limit" + a.then + " What was saved before is safe."
	case cause.Is(err, syscall.EROFS):
		return "the disk can be read and not written to. Name a folder on another disk with --data" + a.then
	case cause.Is(err, syscall.EIO):
		return diskFails
	case cause.Is(err, syscall.EBUSY):
		return "another program has the record open, or it is mounted by itself, as a file of a container may be. Close it there, or mount its folder" + a.then
	case errors.Is(err, fs.ErrNotExist): // before the next, which Windows says of a folder that is gone
		return "there is no record, or it was moved while Probity was running. Close Probity and start it again."
	case cause.Is(err, syscall.ENOTDIR):
		return "a file stands where its folder should be. Name a folder with --data" + a.then
	case errors.Is(err, fs.ErrPermission):
		return "Probity may not write there. Check that the record and its folder belong to you" + a.then
	case errors.Is(err, fs.ErrExist):
		return "there is a record already. Close Probity and start it again to use it."
	case errors.Is(err, journal.ErrRenumbered):
		return "another window put the record together anew. " + a.alone
	case errors.Is(err, journal.ErrConflict):
		return "another window saved something in between. " + a.alone
	case errors.Is(err, ErrAnother):
		return "the record that this window had open was erased or replaced, and another is in its place. Close Probity and start it " +
			"again to go on with that one."
	case errors.Is(err, tables.ErrTooLong):
		return "it is too long for the record. Shorten it" + a.then
	}
	return fmt.Sprintf("the computer reported “%v”. %s If that does not help, close Probity and start it again.", err, a.alone)
}
