// What an earlier run could not save, found again.

package tutor

import (
	"errors"
	"fmt"
	"strings"

	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/prose"
)

// FindRescued is the task of looking for what an earlier run could not save, in the data folder and wherever Options.Rescue may have had it put. It
// says where that is and how it is taken in, with the command on a line of its own, as long as the record lacks it or cannot be read; "" for nothing.
func (t *Tutor) FindRescued() Task[string] {
	record, elsewhere := t.Record.folder, t.rescue
	return runOnly(func() string {
		if record == nil {
			return ""
		}
		found, sure := record.Rescued(elsewhere...)
		switch {
		case len(found) == 0:
			return ""
		case !sure:
			return t.rescuedBeside(found)
		}
		return t.rescuedFound(found)
	})
}

// rescuedFound says that there is something that was not saved, and how it is taken in.
func (t *Tutor) rescuedFound(paths []string) string {
	first, more := paths[0], len(paths)-1
	if more == 0 {
		return "Something that could not be saved earlier is not in your record yet. To take it in:\n" + t.importing(first)
	}
	return fmt.Sprintf("Something that could not be saved earlier is not in your record yet: %s and %d more. To take one in:\n%s", first, more, t.importing("FILE"))
}

// rescuedBeside is rescuedFound while the record cannot be read: whether it lacks any of it is not known.
func (t *Tutor) rescuedBeside(paths []string) string {
	first, more := paths[0], len(paths)-1
	if more == 0 {
		return "Something that could not be saved earlier has a file of its own, " + first +
			". Keep that: once your record can be read, this takes it in:\n" + t.importing(first)
	}
	return fmt.Sprintf("Something that could not be saved earlier has files of its own, %s and %d more. Keep these: "+
		"once your record can be read, this takes one in:\n%s", first, more, t.importing("FILE"))
}

// unreadError is a record that cannot be read, with what is to be said of what was not saved in it earlier.
type unreadError struct {
	error
	rescued string
}

// Unwrap returns why the record cannot be read.
func (e unreadError) Unwrap() error { return e.error }

// Message says both to a clinician.
func (e unreadError) Message() string { return prose.Sentence(e.error) + " " + e.rescued }

// WithRescued is an error with which the program can't go on, since the record is damaged, gone or cannot be read, with what could not be saved
// in it earlier; any other as it is.
func (t *Tutor) WithRescued(err error) error {
	if t.Record.folder == nil || !t.unread(err) {
		return err
	}
	if said := t.FindRescued().Do(); said != "" {
		return unreadError{err, said}
	}
	return err
}

// unread reports whether an error says that there is no record to read, where there should be one.
func (t *Tutor) unread(err error) bool {
	var unreadable *file.UnreadableError
	var corrupt *file.CorruptError
	var lost *folder.LostError
	switch path := t.Record.folder.Path(); {
	case errors.As(err, new(unreadError)): // that is said already
		return false
	case errors.As(err, &unreadable):
		return unreadable.Path == path
	case errors.As(err, &corrupt):
		return corrupt.Path == path
	}
	return errors.As(err, &lost)
}

// importing is the command that takes a file into this record, wherever that is.
func (t *Tutor) importing(path string) string {
	command := "probity data import --mine "
	if t.named != "" {
		command += "--data " + quoted(t.named) + " "
	}
	return command + quoted(path)
}

// quoted is a path as a shell takes it for one word. Double quotes hold for every system's, but for signs that those with single ones would act on.
func quoted(path string) string {
	switch {
	case strings.ContainsAny(path, "$`\"!") && !strings.Contains(path, "'"):
		return "'" + path + "'"
	case strings.ContainsAny(path, " \t'&;()*?[]{}<>|#~"):
		return `"` + path + `"`
	}
	return path
}
