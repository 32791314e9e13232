// The steps that touch the disk, in one place, so that tests can make each of them fail.

package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"probity/guidance/cause"

	"github.com/gofrs/flock"
)

// The modes of what the package makes: the record is its learner's alone.
const (
	FileMode   fs.FileMode = 0o600
	FolderMode fs.FileMode = 0o700
)

// TemporaryName is what is being written and has no name of its own yet.
const TemporaryName = "progress.new"

// Steps holds the steps.
type Steps struct {
	Open       func(name string, flag int, mode fs.FileMode) (*os.File, error)
	Write      func(f *os.File, text []byte) (int, error)
	Copy       func(to io.Writer, from io.Reader) (int64, error)
	Sync       func(f *os.File) error
	Close      func(f *os.File) error
	Truncate   func(f *os.File, size int64) error
	Rename     func(from, to string) error
	Remove     func(path string) error
	SyncFolder func(folder string) error
	Writable   func(path string) error
	Lock       func(lock *flock.Flock) (got bool, err error)
	Lstat      func(path string) (fs.FileInfo, error)
	ReadDir    func(folder string) ([]fs.DirEntry, error)
}

// Real returns the steps as the system has them.
func Real() *Steps {
	return &Steps{
		Open:       os.OpenFile,
		Write:      (*os.File).Write,
		Copy:       io.Copy,
		Sync:       (*os.File).Sync,
		Close:      (*os.File).Close,
		Truncate:   (*os.File).Truncate,
		Rename:     rename,
		Remove:     os.Remove,
		SyncFolder: syncFolder,
		Writable:   writable,
		Lock:       (*flock.Flock).TryLock,
		Lstat:      os.Lstat,
		ReadDir:    os.ReadDir,
	}
}

// Names lists a folder; nothing where there is no such folder.
func (d *Steps) Names(folder string) (names []string, err error) {
	entries, err := d.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}

// Place makes the file path, which must not exist, whole or not at all: it is filled under another name first. The caller
// holds the lock, so that the other name is its own, even when a process that was killed has left one behind.
func (d *Steps) Place(path string, fill func(*os.File) error) error {
	temporary := filepath.Join(filepath.Dir(path), TemporaryName)
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	if err := d.fill(temporary, fill); err != nil {
		return errors.Join(err, Discard(temporary))
	}
	if err := d.Rename(temporary, path); err != nil {
		return errors.Join(err, Discard(temporary))
	}
	if err := d.SyncFolder(filepath.Dir(path)); err != nil {
		return errors.Join(err, Discard(path))
	}
	return nil
}

// fill makes a file and sees its content to the disk.
func (d *Steps) fill(path string, fill func(*os.File) error) error {
	if err := Discard(path); err != nil {
		return err
	}
	f, err := d.Open(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, FileMode)
	if err != nil {
		return err
	}
	if err = fill(f); err == nil {
		err = d.Sync(f)
	}
	if closing := d.Close(f); err == nil {
		err = closing
	}
	return err
}

// Try makes a small file and sees it to the disk, to find out whether that can be done. The file stays.
func (d *Steps) Try(path string) error {
	return d.fill(path, func(f *os.File) error { _, err := d.Write(f, []byte("A trial, which may be removed.\n")); return err })
}

// ErrUnsettled is a new file that is in place and may not be any more after a power cut: its folder didn't reach the disk.
var ErrUnsettled = errors.New("the folder did not reach the disk")

// Swap fills a new file, has it checked, and puts it in the place of another in one step: whatever fails, a file is there, the
// old one or, with errUnsettled, the new one. The caller holds the lock.
func (d *Steps) Swap(path string, fill func(*os.File) error, check func(path string) error) error {
	temporary := filepath.Join(filepath.Dir(path), TemporaryName)
	err := d.fill(temporary, fill)
	if err == nil {
		err = check(temporary)
	}
	if err == nil {
		err = d.Rename(temporary, path)
	}
	if err != nil {
		return errors.Join(err, Discard(temporary))
	}
	if err := d.SyncFolder(filepath.Dir(path)); err != nil {
		return fmt.Errorf("%w: %w", ErrUnsettled, err)
	}
	return nil
}

// Rewrite replaces a file by a text, as swap does.
func (d *Steps) Rewrite(path string, text []byte, check func(path string) error) error {
	return d.Swap(path, func(f *os.File) error { _, err := d.Write(f, text); return err }, check)
}

// CopyFrom returns a fill for place that copies size bytes of a file from where it stands.
func (d *Steps) CopyFrom(f *os.File, size int64) func(*os.File) error {
	return func(to *os.File) error {
		n, err := d.Copy(to, io.LimitReader(f, size))
		if err == nil && n < size {
			err = fmt.Errorf("copying %s: %w", f.Name(), io.ErrUnexpectedEOF)
		}
		return err
	}
}

// CutBack makes the file as long as it was, when a write to it has failed.
func (d *Steps) CutBack(path string, size int64) error {
	f, err := d.Open(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err = d.Truncate(f, size); err == nil {
		err = d.Sync(f)
	}
	return errors.Join(err, f.Close())
}

// Discard removes a file if there is one.
func Discard(path string) error {
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

// LacksLocks reports whether the file system has no locks, as some network drives don't.
func LacksLocks(err error) bool {
	return cause.Is(err, syscall.ENOLCK, syscall.ENOTSUP, syscall.EOPNOTSUPP, syscall.ENOSYS)
}
