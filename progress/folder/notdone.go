// What goes wrong when a learner looks after their data, in words for a clinician.

package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"probity/progress"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// NotDoneError reports that what was asked of the learner's data was not done. Unless Outcome says otherwise everything is as
// it was, and the same can be asked again.
type NotDoneError struct {
	Doing   string // what was being done: "restoring the backup"
	Outcome string // what came of it, for a clinician: "The backup was not restored"
	Err     error  // the cause
}

// Error names what was being done and the cause.
func (e *NotDoneError) Error() string { return fmt.Sprintf("%s: %v", e.Doing, e.Err) }

// Unwrap returns the cause.
func (e *NotDoneError) Unwrap() error { return e.Err }

// Message says to a clinician what happened and what to do next.
func (e *NotDoneError) Message() string { return fmt.Sprintf("%s: %s", e.Outcome, reason(e.Err)) }

// errNewer is the cause when a file was written by a newer Probity than this one.
var errNewer = errors.New("it was written by a newer Probity")

// errNotOurs is the cause when a file is not one that the record's folder is known to hold.
var errNotOurs = errors.New("it is not one of the files that Probity keeps there")

// errSame is the cause when a merged text does not read back as what was merged.
var errSame = errors.New("what was written does not read back as what was meant")

// newerError says which version a file has.
type newerError struct {
	path   string
	schema int64
}

func (e newerError) Error() string {
	return fmt.Sprintf("%s has record version %d, this Probity reads version %d", e.path, e.schema, tables.Schema)
}

func (e newerError) Is(target error) bool { return target == errNewer }

// noRecordError is a file that was to be read as a record and can't be.
type noRecordError struct {
	path string
	err  error
	kind string // what it is, as the end of a sentence; "" where that is not known
}

// noRecordOf is why a file could not be taken for a record, with what it is instead.
func noRecordOf(path string, err error, kind func() string) error {
	if errors.Is(err, errNewer) {
		return err
	}
	return noRecordError{path, err, kind()}
}

func (e noRecordError) Error() string {
	return fmt.Sprintf("%s does not read as a record: %v", e.path, e.err)
}

func (e noRecordError) Unwrap() error { return e.err }

// reason words a cause and what to do about it.
func reason(err error) string {
	if said := reasonOfFile(err); said != "" {
		return said
	}
	return file.Reason(err)
}

// reasonOfFile words a cause that lies in another file than the record; "" if it doesn't.
func reasonOfFile(err error) string {
	var newer newerError
	var no noRecordError
	var corrupt *file.CorruptError
	if errors.As(err, &no) && no.kind != "" {
		return filepath.Base(no.path) + " " + no.kind
	}
	switch {
	case errors.As(err, &newer):
		return fmt.Sprintf("%s was written by a newer Probity (it has record version %d, this Probity reads version %d). "+
			"Update Probity, then try again.", filepath.Base(newer.path), newer.schema, tables.Schema)
	case errors.As(err, &no) && errors.As(err, &corrupt) && corrupt.Foreign():
		return fmt.Sprintf("%s does not read as a record of Probity's at all. Name a progress.toml; if it was one, choose a backup of it instead.", filepath.Base(no.path))
	case errors.As(err, &no) && errors.As(err, &corrupt):
		return fmt.Sprintf("%s does not read as a record of Probity's: %s. If it should be one, "+
			"choose a backup of it instead.", filepath.Base(no.path), corrupt.Placed())
	case errors.As(err, &no) && errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("there is no %s. Check the name and the folder, then try again.", no.path)
	case errors.As(err, &no):
		return fmt.Sprintf("%s could not be read as a record of Probity's (%v). Check the name, then try again.",
			filepath.Base(no.path), no.err)
	case errors.Is(err, errNotOurs):
		return "that is not one of the files that Probity keeps there. List them, and choose one of those."
	case errors.Is(err, errSame):
		return "what was written did not read back as what was meant, so it was thrown away. " +
			"An entry may have been edited by hand in a way that Probity cannot renumber."
	}
	return ""
}

// readable returns why a file can't stand in as a record; nil if it can. Any damage but a torn tail is in the way.
func readable(path string) error {
	s, err := file.InspectRegular(everyKind(), path)
	if err == nil && s.Newer() {
		return newerError{path, s.Head.Schema}
	}
	if err == nil {
		err = file.ReadAll(everyKind(), path, func(progress.Fact) {})
	}
	if err != nil {
		return noRecordOf(path, err, func() string { return otherKind(path) })
	}
	return nil
}

// noFolderError is a file that stands where the data folder, or one above it, should be.
type noFolderError struct{ dir, file string }

func (e noFolderError) Error() string {
	return fmt.Sprintf("looking into %s: %s is a file", e.dir, e.file)
}

// Message says it to a clinician.
func (e noFolderError) Message() string {
	return fmt.Sprintf("There can be no record in %s: %s is a file, not a folder. Name a folder with --data.", e.dir, e.file)
}

// The notices that a Folder gives.
func noticeFolder(path string) string {
	return fmt.Sprintf("Other people on this computer could look into the folder of your record. Now only you can: %s.", path)
}

func noticeBackup(err error) string {
	return fmt.Sprintf("Today's backup of your record could not be made: %s Your answers are saved all the same.", reason(err))
}
