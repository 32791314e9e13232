//go:build unix && !solaris && !illumos && !netbsd && !openbsd

package disk

import "golang.org/x/sys/unix"

// VolumeOf looks at the disk of a folder that exists.
func VolumeOf(folder string) (Volume, error) {
	var at unix.Statfs_t
	if err := uninterrupted(func() error { return unix.Statfs(folder, &at) }); err != nil {
		return Volume{}, err
	}
	return Volume{Free: uint64(max(at.Bavail, 0)) * uint64(at.Bsize), Remote: remote(&at)}, nil
}
