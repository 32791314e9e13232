//go:build !windows

package command

// startedByIcon reports that no desktop here gives a program a window that closes with it.
func startedByIcon() bool { return false }
