package disk

import "golang.org/x/sys/unix"

func remote(at *unix.Statfs_t) bool { return at.Flags&unix.MNT_LOCAL == 0 }
