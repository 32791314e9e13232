// Files that are written whole or not at all, and folders that stay.

package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// Place makes the file path, which must not exist, whole or not at all, or, with ErrUnsettled, whole: it is filled under another name first. The caller
// holds the lock, so that the other name is its own, even when a process that was killed has left one behind.
func (d *Steps) Place(path string, fill func(*os.File) error) error {
	temporary := filepath.Join(filepath.Dir(path), TemporaryName)
	if Exists(path) {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	err := d.anew(temporary, fill)
	if err == nil {
		err = d.Rename(temporary, path)
	}
	if err != nil {
		return errors.Join(err, d.Discard(temporary))
	}
	return d.kept(path, d.SyncFolder(filepath.Dir(path)))
}

// kept takes back a new file where its folder did not reach the disk.
func (d *Steps) kept(path string, err error) error {
	if err == nil {
		return nil
	}
	if still := d.Discard(path); still != nil {
		return fmt.Errorf("%w: %w", ErrUnsettled, errors.Join(err, still))
	}
	return err
}

// anew makes a file in the place of one that a process which was killed has left behind.
func (d *Steps) anew(path string, fill func(*os.File) error) error {
	if err := d.Discard(path); err != nil {
		return err
	}
	return d.fill(path, FileMode, fill)
}

// fill makes a file that is not there yet and sees its content to the disk.
func (d *Steps) fill(path string, mode fs.FileMode, fill func(*os.File) error) error {
	f, err := d.Open(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	if err = fill(f); err == nil {
		err = d.Sync(f)
	}
	if closing := d.Shut(f); err == nil {
		err = closing
	}
	return err
}

// Make makes a file that is not there yet and sees it to the disk. Unlike what Place makes it can be seen while it is filled.
func (d *Steps) Make(path string, mode fs.FileMode, text []byte) error {
	err := d.fill(path, mode, d.Text(text))
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if err == nil {
		err = d.Settle(filepath.Dir(path))
	}
	if err != nil {
		return errors.Join(err, d.Discard(path))
	}
	return nil
}

// Shut closes a file. What a signal interrupts closes it all the same, and its content has been seen to the disk by then.
func (d *Steps) Shut(f *os.File) error {
	if err := d.Close(f); !errors.Is(err, syscall.EINTR) {
		return err
	}
	return nil
}

// Try makes a small file and sees it to the disk, to find out whether that can be done. The file stays.
func (d *Steps) Try(path string) error {
	return d.anew(path, d.Text([]byte("A trial, which may be removed.\n")))
}

// ErrUnsettled is a new file that is in place and may not be any more after a power cut: its folder didn't reach the disk.
var ErrUnsettled = errors.New("the folder did not reach the disk")

// Swap fills a new file, has it checked, and puts it in the place of another in one step: whatever fails, a file is there, the
// old one or, with ErrUnsettled, the new one. A check that is nil has nothing against it. The caller holds the lock.
func (d *Steps) Swap(path string, fill func(*os.File) error, check func(path string) error) error {
	temporary := filepath.Join(filepath.Dir(path), TemporaryName)
	err := d.anew(temporary, fill)
	if err == nil && check != nil {
		err = check(temporary)
	}
	if err == nil {
		err = d.Rename(temporary, path)
	}
	if err != nil {
		return errors.Join(err, d.Discard(temporary))
	}
	if err := d.SyncFolder(filepath.Dir(path)); err != nil {
		return fmt.Errorf("%w: %w", ErrUnsettled, err)
	}
	return nil
}

// Rewrite replaces a file by a text, as Swap does.
func (d *Steps) Rewrite(path string, text []byte, check func(path string) error) error {
	return d.Swap(path, d.Text(text), check)
}

// abandoned is how old a part is that nobody is writing any more.
const abandoned = 24 * time.Hour

// Deliver makes a file where no lock is held, whole or not at all, or, with ErrUnsettled, whole: it is filled under a name that nothing has. Unless it
// may replace what is there, that is an error that wraps fs.ErrExist.
func (d *Steps) Deliver(path string, mode fs.FileMode, replace bool, fill func(io.Writer) error) error {
	rename := d.Rename
	if !replace {
		if Exists(path) { // known before it is filled
			return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
		}
		rename = d.RenameNew
	}
	part, err := d.part(path, mode, fill)
	if err != nil {
		return err
	}
	if err := rename(part, path); err != nil {
		return errors.Join(err, d.Discard(part))
	}
	err = d.Settle(filepath.Dir(path))
	if err != nil && replace {
		return fmt.Errorf("%w: %w", ErrUnsettled, err)
	}
	return d.kept(path, err)
}

// part fills a file beside path and returns its path. One that a process which was killed has left behind is removed.
func (d *Steps) part(path string, mode fs.FileMode, fill func(io.Writer) error) (part string, err error) {
	for n := 1; ; n++ {
		part = fmt.Sprintf("%s.%d.part", path, n)
		if info, err := os.Lstat(part); err == nil {
			if !info.Mode().IsRegular() || time.Since(info.ModTime()) < abandoned || d.Remove(part) != nil {
				continue
			}
		}
		err := d.fill(part, mode, func(f *os.File) error { return fill(d.writer(f)) })
		switch {
		case errors.Is(err, fs.ErrExist): // another process was first
		case errors.Is(err, fs.ErrNotExist):
			return "", err
		case err != nil:
			return "", errors.Join(err, d.Discard(part))
		default:
			return part, nil
		}
	}
}

// MakeFolders makes a folder and those above it that are missing, and sees each to the disk: what is in a folder is lost with it.
func (d *Steps) MakeFolders(path string, mode fs.FileMode) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil
	} else if err == nil {
		return &fs.PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	above := filepath.Dir(path)
	if above != path {
		if err := d.MakeFolders(above, mode); err != nil {
			return err
		}
	}
	if err := d.MakeFolder(path, mode); err != nil {
		info, there := os.Stat(path)
		if !errors.Is(err, fs.ErrExist) || there != nil || !info.IsDir() { // another process may have been first
			return err
		}
	}
	return d.Settle(above)
}

// Settle sees to the disk what was made in a folder that may be written to and not read: then that is up to the system.
func (d *Steps) Settle(folder string) error {
	if err := d.SyncFolder(folder); !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
}

// Text returns a fill that writes a text.
func (d *Steps) Text(text []byte) func(*os.File) error {
	return func(to *os.File) error { _, err := d.Write(to, text); return err }
}

// CopyFrom returns a fill that copies size bytes of a file from where it stands.
func (d *Steps) CopyFrom(f *os.File, size int64) func(*os.File) error {
	return func(to *os.File) error {
		n, err := io.Copy(d.writer(to), io.LimitReader(f, size))
		if err == nil && n < size {
			err = fmt.Errorf("copying %s: %w", f.Name(), io.ErrUnexpectedEOF)
		}
		return err
	}
}

// writer writes to a file by the step that does.
func (d *Steps) writer(f *os.File) io.Writer { return writer{d, f} }

type writer struct {
	steps *Steps
	file  *os.File
}

func (w writer) Write(text []byte) (int, error) { return w.steps.Write(w.file, text) }

// CutBack makes the file as long as it was, when a write to it has failed.
func (d *Steps) CutBack(path string, size int64) error {
	f, err := d.Open(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err = d.Truncate(f, size); err == nil {
		err = d.Sync(f)
	}
	return errors.Join(err, d.Shut(f))
}

// Discard removes a file if there is one.
func (d *Steps) Discard(path string) error {
	if err := d.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
