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
// have either file open for a moment.
func rename(from, to string) error {
	for end := time.Now().Add(renameWait); ; time.Sleep(renameRetry) {
		err := os.Rename(from, to)
		held := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
		if !held || time.Now().After(end) {
			return err
		}
	}
}
