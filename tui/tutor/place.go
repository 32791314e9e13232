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
	case errors.Is(e.Err, disk.ErrUnsettled):
		return fmt.Sprintf("The file %s is in %s, but it may not be after a power cut: the disk did not take on that it is there. Look again then.", filepath.Base(e.Path), folder)
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

func (d Door) place(path, name string, force bool, mode fs.FileMode, fill func(io.Writer) error) (string, error) {
	if err := nameable(path); err != nil {
		return "", err
	}
	if path == "" {
		path, err := d.placeNumbered(name, mode, fill)
		var fault *NotWrittenError
		if errors.As(err, &fault) {
			fault.Named = false
		}
		return path, err
	}
	if info, err := os.Stat(path); force && err == nil && !info.Mode().IsRegular() {
		return "", existing(path)
	}
	err := d.deliver(path, mode, force, fill)
	if errors.Is(err, fs.ErrExist) {
		return "", existing(path)
	}
	if err != nil {
		return "", err
	}
	return path, nil
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

// placeNumbered writes a file under its name, or under that with a number where there is one already.
func (d Door) placeNumbered(name string, mode fs.FileMode, fill func(io.Writer) error) (string, error) {
	for n := 1; ; n++ {
		path := numbered(name, n)
		err := d.deliver(path, mode, false, fill)
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

// deliver writes a file, whole or not at all. Unless one may be replaced, the error wraps fs.ErrExist if there is one.
func (d Door) deliver(path string, mode fs.FileMode, replaces bool, fill func(io.Writer) error) error {
	err := d.steps().Deliver(path, mode, replaces, fill)
	folder := filepath.Dir(path)
	var renaming *os.LinkError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist) && !isThere(folder):
		return fmt.Errorf("writing the file: there is no folder %s for %s; make it, or name another", folder, path)
	case replaces && errors.As(err, &renaming) && (errors.Is(err, fs.ErrPermission) || cause.Is(err, syscall.EBUSY)): // the folder took a new file: it is this one that is held
		err = &heldError{path, err}
	}
	return &NotWrittenError{path, true, err}
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
