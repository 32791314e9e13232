//go:build unix && !solaris && !illumos && !netbsd && !openbsd

package stream

import "golang.org/x/sys/unix"

// roomIn returns nil while the disk of a folder has more than so many bytes left, and where that cannot be told.
func roomIn(folder string, least uint64) error {
	var disk unix.Statfs_t
	if err := unix.Statfs(folder, &disk); err != nil {
		return nil
	}
	if uint64(disk.Bavail)*uint64(disk.Bsize) <= least {
		return errFull
	}
	return nil
}
