package disk

import "golang.org/x/sys/unix"

// renameExclusive renames in one step, unless something has the name.
func renameExclusive(from, to string) error {
	return uninterrupted(func() error { return unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE) })
}
