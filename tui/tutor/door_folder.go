package tutor

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"probity/guidance/text"
)

// Vacant reports, as an error in words, why a folder of files cannot be begun at a path: there is something in it, or it is no folder.
func (d Door) Vacant(dir string) error {
	if d.Own != nil {
		return &NotOwnError{dir}
	}
	if err := nameable(dir); err != nil {
		return err
	}
	there, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil && isThere(dir) && !isFolder(dir):
		return fmt.Errorf("%s is a file: name a folder, one that is empty or not there yet", dir)
	case err != nil:
		return fmt.Errorf("looking into the folder %s: %w", dir, err)
	case len(there) > 0:
		return fmt.Errorf("there is something in the folder %s already, such as %s: name one that is empty or not there yet", dir, text.Line(there[0].Name()))
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// Found writes files, by their names with strokes, into a folder that is empty or not there yet: all of them or none. Who may read them is as
// the user's umask says. The last file is written when the others are whole, so that a folder without it was never finished.
func (d Door) Found(dir string, files map[string][]byte, last string) (err error) {
	if err := d.Vacant(dir); err != nil {
		return err
	}
	dir = filepath.Clean(dir)
	f := founding{door: d, dir: dir}
	defer func() {
		if err != nil {
			err = errors.Join(err, f.undo())
		}
	}()
	names := slices.SortedFunc(maps.Keys(files), func(x, y string) int {
		switch {
		case x == last:
			return 1
		case y == last:
			return -1
		}
		return cmp.Compare(x, y)
	})
	if err := f.folder(dir); err != nil {
		return err
	}
	for _, name := range names {
		if err := f.file(filepath.FromSlash(name), files[name]); err != nil {
			return err
		}
	}
	return nil
}

// founding is a folder in the making, and what was made so far, in order.
type founding struct {
	door Door
	dir  string
	made []string
}

// folder makes a folder with those above it, unless it is there.
func (f *founding) folder(path string) error {
	if isFolder(path) {
		return nil
	}
	if above := filepath.Dir(path); above != path {
		if err := f.folder(above); err != nil {
			return err
		}
	}
	steps := f.door.steps()
	err := steps.MakeFolder(path, 0o777)
	if errors.Is(err, fs.ErrExist) { // as a link is that leads nowhere
		return fmt.Errorf("making the folder %s: there is something of that name, which is no folder", path)
	}
	if err != nil {
		return fmt.Errorf("making the folder %s: %w", path, err)
	}
	f.made = append(f.made, path)
	if err := steps.Settle(filepath.Dir(path)); err != nil {
		return fmt.Errorf("making the folder %s: %w", path, err)
	}
	return nil
}

// file writes a file.
func (f *founding) file(name string, content []byte) error {
	path := filepath.Join(f.dir, name)
	if err := f.folder(filepath.Dir(path)); err != nil {
		return err
	}
	if err := f.door.deliver(path, shared, false, Holding(content)); err != nil {
		return err
	}
	f.made = append(f.made, path)
	return nil
}

// undo takes away what was made, the last first.
func (f *founding) undo() error {
	var errs []error
	for _, path := range slices.Backward(f.made) {
		errs = append(errs, f.door.steps().Remove(path))
	}
	return errors.Join(errs...)
}
