// Paths: where they lead, and what is there.

package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Resolve follows symbolic links to a file that need not exist.
func Resolve(path string) string {
	for range 40 { // as many as Linux follows
		target, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(path), target)
		}
		path = target
	}
	return path
}

// Nearest returns the path or the closest above it that exists: a folder, or a file that stands where there should be one.
func Nearest(path string) string {
	for {
		_, err := os.Stat(path)
		above := filepath.Dir(path)
		absent := errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
		if !absent || above == path {
			return path
		}
		path = above
	}
}

// LeadsNowhere reports whether a path is a symbolic link to nothing.
func LeadsNowhere(path string) bool {
	_, err := os.Readlink(path)
	_, there := os.Stat(path)
	return err == nil && errors.Is(there, fs.ErrNotExist)
}

// Exists reports whether something is at a path, be it a link to nothing.
func Exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// IsPrivate reports whether the file system took the mode on: Windows and some shares don't, and are not worth a notice.
func IsPrivate(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&0o077 == 0
}
