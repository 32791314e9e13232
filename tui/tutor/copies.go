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

// Copies is what there is of the learner's own copies of documents.
type Copies struct {
	owncopy.Copies
	Unread map[string]error // by the id of the source: why a copy cannot be used
}

// None tells whether there are none at all.
func (c Copies) None() bool { return len(c.Copies)+len(c.Unread) == 0 }

// ReadCopies is the task of reading the learner's own copies. The library has to be loaded.
func (t *Tutor) ReadCopies() Task[Copies] {
	record, sources := t.record, t.pack.Guidance.Sources()
	return Task[Copies]{
		Run:  func() Copies { return readCopies(record, sources) },
		Done: t.takeCopies,
	}
}

func readCopies(record *folder.Folder, sources []*guidance.Source) Copies {
	found := Copies{Copies: owncopy.Copies{}, Unread: map[string]error{}}
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

func (c Copies) read(record *folder.Folder, s *guidance.Source) {
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

// takeCopies takes what was read. A copy that cannot be used is said once.
func (t *Tutor) takeCopies(c Copies) {
	t.copies = c
	if len(c.Unread) > 0 {
		t.notices = append(t.notices, "A copy of yours could not be read: probity guidance sources says which, and why.")
	}
}

// Copies are the learner's own copies of documents; none until they are read.
func (t *Tutor) Copies() Copies { return t.copies }

// Extract is a clause as this learner sees it, in Markdown, with the original where they brought it.
func (t *Tutor) Extract(c *guidance.Clause) string {
	return t.copies.Extract(c, t.Learner().Reader())
}

// KeepCopy keeps a copy in the place of an earlier one, whole or not at all.
func (t *Tutor) KeepCopy(c *owncopy.Copy) error {
	if t.record == nil {
		return errNoFolder
	}
	text, err := c.Encode()
	if err != nil {
		return err
	}
	err = t.record.WriteBeside(copyOf(c.Source), text)
	var unsaved *file.NotSavedError
	if errors.As(err, &unsaved) {
		return &file.NotSavedError{What: "copy of " + c.Source, Err: unsaved.Err}
	}
	return err
}

// ForgetCopy removes the copy of a source, known to the library or not. The error says when there is none.
func (t *Tutor) ForgetCopy(source string) error {
	if t.record == nil {
		return errNoFolder
	}
	kept, err := t.record.ListBeside(folder.DocumentFolder)
	if err != nil {
		return err
	}
	if !slices.Contains(kept, copyName(source)) { // so that no other path is named
		return fmt.Errorf("there is no copy of %s here; probity guidance sources lists what there is", source)
	}
	err = t.record.RemoveBeside(copyOf(source))
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w; check that the folder belongs to you", err)
	}
	return err
}

var errNoFolder = errors.New("the data folder cannot be used, so copies can be neither kept nor removed; name another with --data")

// owned lists the sources of which the learner has a copy, in order.
func (c Copies) owned() []string { return slices.SortedFunc(maps.Keys(c.Copies), strings.Compare) }
