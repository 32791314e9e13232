package disk

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// VolumeOf looks at the disk of a folder that exists.
func VolumeOf(folder string) (v Volume, err error) {
	path, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return v, err
	}
	if err := windows.GetDiskFreeSpaceEx(path, &v.Free, nil, nil); err != nil {
		return v, err
	}
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(folder) + `\`)
	v.Remote = err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
	return v, nil
}
