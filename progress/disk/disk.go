// The steps that touch the disk, in one place, so that tests can make each of them fail.

package disk

import (
	"errors"

	"io/fs"
	"os"

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

// Page is how much a system keeps together: of what is written between two syncs, one page may be on the disk and not the one before it.
const Page = 4 << 10

// TemporaryName is what is being written and has no name of its own yet.
const TemporaryName = "progress.new"

// Steps holds the steps.
type Steps struct {
	Open       func(name string, flag int, mode fs.FileMode) (*os.File, error)
	Write      func(f *os.File, text []byte) (int, error)
	Sync       func(f *os.File) error
	Close      func(f *os.File) error
	Truncate   func(f *os.File, size int64) error
	Rename     func(from, to string) error // in the place of what is there
	RenameNew  func(from, to string) error // unless something is there
	Remove     func(path string) error
	MakeFolder func(path string, mode fs.FileMode) error
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
		Sync:       (*os.File).Sync,
		Close:      (*os.File).Close,
		Truncate:   (*os.File).Truncate,
		Rename:     rename,
		RenameNew:  renameNew,
		Remove:     os.Remove,
		MakeFolder: os.Mkdir,
		SyncFolder: syncFolder,
		Writable:   writable,
		Lock:       tryLock,
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

// syncFolder sees to the disk what was made or renamed in a folder. Windows has no such step.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	err = f.Sync()
	if cause.Is(err, syscall.EINVAL, syscall.ENOTSUP) { // a file system that has no such step
		err = nil
	}
	return errors.Join(err, f.Close())
}

// tryLock takes a lock whose file is one on a disk, or is not there yet. With a pipe in its place it would wait for who is at the other end.
func tryLock(lock *flock.Flock) (got bool, err error) {
	if info, err := os.Stat(lock.Path()); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return false, &fs.PathError{Op: "lock", Path: lock.Path(), Err: ErrNoFile}
	}
	return lock.TryLock()
}

// LacksLocks reports whether the file system has no locks, as some network drives don't.
func LacksLocks(err error) bool {
	return cause.Is(err, syscall.ENOLCK, syscall.ENOTSUP, syscall.EOPNOTSUPP, syscall.ENOSYS)
}
