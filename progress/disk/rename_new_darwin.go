package disk

import "golang.org/x/sys/unix"

// renameExclusive renames in one step, unless something has the name.
func renameExclusive(from, to string) error {
	return uninterrupted(func() error { return unix.RenamexNp(from, to, unix.RENAME_EXCL) })
}
