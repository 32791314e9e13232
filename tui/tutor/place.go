package tutor

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"probity/guidance/cause"
	"probity/progress/disk"
)

// ExistsError says that an export would replace a file.
type ExistsError struct{ Path string }

// Error names the file.
func (e *ExistsError) Error() string {
	return "writing " + e.Path + ": there is a file of that name already"
}

// Message says it to a clinician.
func (e *ExistsError) Message() string {
	return fmt.Sprintf("There is a file %s already. Choose another name, or replace it with --force.", e.Path)
}

// NotWrittenError says that a file could not be written in a folder.
type NotWrittenError struct {
	Path  string
	Named bool // by the learner; else it goes where the program runs
	Err   error
}

// Error names the file.
func (e *NotWrittenError) Error() string { return fmt.Sprintf("writing the file: %v", e.Err) }

// Unwrap returns the cause.
func (e *NotWrittenError) Unwrap() error { return e.Err }

// heldError says that a file that is there could not be replaced, though its folder may be written to: on Windows a program that shows a file
// keeps it.
type heldError struct {
	Path string
	Err  error
}

// Error names the file.
func (e *heldError) Error() string { return fmt.Sprintf("replacing %s: %v", e.Path, e.Err) }

// Unwrap returns the cause.
func (e *heldError) Unwrap() error { return e.Err }

// Message says it to a clinician, with a way on.
func (e *NotWrittenError) Message() string {
	folder := filepath.Dir(e.Path)
	if whole, err := filepath.Abs(folder); err == nil {
		folder = whole
	} else if folder == "." {
		folder = "the folder that Probity runs in"
	}
	way := "Start Probity in a folder of your own, and try again."
	if e.Named {
		way = "Name a file in a folder of your own."
	}
	why := ""
	switch {
	case errors.As(e.Err, new(*heldError)):
		return fmt.Sprintf("The file %s in %s could not be replaced: another program may have it open, or it is protected. Close it there, or name another file.", filepath.Base(e.Path), folder)
	case cause.Is(e.Err, syscall.EROFS):
		why = "that disk can be read and not written to. " + way
	case errors.Is(e.Err, fs.ErrPermission):
		why = "you may not write there. " + way
	case errors.Is(e.Err, fs.ErrNotExist):
		why = "that folder is not there any more. " + way
	case cause.Is(e.Err, syscall.ENOSPC, syscall.EDQUOT):
		why = "the disk is full. Free some space, and try again."
	default:
		return e.Error()
	}
	return fmt.Sprintf("The file %s could not be written in %s: %s", filepath.Base(e.Path), folder, why)
}

// Holding fills a file with what is there already.
func Holding(file []byte) func(io.Writer) error {
	return func(w io.Writer) error { _, err := w.Write(file); return err }
}

// The modes of files that are taken away.
const (
	personal fs.FileMode = 0o600 // the learner's own: for nobody else's eyes
	shared   fs.FileMode = 0o666 // for a room: as the user's umask has it
)

func place(path, name string, force bool, mode fs.FileMode, fill func(io.Writer) error) (string, error) {
	if err := nameable(path); err != nil {
		return "", err
	}
	switch {
	case path == "":
		path, err := placeNumbered(name, mode, fill)
		var fault *NotWrittenError
		if errors.As(err, &fault) {
			fault.Named = false
		}
		return path, err
	case force:
		return replace(path, mode, fill)
	}
	err := create(path, mode, fill)
	if errors.Is(err, fs.ErrExist) {
		return "", existing(path)
	}
	return path, err
}

// existing says what is in the way of a new file.
func existing(path string) error {
	switch info, err := os.Stat(path); {
	case err != nil || info.Mode().IsRegular():
		return &ExistsError{path}
	case info.IsDir():
		return fmt.Errorf("writing the file: %s is a folder; name a file in it", path)
	}
	return fmt.Errorf("writing the file: %s is a device or a pipe, not a file; name another", path)
}

// replace writes a file beside its path, under a name that nothing has, and puts it there when it is whole.
func replace(path string, mode fs.FileMode, fill func(io.Writer) error) (string, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return "", existing(path)
	}
	part := ""
	err := fs.ErrExist
	for n := 1; errors.Is(err, fs.ErrExist); n++ {
		part = fmt.Sprintf("%s.%d.part", path, n)
		err = create(part, mode, fill)
	}
	if err != nil {
		return "", err
	}
	err = disk.Real().Rename(part, path)
	if errors.Is(err, fs.ErrPermission) || cause.Is(err, syscall.EBUSY) { // the folder took a new file: it is this one that is held
		err = &heldError{path, err}
	}
	if err != nil {
		return "", &NotWrittenError{path, true, errors.Join(err, os.Remove(part))}
	}
	return path, nil
}

// placeNumbered writes a file under its name, or under that with a number where there is one already.
func placeNumbered(name string, mode fs.FileMode, fill func(io.Writer) error) (string, error) {
	for n := 1; ; n++ {
		path := numbered(name, n)
		err := create(path, mode, fill)
		if !errors.Is(err, fs.ErrExist) {
			return path, err
		}
	}
}

// numbered is a name, from the second on with a number.
func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s-%d%s", name[:len(name)-len(ext)], n, ext)
}

// create writes a new file, whole or not at all.
func create(path string, mode fs.FileMode, fill func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if folder := filepath.Dir(path); errors.Is(err, fs.ErrNotExist) && !isThere(folder) {
		return fmt.Errorf("writing the file: there is no folder %s for %s; make it, or name another", folder, path)
	}
	if err != nil {
		return &NotWrittenError{path, true, err}
	}
	if err := errors.Join(fill(f), f.Close()); err != nil {
		return &NotWrittenError{path, true, errors.Join(err, os.Remove(path))}
	}
	return nil
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
