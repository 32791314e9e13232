//go:build unix

package tutor

import (
	"os"
	"syscall"
	"testing"
)

// What is for a room can be read as the umask says; what is the learner's own, by nobody else.
func TestWhoMayReadWhatIsTakenAway(t *testing.T) {
	for umask, want := range map[int]os.FileMode{0o022: 0o644, 0o002: 0o664, 0o077: 0o600} {
		t.Chdir(t.TempDir())
		before := syscall.Umask(umask)
		defer syscall.Umask(before)
		for name, put := range map[string]func(path string) (string, error){
			"own.txt":           func(path string) (string, error) { return (Door{}).Place(path, "", false, Holding(nil)) },
			"own, replaced.txt": func(path string) (string, error) { return (Door{}).Place(path, "", true, Holding(nil)) },
			"own, numbered.txt": func(path string) (string, error) { return (Door{}).Place("", path, false, Holding(nil)) },
		} {
			mode(t, name, put, 0o600)
		}
		for name, put := range map[string]func(path string) (string, error){
			"room.txt":           func(path string) (string, error) { return (Door{}).Publish(path, "", false, Holding(nil)) },
			"room, replaced.txt": func(path string) (string, error) { return (Door{}).Publish(path, "", true, Holding(nil)) },
			"room, numbered.txt": func(path string) (string, error) { return (Door{}).Publish("", path, false, Holding(nil)) },
		} {
			mode(t, name, put, want)
		}
		syscall.Umask(before)
	}
}

func mode(t *testing.T, name string, put func(path string) (string, error), want os.FileMode) {
	t.Helper()
	path, err := put(name)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
		t.Errorf("%s: %v, %v, not %v", name, info.Mode(), err, want)
	}
}
