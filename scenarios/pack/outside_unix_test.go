//go:build unix

package pack

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestFault19APipeIsRefused: reading one would wait for ever for somebody to write.
func TestFault19APipeIsRefused(t *testing.T) {
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pack.toml", "guidance/pipe.toml", "scenarios/nights/pipe.toml", "scenarios/nights/notes"} {
		dir := write(t, house)
		if name == "pack.toml" {
			files := map[string]string{"guidance/house.toml": house["guidance/house.toml"]}
			dir = write(t, files)
		}
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Skip("no pipes here:", err)
		}
		refused := make(chan error, 1)
		go func() {
			_, err := LoadDir(dir, base)
			refused <- err
		}()
		select {
		case err := <-refused:
			if err == nil || !strings.Contains(err.Error(), name+": is a link or a device: put the file itself there") {
				t.Errorf("%s as a pipe: %v", name, err)
			}
		case <-time.After(5 * time.Second):
			t.Fatalf("%s is waited for", name)
		}
	}
}
