// What goes wrong, for programs and, in plain words, for clinicians: what was being done, what happened, what to do next.

package stream

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/nats-io/nats.go"

	"probity/progress/journal"
	"probity/progress/journal/tables"
)

var (
	errUnreachable = errors.New("the store of records does not answer")
	errInUse       = errors.New("another process keeps its records in this folder")
	errFull        = fmt.Errorf("the disk that the records are on is full: %w", syscall.ENOSPC)
	errMoved       = errors.New("another message came first")
	errErased      = fmt.Errorf("the record was erased: %w", fs.ErrNotExist) // after it was opened
)

// cause is one of which a clinician is told more than that the store does not answer.
type cause struct{ text, happened string }

// Error names it.
func (c *cause) Error() string { return c.text }

// Happened says it as the end of a sentence, with what to do before it is tried again.
func (c *cause) Happened() string { return c.happened }

// OpenError reports that there is no way to the records. Nothing was changed.
type OpenError struct {
	Where string // the folder, or the addresses
	Err   error
}

// Error names the place and the cause.
func (e *OpenError) Error() string {
	return fmt.Sprintf("opening the records in %s: %v", e.Where, e.Err)
}

// Unwrap returns the cause.
func (e *OpenError) Unwrap() error { return e.Err }

// Message says to whoever runs the host what happened and what to do next.
func (e *OpenError) Message() string {
	switch {
	case errors.Is(e.Err, errInUse):
		return fmt.Sprintf("The records in %s are in use by another process. End it, or name another folder.", e.Where)
	case errors.Is(e.Err, fs.ErrPermission):
		return fmt.Sprintf("The records in %s may not be opened. Check whom the folder belongs to, or name another.", e.Where)
	case errors.Is(e.Err, nats.ErrNoServers), errors.Is(e.Err, nats.ErrTimeout), errors.Is(e.Err, context.DeadlineExceeded):
		return fmt.Sprintf("No store of records answers at %s. Check the address, and that JetStream is on there.", e.Where)
	case errors.Is(e.Err, nats.ErrAuthorization), errors.Is(e.Err, nats.ErrAuthExpired):
		return fmt.Sprintf("The store of records at %s does not let Probity in. Check the credentials.", e.Where)
	}
	return fmt.Sprintf("The records in %s could not be opened: %v.", e.Where, e.Err)
}

// NotSavedError reports that something is not known to be saved. It is still the caller's: the same call can be made again, and what
// was saved after all is not saved twice.
type NotSavedError struct {
	What string // "answer", "reflection"…
	Err  error
}

// Error names what was being saved and the cause.
func (e *NotSavedError) Error() string { return fmt.Sprintf("saving the %s: %v", e.What, e.Err) }

// Unwrap returns the cause.
func (e *NotSavedError) Unwrap() error { return e.Err }

// Message says to a clinician what happened and what to do next.
func (e *NotSavedError) Message() string {
	return fmt.Sprintf("Your %s is not saved yet: %s", journal.Called(e.What), reason(e.Err))
}

// NotDoneError reports that a record could not be read, or that what should go is not gone for certain. The same call can be made again.
type NotDoneError struct {
	Doing string // "reading your record"
	Err   error
}

// Error names what was being done and the cause.
func (e *NotDoneError) Error() string { return fmt.Sprintf("%s: %v", e.Doing, e.Err) }

// Unwrap returns the cause.
func (e *NotDoneError) Unwrap() error { return e.Err }

// Message says to a clinician what happened and what to do next.
func (e *NotDoneError) Message() string {
	return fmt.Sprintf("Something went wrong with %s: %s", e.Doing, reason(e.Err))
}

// notDone is nil for what was done.
func notDone(doing string, err error) error {
	if err == nil {
		return nil
	}
	return &NotDoneError{Doing: doing, Err: err}
}

// reason words a cause and what to do about it, as the end of a sentence.
func reason(err error) string {
	var known *cause
	switch {
	case errors.As(err, &known):
		return known.happened + ", then try again."
	case errors.Is(err, errFull):
		return "the disk of the host is full. Tell whoever looks after it, then try again; what was saved before is safe."
	case errors.Is(err, errUnreachable), errors.Is(err, context.DeadlineExceeded):
		return "the store of records does not answer. Try again in a moment; what was saved before is safe."
	case errors.Is(err, context.Canceled):
		return "it was called off. Try again."
	case errors.Is(err, errErased):
		return "the record was erased, here or in another window. Leave, and come again to begin a new one."
	case errors.Is(err, journal.ErrRenumbered):
		return "another window put the record together anew. Try again."
	case errors.Is(err, journal.ErrConflict):
		return "another window saved something in between. Try again."
	case errors.Is(err, tables.ErrTooLong), errors.Is(err, nats.ErrMaxPayload):
		return "it is too long for the record. Shorten it, then try again."
	}
	return fmt.Sprintf("the store of records reported “%v”. Try again, and tell whoever looks after this host if that does not help.", err)
}
