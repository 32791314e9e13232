// What a host opens of its computer for a learner: nothing.

package command

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// watched is folders in which the kernel tells of whatever is opened, made, moved or removed, by whomever.
type watched struct {
	t  *testing.T
	fd int
}

func watching(t *testing.T, folders ...string) watched {
	t.Helper()
	fd, err := unix.InotifyInit1(unix.IN_NONBLOCK | unix.IN_CLOEXEC)
	if err != nil {
		t.Skipf("nothing can be watched here: %v", err)
	}
	t.Cleanup(func() { _ = unix.Close(fd) })
	for _, folder := range folders {
		const all = unix.IN_OPEN | unix.IN_CREATE | unix.IN_MODIFY | unix.IN_DELETE | unix.IN_MOVE | unix.IN_ATTRIB
		if _, err := unix.InotifyAddWatch(fd, folder, all); err != nil {
			t.Fatal(err)
		}
	}
	return watched{t, fd}
}

// touched reports whether anything happened there since it was last asked.
func (w watched) touched() bool {
	w.t.Helper()
	events := make([]byte, 64<<10)
	n, err := unix.Read(w.fd, events)
	if err != nil && err != unix.EAGAIN {
		w.t.Fatal(err)
	}
	return n > 0
}

// TestNothingOfAHostIsOpened: every flag and argument of every command is given paths that lead somewhere, and the kernel tells of none that
// is opened. The learner's own files are asked for nothing but names.
func TestNothingOfAHostIsOpened(t *testing.T) {
	if testing.Short() {
		t.Skip("one command after the other is given paths")
	}
	root := t.TempDir()
	here, home := filepath.Join(root, "here"), filepath.Join(root, "home")
	for _, dir := range []string{here, home} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{filepath.Join(root, "x"), filepath.Join(home, "x"), filepath.Join(here, "x")} {
		if err := os.WriteFile(path, []byte("root:x:0:0\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(here)
	t.Setenv("HOME", home)
	t.Setenv("PROBITY_DATA", home)
	t.Setenv("TMPDIR", root)
	paths := []string{"/etc/passwd", filepath.Join(root, "x"), "../x", "./x", "~/x", "~", "..", "/dev/zero", "/proc/self/environ", `..\x`, "here/../x", "file://" + root + "/x", "x\x00y", ""}
	all := tree(t)
	if err := os.WriteFile(filepath.Join(here, "x"), nil, 0o600); err != nil { // it is known that this is seen
		t.Fatal(err)
	}
	w := watching(t, root, here, home)
	if _, err := os.ReadFile(filepath.Join(here, "x")); err != nil || !w.touched() {
		t.Fatalf("a file that is read is not seen: %v", err)
	}
	a, tried := someoneAway(t), 0
	a.has(shared(t))
	try := func(args ...string) {
		out, wrong, _ := a.says(t, "", args...)
		tried++
		if w.touched() {
			t.Errorf("%q touches the host's files", args)
		}
		if strings.Contains(out+wrong, "root:") {
			t.Errorf("%q tells what is in the host's files: %s%s", args, out, wrong)
		}
	}
	for name, flags := range all {
		if name == "induction notes" { // which takes no path, and goes on until the session is over
			continue
		}
		command := strings.Fields(name)
		for i, path := range paths {
			try(append(command, path)...)
			try(append(command, path, path)...)
			for j, flag := range flags {
				if !slices.Contains(hostedCommands(), name) && j != i%len(flags) { // a command that is refused reads no flag: one for each path will do
					continue
				}
				args := append(command, "--"+flag+"="+path)
				if (i+j)%2 == 1 { // each flag is given half of the paths with what else a command wants, and half without
					args = append(args, "--role=doctor", "--jurisdiction=uk", "--from=2026-11-01", "x")
				}
				try(args...)
			}
		}
	}
	t.Logf("tried %d ways", tried)
	for _, asked := range a.files.Asked() {
		if asked == "" || strings.ContainsAny(asked, `/\~`+"\x00") || strings.HasPrefix(asked, ".") {
			t.Errorf("the learner's files are asked for %q", asked)
		}
	}
	if left, err := os.ReadDir(here); err != nil || len(left) != 1 {
		t.Errorf("in the folder where it runs there is %s", fmt.Sprint(left, err))
	}
}
