package command

import "golang.org/x/sys/unix"

// systemName is the name and version of the system.
func systemName() string {
	if version, err := unix.Sysctl("kern.osproductversion"); err == nil {
		return "macOS " + version
	}
	return "macOS"
}
