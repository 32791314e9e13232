package stream

import "probity/progress/disk"

// roomIn returns nil while the disk of a folder has more than so many bytes left, and where that cannot be told.
func roomIn(folder string, least uint64) error {
	if v, err := disk.VolumeOf(folder); err == nil && v.Free <= least {
		return errFull
	}
	return nil
}
