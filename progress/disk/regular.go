// Reading files of which nobody knows what they are.

package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// ErrNoFile is the cause where a device or a pipe stands in the place of a file.
var ErrNoFile = errors.New("it is not a file on a disk")

// OpenRegular opens a file to be read. What is no file on a disk is refused: a device or a pipe might never end, or never begin.
func OpenRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: syscall.EISDIR}
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNoFile}
	}
	return os.Open(path)
}

// ReadRegular reads a file that OpenRegular opens.
func ReadRegular(path string) ([]byte, error) {
	f, err := OpenRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}
