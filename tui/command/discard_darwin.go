package command

import (
	"os"

	"golang.org/x/sys/unix"
)

// discard drops what was written to a terminal and is not shown yet.
func discard(terminal *os.File) error {
	const output = 2 // FWRITE
	return unix.IoctlSetPointerInt(int(terminal.Fd()), unix.TIOCFLUSH, output)
}
