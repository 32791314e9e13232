package tutor

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"

	"probity/progress/disk"
)

// OwnFiles are a learner's own files on a host. A name is that of a file, never a way to one.
type OwnFiles interface {
	// Open opens a file. The error wraps fs.ErrNotExist if there is none.
	Open(name string) (io.ReadCloser, error)
	// Write writes a file whole or not at all. Unless one may be replaced, the error wraps fs.ErrExist if there is one.
	Write(name string, text []byte, replace bool) error
	// List names the files, in order.
	List() ([]string, error)
	// Remove removes a file. The error wraps fs.ErrNotExist if there is none.
	Remove(name string) error
}

// Door is the one way in which files that somebody names are read, and the one in which they are written. The zero value has those of this
// computer, by their paths; on a host it has the learner's own alone, and what comes through the session.
type Door struct {
	Own  OwnFiles    // nil for the files of this computer
	In   io.Reader   // what "-" reads on a host
	Disk *disk.Steps // of this computer; nil for the real ones
}

// steps are those by which files are written on this computer.
func (d Door) steps() *disk.Steps {
	if d.Disk == nil {
		return disk.Real()
	}
	return d.Disk
}

// Read reads a file, unless it is larger than makes sense. what is what it should be.
func (d Door) Read(what, path string, most int64) ([]byte, error) {
	if d.Own == nil {
		return readFile(what, path, most)
	}
	if path == "-" {
		return d.take(what, io.NopCloser(d.In), "what comes in", most)
	}
	if err := ownName(path); err != nil {
		return nil, fmt.Errorf("reading the %s: %w", what, err)
	}
	f, err := d.Own.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, absentError{what, path}
	}
	if err != nil {
		return nil, fmt.Errorf("reading the %s: %w", what, err)
	}
	return d.take(what, f, path, most)
}

// absentError is a file of the learner's own that is not there.
type absentError struct{ what, name string }

// Error says so, and how it gets there.
func (e absentError) Error() string {
	return fmt.Sprintf("reading the %s: there is no file %s among yours on this server: copy it there first, or name it - and send it in with <", e.what, e.name)
}

// Is reports that it is not there.
func (absentError) Is(target error) bool { return target == fs.ErrNotExist }

// take reads all there is.
func (d Door) take(what string, from io.ReadCloser, name string, most int64) ([]byte, error) {
	defer from.Close()
	text, err := io.ReadAll(io.LimitReader(from, most+1))
	if err != nil {
		return nil, fmt.Errorf("reading the %s: %w", what, err)
	}
	if int64(len(text)) > most {
		return nil, fmt.Errorf("reading the %s: %s is larger than such a file can be", what, name)
	}
	return text, nil
}

// Place writes a file that is the learner's own, such as a certificate or an export: under the path given, else under a name of
// its own where the program runs, numbered if need be. A file that is there is replaced only by force, and then whole or not at
// all. It returns the path.
func (d Door) Place(path, name string, force bool, fill func(io.Writer) error) (string, error) {
	if d.Own != nil {
		return d.placeOwn(path, name, force, fill)
	}
	return d.place(path, name, force, personal, fill)
}

// Publish writes a file that is meant for others, such as a handout, as Place does. Who may read it is as the user's umask says; on a host it is
// the learner's alone until they pass it on.
func (d Door) Publish(path, name string, force bool, fill func(io.Writer) error) (string, error) {
	if d.Own != nil {
		return d.placeOwn(path, name, force, fill)
	}
	return d.place(path, name, force, shared, fill)
}

// placeOwn writes a file of the learner's own on a host.
func (d Door) placeOwn(path, name string, force bool, fill func(io.Writer) error) (string, error) {
	var text bytes.Buffer
	if path != "" {
		if err := ownName(path); err != nil {
			return "", fmt.Errorf("writing the file: %w", err)
		}
	}
	if err := fill(&text); err != nil {
		return "", fmt.Errorf("writing the file: %w", err)
	}
	if path != "" {
		err := d.Own.Write(path, text.Bytes(), force)
		switch {
		case errors.Is(err, fs.ErrExist):
			return "", &ExistsError{path}
		case err != nil:
			return "", fmt.Errorf("writing the file: %w", err)
		}
		return path, nil
	}
	for n := 1; ; n++ {
		path := numbered(name, n)
		err := d.Own.Write(path, text.Bytes(), false)
		switch {
		case err == nil:
			return path, nil
		case !errors.Is(err, fs.ErrExist):
			return "", fmt.Errorf("writing the file: %w", err)
		}
	}
}

// FolderOf is where a file is that was written, in words.
func (d Door) FolderOf(path string) string {
	if d.Own != nil {
		return ownFolder
	}
	if whole, err := filepath.Abs(path); err == nil {
		return filepath.Dir(whole)
	}
	return ""
}

// ownFolder is where a learner's own files are on a host.
const ownFolder = "your own files on this server"

// longestName is the most bytes that the name of a file may have.
const longestName = 200

// NotOwnError says that something is no name of a file of the learner's own.
type NotOwnError struct{ Name string }

// Error says so.
func (e *NotOwnError) Error() string {
	return fmt.Sprintf("%q is no name of a file of yours: here a file has a name alone, and no folder", e.Name)
}

// ownName returns an error unless a name can be that of a file of the learner's own: no way to another place, nothing hidden, nothing that acts
// on a terminal.
func ownName(name string) error {
	if name == "" || len(name) > longestName || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "-") || strings.ContainsAny(name, `/\:~`) ||
		strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return &NotOwnError{name}
	}
	return nil
}
