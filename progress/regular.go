// Reading files of which nobody knows what they are.

package progress

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// ErrNoFile is the cause where a device or a pipe stands in the place of a file.
var ErrNoFile = errors.New("it is not a file on a disk")

// OpenFile opens a file to be read. What is no file on a disk is refused: a device or a pipe might never end, or never begin.
func OpenFile(path string) (*os.File, error) {
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

// readFile reads a file that OpenFile opens.
func readFile(path string) ([]byte, error) {
	f, err := OpenFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}
