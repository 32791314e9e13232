package disk

import (
	"testing"

	"golang.org/x/sys/unix"
)

// TestADiskOfAnotherComputerIsKnown: macOS marks those that are its own.
func TestADiskOfAnotherComputerIsKnown(t *testing.T) {
	if remote(&unix.Statfs_t{Flags: unix.MNT_LOCAL | unix.MNT_JOURNALED}) {
		t.Error("its own disk is another's")
	}
	if !remote(&unix.Statfs_t{Flags: unix.MNT_NOSUID}) {
		t.Error("a share is its own disk")
	}
}
