package tutor

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/owncopy"
	"probity/progress/folder"
	"probity/progress/journal/file"
)

// Copies are the learner's own copies of documents, which lie beside the record.
type Copies struct {
	library *Library
	record  *Record
	profile *Profile
	notices *notices
	all     CopySet
}

// CopySet is what there is of copies.
type CopySet struct {
	owncopy.Copies
	Unread map[string]error // by the id of the source: why a copy cannot be used
}

// None reports whether there are none at all.
func (c CopySet) None() bool { return len(c.Copies)+len(c.Unread) == 0 }

// Read is the task of reading the copies. The library has to be loaded.
func (c *Copies) Read() Task[CopySet] {
	file, sources := c.record.file, c.library.pack.Guidance.Sources()
	return Task[CopySet]{
		Run:  func() CopySet { return readCopies(file, sources) },
		Done: c.take,
	}
}

func readCopies(record File, sources []*guidance.Source) CopySet {
	found := CopySet{Copies: owncopy.Copies{}, Unread: map[string]error{}}
	if record == nil {
		return found
	}
	kept, err := record.ListBeside(folder.DocumentFolder)
	for _, s := range sources {
		switch {
		case err != nil:
			found.Unread[s.ID] = err
		case slices.Contains(kept, copyName(s.ID)):
			found.read(record, s)
		}
	}
	return found
}

func (c CopySet) read(record File, s *guidance.Source) {
	file, err := record.ReadBeside(copyOf(s.ID))
	if err == nil {
		c.Copies[s.ID], err = owncopy.Decode(file, s)
	}
	if err != nil {
		delete(c.Copies, s.ID)
		c.Unread[s.ID] = err
	}
}

// copyOf is where the copy of a source is kept.
func copyOf(source string) string { return folder.DocumentFolder + "/" + copyName(source) }

// copyName is the file of a source's copy. The colon after a pack's id is not for file names everywhere.
func copyName(source string) string { return strings.ReplaceAll(source, ":", "+") + ".toml" }

// take takes what was read. A copy that cannot be used is said once.
func (c *Copies) take(found CopySet) {
	c.all = found
	if len(found.Unread) > 0 {
		c.notices.add("A copy of yours could not be read: probity guidance sources says which, and why.")
	}
}

// All are the copies that there are; none until they are read.
func (c *Copies) All() CopySet { return c.all }

// Extract is a clause as this learner sees it, in Markdown, with the original where they brought it.
func (c *Copies) Extract(clause *guidance.Clause) string {
	return c.all.Extract(clause, c.profile.Learner().Reader())
}

// Keep keeps a copy in the place of an earlier one, whole or not at all.
func (c *Copies) Keep(one *owncopy.Copy) error {
	if c.record.file == nil {
		return errNoFolder
	}
	text, err := one.Encode()
	if err != nil {
		return err
	}
	err = c.record.file.WriteBeside(copyOf(one.Source), text)
	var unsaved *file.NotSavedError
	if errors.As(err, &unsaved) {
		return &file.NotSavedError{What: "copy of " + one.Source, Err: unsaved.Err}
	}
	return err
}

// Forget removes the copy of a source, known to the library or not. The error says when there is none.
func (c *Copies) Forget(source string) error {
	if c.record.file == nil {
		return errNoFolder
	}
	kept, err := c.record.file.ListBeside(folder.DocumentFolder)
	if err != nil {
		return err
	}
	if !slices.Contains(kept, copyName(source)) { // so that no other path is named
		return fmt.Errorf("there is no copy of %s here; probity guidance sources lists what there is", source)
	}
	err = c.record.file.RemoveBeside(copyOf(source))
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w; check that the folder belongs to you", err)
	}
	return err
}

var errNoFolder = errors.New("the data folder cannot be used, so copies can be neither kept nor removed; name another with --data")

// owned lists the sources of which the learner has a copy, in order.
func (c CopySet) owned() []string { return slices.SortedFunc(maps.Keys(c.Copies), strings.Compare) }
