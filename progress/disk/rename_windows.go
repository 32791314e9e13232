// Renaming where a file that somebody has open can't be replaced.

package disk

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// How long to wait for somebody to close a file, and how often to look.
const (
	renameWait  = 2 * time.Second
	renameRetry = 10 * time.Millisecond
)

// rename is os.Rename with patience: another window that reads, a virus scanner or a program that keeps folders in step may
// have either file open for a moment. Where one stays open, the error says so: Windows may call it a lack of rights.
func rename(from, to string) error {
	for end := time.Now().Add(renameWait); ; time.Sleep(renameRetry) {
		err := os.Rename(from, to)
		held := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
		switch {
		case !held:
			return err
		case !time.Now().After(end):
		case isOpen(from) || isOpen(to):
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: windows.ERROR_SHARING_VIOLATION}
		default:
			return err
		}
	}
}

// isOpen reports whether a program has a file open in a way that keeps it where it is.
func isOpen(path string) bool {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return false
	}
	file, err := windows.CreateFile(name, windows.DELETE, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE, nil, windows.OPEN_EXISTING, 0, 0)
	if err == nil {
		_ = windows.CloseHandle(file)
	}
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION)
}
