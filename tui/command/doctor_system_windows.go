package command

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// systemName is the name and version of the system.
func systemName() string {
	v := windows.RtlGetVersion()
	return fmt.Sprintf("Windows %d.%d, build %d", v.MajorVersion, v.MinorVersion, v.BuildNumber)
}
