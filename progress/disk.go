// The steps that touch the disk, in one place, so that tests can make each of them fail.

package progress

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/gofrs/flock"
)

// The modes of what the package makes: the record is its learner's alone.
const (
	fileMode   fs.FileMode = 0o600
	folderMode fs.FileMode = 0o700
)

// temporaryName is what is being written and has no name of its own yet.
const temporaryName = "progress.new"

// disk holds the steps.
type disk struct {
	open       func(name string, flag int, mode fs.FileMode) (*os.File, error)
	write      func(f *os.File, text []byte) (int, error)
	copy       func(to io.Writer, from io.Reader) (int64, error)
	sync       func(f *os.File) error
	close      func(f *os.File) error
	truncate   func(f *os.File, size int64) error
	rename     func(from, to string) error
	remove     func(path string) error
	syncFolder func(folder string) error
	writable   func(path string) error
	lock       func(lock *flock.Flock) (got bool, err error)
	lstat      func(path string) (fs.FileInfo, error)
	readDir    func(folder string) ([]fs.DirEntry, error)
}

func realDisk() *disk {
	return &disk{
		open:       os.OpenFile,
		write:      (*os.File).Write,
		copy:       io.Copy,
		sync:       (*os.File).Sync,
		close:      (*os.File).Close,
		truncate:   (*os.File).Truncate,
		rename:     rename,
		remove:     os.Remove,
		syncFolder: syncFolder,
		writable:   writable,
		lock:       (*flock.Flock).TryLock,
		lstat:      os.Lstat,
		readDir:    os.ReadDir,
	}
}

// names lists a folder; nothing where there is no such folder.
func (d *disk) names(folder string) (names []string, err error) {
	entries, err := d.readDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}

// place makes the file path, which must not exist, whole or not at all: it is filled under another name first. The caller
// holds the lock, so that the other name is its own, even when a process that was killed has left one behind.
func (d *disk) place(path string, fill func(*os.File) error) error {
	temporary := filepath.Join(filepath.Dir(path), temporaryName)
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	if err := d.fill(temporary, fill); err != nil {
		return errors.Join(err, discard(temporary))
	}
	if err := d.rename(temporary, path); err != nil {
		return errors.Join(err, discard(temporary))
	}
	if err := d.syncFolder(filepath.Dir(path)); err != nil {
		return errors.Join(err, discard(path))
	}
	return nil
}

// fill makes a file and sees its content to the disk.
func (d *disk) fill(path string, fill func(*os.File) error) error {
	if err := discard(path); err != nil {
		return err
	}
	f, err := d.open(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	if err = fill(f); err == nil {
		err = d.sync(f)
	}
	if closing := d.close(f); err == nil {
		err = closing
	}
	return err
}

// errUnsettled is a new file that is in place and may not be any more after a power cut: its folder didn't reach the disk.
var errUnsettled = errors.New("the folder did not reach the disk")

// swap fills a new file, has it checked, and puts it in the place of another in one step: whatever fails, a file is there, the
// old one or, with errUnsettled, the new one. The caller holds the lock.
func (d *disk) swap(path string, fill func(*os.File) error, check func(path string) error) error {
	temporary := filepath.Join(filepath.Dir(path), temporaryName)
	err := d.fill(temporary, fill)
	if err == nil {
		err = check(temporary)
	}
	if err == nil {
		err = d.rename(temporary, path)
	}
	if err != nil {
		return errors.Join(err, discard(temporary))
	}
	if err := d.syncFolder(filepath.Dir(path)); err != nil {
		return fmt.Errorf("%w: %w", errUnsettled, err)
	}
	return nil
}

// rewrite replaces a file by a text, as swap does.
func (d *disk) rewrite(path string, text []byte, check func(path string) error) error {
	return d.swap(path, func(f *os.File) error { _, err := d.write(f, text); return err }, check)
}

// copyFrom returns a fill for place that copies size bytes of a file from where it stands.
func (d *disk) copyFrom(f *os.File, size int64) func(*os.File) error {
	return func(to *os.File) error {
		n, err := d.copy(to, io.LimitReader(f, size))
		if err == nil && n < size {
			err = fmt.Errorf("copying %s: %w", f.Name(), io.ErrUnexpectedEOF)
		}
		return err
	}
}

// cutBack makes the file as long as it was, when a write to it has failed.
func (d *disk) cutBack(path string, size int64) error {
	f, err := d.open(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err = d.truncate(f, size); err == nil {
		err = d.sync(f)
	}
	return errors.Join(err, f.Close())
}

// discard removes a file if there is one.
func discard(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// syncFolder sees to the disk what was made or renamed in a folder. Windows has no such step.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// resolve follows symbolic links to a file that need not exist.
func resolve(path string) string {
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

// nearest returns the path or the closest above it that exists: a folder, or a file that stands where there should be one.
func nearest(path string) string {
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

// leadsNowhere reports whether a path is a symbolic link to nothing.
func leadsNowhere(path string) bool {
	_, err := os.Readlink(path)
	_, there := os.Stat(path)
	return err == nil && errors.Is(there, fs.ErrNotExist)
}

// exists reports whether something is at a path, be it a link to nothing.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// isPrivate reports whether the file system took the mode on: Windows and some shares don't, and are not worth a notice.
func isPrivate(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&0o077 == 0
}

// lacksLocks reports whether the file system has no locks, as some network drives don't.
func lacksLocks(err error) bool {
	for _, lacking := range []error{syscall.ENOLCK, syscall.ENOTSUP, syscall.EOPNOTSUPP, syscall.ENOSYS} {
		if errors.Is(err, lacking) {
			return true
		}
	}
	return false
}
