package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// renameNew gives a file a name that nothing has. Where that cannot be done in one step, it is looked before.
func renameNew(from, to string) error {
	err := renameExclusive(from, to)
	switch {
	case err == nil:
		return nil
	case !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, syscall.EINVAL):
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	case Exists(to):
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: fs.ErrExist}
	}
	return rename(from, to)
}
