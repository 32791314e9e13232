package tutor

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// ExistsError says that an export would replace a file.
type ExistsError struct{ Path string }

// Error names the file.
func (e *ExistsError) Error() string {
	return "writing " + e.Path + ": there is a file of that name already"
}

// Message says it to a clinician.
func (e *ExistsError) Message() string {
	return fmt.Sprintf("There is a file %s already. Choose another name, or say that it may be replaced.", e.Path)
}

// Holding fills a file with what is there already.
func Holding(file []byte) func(io.Writer) error {
	return func(w io.Writer) error { _, err := w.Write(file); return err }
}

// Place writes a file that the learner takes away: under the path given, else under a name of its own where the program runs,
// numbered if need be. A file that is there is replaced only by force, and then whole or not at all. It returns the path.
func Place(path, name string, force bool, fill func(io.Writer) error) (string, error) {
	switch {
	case path == "":
		return placeNumbered(name, fill)
	case force:
		return replace(path, fill)
	}
	err := create(path, fill)
	if errors.Is(err, os.ErrExist) {
		return "", &ExistsError{path}
	}
	return path, err
}

// replace writes a file beside its path, under a name that nothing has, and puts it there when it is whole.
func replace(path string, fill func(io.Writer) error) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.part")
	if err != nil {
		return "", fmt.Errorf("writing the file: %w", err)
	}
	if err := filled(f, fill); err != nil {
		return "", err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return "", fmt.Errorf("writing the file: %w", errors.Join(err, os.Remove(f.Name())))
	}
	return path, nil
}

// placeNumbered writes a file under its name, or under that with a number where there is one already.
func placeNumbered(name string, fill func(io.Writer) error) (string, error) {
	ext := filepath.Ext(name)
	path := name
	for n := 2; ; n++ {
		err := create(path, fill)
		if !errors.Is(err, os.ErrExist) {
			return path, err
		}
		path = fmt.Sprintf("%s-%d%s", name[:len(name)-len(ext)], n, ext)
	}
}

// create writes a new file, for its owner's eyes, whole or not at all.
func create(path string, fill func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("writing the file: %w", err)
	}
	return filled(f, fill)
}

// filled fills and closes a new file; one that cannot be filled is removed.
func filled(f *os.File, fill func(io.Writer) error) error {
	if err := errors.Join(fill(f), f.Close()); err != nil {
		return fmt.Errorf("writing the file: %w", errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}
