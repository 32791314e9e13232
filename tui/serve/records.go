// What a host keeps of its learners, in the store that all hosts share.

package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/hosted"
	"probity/progress/journal"
	"probity/progress/journal/stream"
	"probity/scenarios/pack"
	"probity/tui/serve/people"
	"probity/tui/serve/transfer"
)

// store is one learner's, in the engine.
type store interface {
	journal.Store
	folder.Beside
}

// figures count what the store does.
type figures interface {
	Appended(took time.Duration, err error)
}

// records opens what is kept of learners.
type records struct {
	engine  *stream.Engine
	figures figures // nil where nothing is counted
	now     func() time.Time
	library func() (*pack.Pack, error) // what is taught
}

// open returns a learner's record and their own files.
func (r records) open(learner string) (*hosted.Record, ownFiles, error) {
	of, err := r.engine.Store(learner, journal.KindsOf(progress.Kinds()...))
	if err != nil {
		return nil, ownFiles{}, err
	}
	record, err := hosted.Open(hosted.Options{Facts: counted{of, r.figures}, Beside: of, Now: r.now})
	return record, ownFiles{of, r.now}, err
}

// folder is a learner's own folder, for sftp; nil where there is none.
func (r records) folder(learner string) transfer.Files {
	of, err := r.engine.Store(learner, nil)
	if err != nil {
		return nil
	}
	return folderOf{ownFiles{of, r.now}}
}

// ownFolder is where a learner's own files stand beside the record.
const ownFolder = "files"

// ownFiles are a learner's own files, for the command line. Each begins with the time of its last change, in a line.
type ownFiles struct {
	beside folder.Beside
	now    func() time.Time
}

// Open opens a file.
func (o ownFiles) Open(name string) (io.ReadCloser, error) {
	text, _, err := o.read(name)
	return io.NopCloser(bytes.NewReader(text)), err
}

func (o ownFiles) read(name string) (text []byte, changed time.Time, err error) {
	kept, err := o.beside.ReadBeside(ownFolder + "/" + name)
	switch {
	case err != nil:
		return nil, changed, err
	case kept == nil:
		return nil, changed, fs.ErrNotExist
	}
	at, text, found := bytes.Cut(kept, []byte("\n"))
	if changed, err = time.Parse(time.RFC3339, string(at)); err != nil || !found {
		return nil, changed, fmt.Errorf("reading %s: it is not as it was written", name)
	}
	return text, changed, nil
}

// Write writes a file.
func (o ownFiles) Write(name string, text []byte, replace bool) error {
	there, err := o.List()
	if err != nil {
		return err
	}
	known := false
	for _, one := range there {
		known = known || one == name
	}
	switch {
	case known && !replace:
		return fs.ErrExist
	case !known && len(there) >= transfer.MostFiles:
		return transfer.ErrFull
	case len(text) > transfer.LargestFile:
		return transfer.ErrLarge
	}
	kept := append([]byte(o.now().UTC().Format(time.RFC3339)+"\n"), text...)
	if replace {
		return o.beside.WriteBeside(ownFolder+"/"+name, kept)
	}
	made, err := o.beside.MakeBeside(ownFolder+"/"+name, kept)
	if err == nil && !bytes.Equal(made, kept) {
		return fs.ErrExist
	}
	return err
}

// List names the files.
func (o ownFiles) List() ([]string, error) { return o.beside.ListBeside(ownFolder) }

// Remove removes a file.
func (o ownFiles) Remove(name string) error { return o.beside.RemoveBeside(ownFolder + "/" + name) }

// folderOf is the same files as a folder.
type folderOf struct{ files ownFiles }

// List says what files there are.
func (f folderOf) List(ctx context.Context) (all []transfer.File, err error) {
	names, err := f.files.List()
	for _, name := range names {
		file, wrong := f.Stat(ctx, name)
		switch {
		case errors.Is(wrong, fs.ErrNotExist): // it was removed meanwhile
		case wrong != nil:
			return nil, wrong
		default:
			all = append(all, file)
		}
	}
	return all, err
}

// Stat says what is known of a file.
func (f folderOf) Stat(_ context.Context, name string) (transfer.File, error) {
	text, changed, err := f.files.read(name)
	return transfer.File{Name: name, Size: int64(len(text)), Modified: changed}, err
}

// Read returns what is in a file.
func (f folderOf) Read(_ context.Context, name string) ([]byte, error) {
	text, _, err := f.files.read(name)
	return text, err
}

// Write keeps a file.
func (f folderOf) Write(_ context.Context, name string, data []byte) error {
	return f.files.Write(name, data, true)
}

// Remove removes a file.
func (f folderOf) Remove(_ context.Context, name string) error { return f.files.Remove(name) }

// nobody is the name in the store under which it is kept who was let in. It is no learner's: those are tokens, which are longer.
const nobody = "directory"

// directory is who was enrolled, for all hosts of a store.
type directory struct{ beside folder.Beside }

func (r records) directory() (people.Directory, error) {
	of, err := r.engine.Store(nobody, nil)
	return directory{of}, err
}

// Where the directory has what it knows of an invitation, by a hash of it: who came with it, and that it was withdrawn. Of a learner it has the
// invitation that they came with last.
func usedBy(mark string) string        { return "used/" + mark }
func withdrawn(mark string) string     { return "withdrawn/" + mark }
func enrolledBy(learner string) string { return "enrolled/" + learner }

func markOf(invitation string) string {
	sum := sha256.Sum256([]byte(invitation))
	return hex.EncodeToString(sum[:])
}

// Redeem uses up an invitation. If it is withdrawn meanwhile, the learner is enrolled with one that does not hold.
func (d directory) Redeem(_ context.Context, invitation, learner string) error {
	mark := markOf(invitation)
	if gone, err := d.has(withdrawn(mark)); err != nil || gone {
		return cmp.Or(err, people.ErrWithdrawn)
	}
	by, err := d.beside.MakeBeside(usedBy(mark), []byte(learner))
	switch {
	case err != nil:
		return err
	case string(by) != learner:
		return people.ErrUsed
	}
	return d.beside.WriteBeside(enrolledBy(learner), []byte(mark))
}

// Enrolled reports whether the learner came with an invitation that holds.
func (d directory) Enrolled(_ context.Context, learner string) (bool, error) {
	mark, err := d.beside.ReadBeside(enrolledBy(learner))
	if err != nil || mark == nil {
		return false, err
	}
	gone, err := d.has(withdrawn(string(mark)))
	return !gone, err
}

// Withdraw has an invitation hold no more. Where a learner was enrolled before it was kept with which invitation, that is kept now.
func (d directory) Withdraw(ctx context.Context, invitation string) error {
	mark := markOf(invitation)
	if err := d.beside.WriteBeside(withdrawn(mark), []byte("\n")); err != nil {
		return err
	}
	learner, _, err := d.Used(ctx, invitation)
	if err != nil || learner == "" {
		return err
	}
	with, err := d.beside.ReadBeside(enrolledBy(learner))
	if err == nil && string(with) == "\n" {
		err = d.beside.WriteBeside(enrolledBy(learner), []byte(mark))
	}
	return err
}

// Used says who came with an invitation.
func (d directory) Used(_ context.Context, invitation string) (learner string, gone bool, err error) {
	mark := markOf(invitation)
	by, err := d.beside.ReadBeside(usedBy(mark))
	if err == nil {
		gone, err = d.has(withdrawn(mark))
	}
	return string(by), gone, err
}

func (d directory) has(entry string) (bool, error) {
	text, err := d.beside.ReadBeside(entry)
	return text != nil, err
}
