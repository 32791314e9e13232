// What stands beside the facts: drafts, the signing key, copies of documents.

package hosted

import (
	"fmt"
	"io/fs"

	"probity/progress/folder"
	"probity/progress/journal/file"
)

// ReadBeside reads an entry beside the record; nil when there is none.
func (r *Record) ReadBeside(name string) ([]byte, error) {
	text, err := r.beside.ReadBeside(name)
	return text, unreached(err)
}

// WriteBeside writes an entry beside the record, whole or not at all. Where there was a record and another window erased it, nothing is
// written. Its errors are *file.NotSavedError.
func (r *Record) WriteBeside(name string, text []byte) error {
	err := r.writable(folder.Called(name))
	if err == nil {
		err = r.beside.WriteBeside(name, text)
	}
	return notSaved(folder.Called(name), err)
}

// MakeBeside writes an entry beside the record as WriteBeside does, unless there is one already, and returns what is there then.
func (r *Record) MakeBeside(name string, text []byte) (there []byte, err error) {
	if err = r.writable(folder.Called(name)); err == nil {
		there, err = r.beside.MakeBeside(name, text)
	}
	return there, notSaved(folder.Called(name), err)
}

// writable returns why nothing may be written beside the record; nil if it may, for all that is known.
func (r *Record) writable(what string) error {
	if why, yes := r.ReadOnly(); yes {
		return &file.NotSavedError{What: what, Err: file.ReadOnly(why)}
	}
	if _, was := r.Learner(); !was {
		return nil
	}
	head, err := r.beside.ReadBeside(learnerName)
	if err == nil && head == nil {
		err = fmt.Errorf("the record was erased: %w", fs.ErrNotExist)
	}
	return err
}

// ListBeside names the entries in a folder beside the record, in order.
func (r *Record) ListBeside(folder string) ([]string, error) {
	names, err := r.beside.ListBeside(folder)
	return names, unreached(err)
}

// RemoveBeside removes an entry beside the record. That there is none is an error that wraps fs.ErrNotExist.
func (r *Record) RemoveBeside(name string) error {
	if why, yes := r.ReadOnly(); yes {
		return fmt.Errorf("removing %s: %w", name, file.ReadOnly(why))
	}
	return unreached(r.beside.RemoveBeside(name))
}

// Pseudonym is a number that stands for the learner where a name is not given, as Folder.Pseudonym is.
func (r *Record) Pseudonym(first string) (string, error) { return folder.PseudonymIn(r, first) }
