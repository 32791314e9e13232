package disk

import (
	"os"
	"testing"
)

// TestTheDiskOfAFolderIsLookedAt, as every system tells it.
func TestTheDiskOfAFolderIsLookedAt(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if v, err := VolumeOf(here); err != nil || v.Free == 0 {
		t.Errorf("%d bytes are free, %v", v.Free, err)
	}
}
