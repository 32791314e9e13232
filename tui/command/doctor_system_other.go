//go:build !linux && !darwin && !windows

package command

// systemName is for systems that say it in a way of their own; which one it is stands with the program.
func systemName() string { return "" }
