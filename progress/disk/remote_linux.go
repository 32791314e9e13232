package disk

import (
	"slices"

	"golang.org/x/sys/unix"
)

// remote goes by the kinds of file system that statfs(2) lists for disks of other computers. cifs and smb2 are not in the list of constants of
// every version of the system.
func remote(at *unix.Statfs_t) bool {
	const cifs, smb2, ninep, fuse = 0xFF534D42, 0xFE534D42, unix.V9FS_MAGIC, unix.FUSE_SUPER_MAGIC
	return slices.Contains([]uint32{unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.AFS_SUPER_MAGIC, unix.CODA_SUPER_MAGIC, cifs, smb2, ninep, fuse}, uint32(at.Type))
}
