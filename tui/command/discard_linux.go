package command

import (
	"os"

	"golang.org/x/sys/unix"
)

// discard drops what was written to a terminal and is not shown yet.
func discard(terminal *os.File) error {
	return unix.IoctlSetInt(int(terminal.Fd()), unix.TCFLSH, unix.TCOFLUSH)
}
