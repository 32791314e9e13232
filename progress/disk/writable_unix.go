// Whether a file or folder can be written to, asked without writing: Unix.

//go:build unix

package disk

import (
	"io/fs"

	"golang.org/x/sys/unix"
)

func writable(path string) error {
	if err := uninterrupted(func() error { return unix.Access(path, unix.W_OK) }); err != nil {
		return &fs.PathError{Op: "access", Path: path, Err: err}
	}
	return nil
}
