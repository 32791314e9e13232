package disk

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/windows"

	"probity/guidance/cause"
)

// TestAFileThatIsOpenElsewhereIsNotReplaced, and that is what is said; once it is closed, it is.
func TestAFileThatIsOpenElsewhereIsNotReplaced(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "new"), filepath.Join(dir, "progress.toml")
	for _, path := range []string{from, to} {
		if err := os.WriteFile(path, []byte(filepath.Base(path)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	name, err := windows.UTF16PtrFromString(to)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere, err := windows.CreateFile(name, windows.GENERIC_READ, windows.FILE_SHARE_READ, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := rename(from, to); !cause.Is(err, syscall.EBUSY) {
		t.Errorf("while it is open: %v", err)
	}
	if err := windows.CloseHandle(elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := rename(from, to); err != nil {
		t.Error(err)
	}
	if text, _ := os.ReadFile(to); string(text) != "new" {
		t.Errorf("it holds %q", text)
	}
}
