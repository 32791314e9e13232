package prose

import (
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"syscall"
	"testing"
)

// notAFolder is a file where a folder should be. To Windows a folder that is not there is ENOTDIR, and this another number.
func notAFolder() syscall.Errno {
	if runtime.GOOS == "windows" {
		return syscall.Errno(267)
	}
	return syscall.ENOTDIR
}

func TestWhatTheSystemSaysIsWorded(t *testing.T) {
	for cause, want := range map[error]string{
		syscall.ENOENT:       "writing the file: there is no new/a.pdf; check the name and the folder",
		syscall.EACCES:       "writing the file: new/a.pdf may not be used; check that it and its folder belong to you",
		syscall.EISDIR:       "writing the file: new/a.pdf is a folder, and a file is meant",
		notAFolder():         "writing the file: a part of new/a.pdf is a file, and a folder is meant",
		syscall.ENOSPC:       "writing the file: the disk is full",
		syscall.EROFS:        "writing the file: new/a.pdf is on a disk that cannot be written to",
		syscall.ENAMETOOLONG: "writing the file: the name of a file is too long",
		syscall.EINVAL:       "writing the file: new/a.pdf is no name that a file can have here; choose another",
		syscall.EBUSY:        "writing the file: new/a.pdf is open in another program, or mounted by itself; close it there, or mount its folder",
		fs.ErrExist:          "writing the file: there is a new/a.pdf already",
		syscall.EIO:          "writing the file: new/a.pdf could not be used (input/output error)",
	} {
		if got := Worded(fmt.Errorf("writing the file: %w", &fs.PathError{Op: "open", Path: "new/a.pdf", Err: cause})); got != want {
			t.Errorf("%v: %q", cause, got)
		}
		if got := Worded(fmt.Errorf("writing the file: %w", &os.LinkError{Op: "rename", Old: "b", New: "new/a.pdf", Err: cause})); got != want {
			t.Errorf("renaming, %v: %q", cause, got)
		}
	}
}
