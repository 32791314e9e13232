package tutor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/windows"

	"probity/tui/prose"
)

// TestAFileThatAViewerShowsIsNotReplaced: a viewer lets others read what it has open, and nobody remove it. Nothing is left beside it.
func TestAFileThatAViewerShowsIsNotReplaced(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(path, []byte("first"), 0o600); err != nil {
		t.Fatal(err)
	}
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	viewer, err := windows.CreateFile(name, windows.GENERIC_READ, windows.FILE_SHARE_READ, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = (Door{}).Place(path, "", true, Holding([]byte("second")))
	if err == nil || !strings.Contains(prose.Sentence(err), "another program may have it open") {
		t.Errorf("it says %v", err)
	}
	if err := windows.CloseHandle(viewer); err != nil {
		t.Fatal(err)
	}
	if got := files(t, dir); len(got) != 1 || got["a.pdf"] != "first" {
		t.Errorf("there are %v", got)
	}
	if _, err := (Door{}).Place(path, "", true, Holding([]byte("second"))); err != nil || files(t, dir)["a.pdf"] != "second" {
		t.Errorf("once it is closed: %v", err)
	}
}

// TestADeviceTakesNoCertificate: what is written to it is gone.
func TestADeviceTakesNoCertificate(t *testing.T) {
	for _, force := range []bool{false, true} {
		if path, err := (Door{}).Place(filepath.Join(t.TempDir(), "nul"), "", force, Holding([]byte("text"))); err == nil {
			t.Errorf("by force %v: written to %s", force, path)
		}
	}
}
