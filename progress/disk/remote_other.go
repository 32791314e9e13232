//go:build unix && !linux && !darwin && !solaris && !illumos && !netbsd && !openbsd

package disk

import "golang.org/x/sys/unix"

// remote is for systems that say so.
func remote(*unix.Statfs_t) bool { return false }
