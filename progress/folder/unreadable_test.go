// What the computer does not let be read is no empty record, and disks that have no locks, or fail, are said for what they are.

package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
)

// unreadables are data folders in which a record may be, and cannot be read.
var unreadables = map[string]struct {
	lay   func(t *testing.T, dir string)
	words string
}{
	"a folder in its place":        {func(t *testing.T, dir string) { check(t, os.MkdirAll(filepath.Join(dir, fileName), disk.FolderMode)) }, "not a file"},
	"a link that goes in a circle": {func(t *testing.T, dir string) { leads(t, fileName, filepath.Join(dir, fileName)) }, "its link"},
	"a link to a disk that is gone": {func(t *testing.T, dir string) {
		leads(t, filepath.Join(dir, "stick", fileName), filepath.Join(dir, fileName))
	}, "Connect the disk"},
	"a data folder on a disk that is gone": {func(t *testing.T, dir string) {
		check(t, os.Remove(dir))
		leads(t, dir+"-stick", dir)
	}, "Connect the disk"},
}

func leads(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Skip(err)
	}
}

func TestWhatCannotBeReadIsNotAnEmptyRecord(t *testing.T) {
	for name, c := range unreadables {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			check(t, os.Mkdir(dir, disk.FolderMode))
			c.lay(t, dir)
			r, err := Open(options(dir))
			cannotBeRead(t, err, "Your record in", c.words, "--data")
			if _, exists := r.Learner(); exists {
				t.Error("a learner is known")
			}
		})
	}
}

// cannotBeRead checks what a clinician is told.
func cannotBeRead(t *testing.T, err error, words ...string) {
	t.Helper()
	var e *file.UnreadableError
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want an UnreadableError", err)
	}
	for _, word := range words {
		if !strings.Contains(e.Message(), word) {
			t.Errorf("the message lacks %q: %s", word, e.Message())
		}
	}
}

func TestADiskThatFailsWhileReadingIsSaid(t *testing.T) {
	for cause, words := range map[error]string{
		syscall.EIO: "the disk reported an error", syscall.EACCES: "you may not read it", errInjected: "the computer reported “injected”",
	} {
		r := created(t, answer(0))
		r.disk.Open = func(name string, _ int, _ fs.FileMode) (*os.File, error) {
			return nil, &fs.PathError{Op: "open", Path: name, Err: cause}
		}
		if cause == errInjected {
			r.disk.Open = func(string, int, fs.FileMode) (*os.File, error) { return nil, cause }
		}
		cannotBeRead(t, r.look(), words)
	}
}

func TestWhySavingFailedIsSaid(t *testing.T) {
	for cause, words := range map[error]string{
		syscall.EROFS: "can be read and not written to", syscall.EIO: "the disk reported an error", syscall.ENOSPC: "the disk is full", syscall.EACCES: "may not write there",
	} {
		r := created(t)
		r.disk.Lock = func(*flock.Flock) (bool, error) {
			return false, &fs.PathError{Op: "open", Path: file.LockName, Err: cause}
		}
		_, err := r.Append(t.Context(), journal.Any, answer(0))
		notSaved(t, err, words)
	}
}

// A save is not failed by a signal that comes while the lock is taken.
func TestASignalWhileTheLockIsTakenFailsNoSave(t *testing.T) {
	r, times := created(t), 0
	r.disk.Lock = func(l *flock.Flock) (bool, error) {
		if times++; times < 3 {
			return false, syscall.EINTR
		}
		return l.TryLock()
	}
	must(r.Append(t.Context(), journal.Any, answer(0)))(t)
	same(t, "answers", seqs(t, r), []int64{1})
}

// On a disk without locks answers are kept, and it is said once, with what to do.
func TestFault48ADiskWithoutLocks(t *testing.T) {
	for _, cause := range []error{syscall.ENOLCK, syscall.EOPNOTSUPP, syscall.ENOTSUP, syscall.ENOSYS} {
		r := must(Open(options(t.TempDir())))(t)
		r.disk.Lock = func(*flock.Flock) (bool, error) { return false, cause }
		check(t, r.Create(doctor))
		for i := range 3 {
			must(r.Append(t.Context(), journal.Any, answer(i)))(t)
		}
		same(t, "answers", seqs(t, r), []int64{1, 2, 3})
		told := r.Notices()
		if len(told) != 1 || !strings.Contains(told[0], "has no locks") || !strings.Contains(told[0], "--data") {
			t.Errorf("told %q", told)
		}
	}
}

func TestASessionOnADiskWithoutLocks(t *testing.T) {
	s := newSession(options(t.TempDir()), "s")
	times := 0
	s.disk.Lock = func(*flock.Flock) (bool, error) {
		if times++; times == 1 {
			return false, syscall.EINTR
		}
		return false, syscall.ENOLCK
	}
	check(t, s.Append(t.Context(), journal.Any, everyFact()...))
	same(t, "told once", len(s.Notices()), 1)
}

func TestFilesBesideTheRecordThatCannotBeRead(t *testing.T) {
	r := created(t, answer(0))
	for name, called := range map[string]string{CertificateDraft: "draft", SigningKey: "signing key", DocumentFolder + "/x.toml": "copy of a document"} {
		check(t, os.MkdirAll(filepath.Join(r.dir, filepath.FromSlash(name)), disk.FolderMode))
		_, err := r.ReadBeside(name)
		cannotBeRead(t, err, "Your "+called+" in")
	}
	check(t, os.MkdirAll(filepath.Join(r.dir, SessionFolder, "s.toml"), disk.FolderMode))
	_, err := SessionsIn(options(r.dir)).Read("s")
	cannotBeRead(t, err, "Your session in")

	r.now = at(noon.Add(24 * time.Hour))
	check(t, os.Mkdir(filepath.Join(r.backupFolder(), "progress-2026-11-23.toml"), disk.FolderMode))
	backups := must(r.Backups())(t)
	same(t, "whole", backups[0].Whole, false)
	cannotBeRead(t, backups[0].Unread, "Your backup in")
}
