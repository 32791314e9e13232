//go:build !windows

package disk

import "os"

// rename is os.Rename: what is open stays open under its old content.
func rename(from, to string) error { return os.Rename(from, to) }
