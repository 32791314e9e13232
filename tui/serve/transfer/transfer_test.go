package transfer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/pkg/sftp"
)

// client is the other end of a folder.
func client(t *testing.T, files Files) *sftp.Client {
	t.Helper()
	here, there := net.Pipe()
	served := make(chan error, 1)
	go func() { served <- Serve(context.Background(), there, files) }()
	c, err := sftp.NewClientPipe(here, here)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		here.Close()
		c.Close()
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return c
}

func put(c *sftp.Client, name string, data []byte) error {
	f, err := c.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

func get(t *testing.T, c *sftp.Client, name string) string {
	t.Helper()
	f, err := c.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFilesComeAndGo(t *testing.T) {
	folder := NewMemory(time.Now)
	c := client(t, folder)
	if err := put(c, "plan.toml", []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := put(c, "/plan.toml", []byte("two")); err != nil {
		t.Fatal(err)
	}
	if got := get(t, c, "plan.toml"); got != "two" {
		t.Errorf("%q", got)
	}
	if err := c.Rename("plan.toml", "friday.toml"); err != nil {
		t.Error(err)
	}
	if err := c.Chmod("friday.toml", 0o777); err != nil {
		t.Error(err)
	}
	there, err := c.ReadDir(".")
	if err != nil || len(there) != 1 || there[0].Name() != "friday.toml" || there[0].Size() != 3 || there[0].Mode() != 0o600 {
		t.Errorf("%v, %v", there, err)
	}
	if info, err := c.Stat("/"); err != nil || !info.IsDir() {
		t.Errorf("%v, %v", info, err)
	}
	if err := c.Remove("friday.toml"); err != nil {
		t.Error(err)
	}
	if _, err := c.Stat("friday.toml"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestTheFolderIsFlatAndHasNoWayOut(t *testing.T) {
	folder := NewMemory(time.Now)
	c := client(t, folder)
	for _, name := range []string{"/etc/passwd", "a/b", ".ssh", "..", "x\x1b[2Jy", "a\nb", `a\b`, strings.Repeat("x", LongestName+1), "\xff"} {
		if err := put(c, name, []byte("x")); err == nil {
			t.Errorf("%q is taken", name)
		}
		if f, err := c.Open(name); err == nil {
			t.Errorf("%q is given", name)
			f.Close()
		}
	}
	if err := put(c, "../../inside", []byte("x")); err != nil {
		t.Error(err) // the root is its own parent
	}
	for what, err := range map[string]error{"a folder": c.Mkdir("more"), "a symbolic link": c.Symlink("/etc/passwd", "link"), "a link": c.Link("inside", "link")} {
		if err == nil {
			t.Errorf("%s is made", what)
		}
	}
	if there, err := folder.List(context.Background()); err != nil || len(there) != 1 || there[0].Name != "inside" {
		t.Errorf("%v, %v", there, err)
	}
}

func TestTheFolderIsSmall(t *testing.T) {
	folder := NewMemory(time.Now)
	c := client(t, folder)
	for i := range MostFiles {
		if err := put(c, fmt.Sprint("file", i), []byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if err := put(c, "one more", []byte("x")); err == nil {
		t.Error("one more than the most is kept")
	}
	if err := put(c, "file0", []byte("another")); err != nil {
		t.Errorf("what was there cannot be replaced: %v", err)
	}
	f, err := c.Create("file0")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt([]byte("x"), LargestFile); err == nil {
		t.Error("a larger file is taken")
	}
	if err := f.Close(); err == nil {
		t.Error("a larger file is kept")
	}
	if got := get(t, c, "file0"); got != "another" {
		t.Errorf("what was there is %q", got)
	}
	for range mostOpen {
		if _, err := c.Create("file1"); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.Create("file1"); err == nil {
		t.Error("one more is written than can be at once")
	}
}

// unlisted is a folder that counts how often it is listed.
type unlisted struct {
	*Memory
	listed int
}

func (u *unlisted) List(ctx context.Context) ([]File, error) {
	u.listed++
	return u.Memory.List(ctx)
}

// To list a folder may be to read half a gigabyte, and clients ask of each file by itself.
func TestWhatIsDoneWithOneFileLeavesTheOthersAlone(t *testing.T) {
	folder := &unlisted{Memory: NewMemory(time.Now)}
	c := client(t, folder)
	if err := put(c, "plan.toml", []byte("one")); err != nil {
		t.Fatal(err)
	}
	if info, err := c.Stat("plan.toml"); err != nil || info.Size() != 3 {
		t.Errorf("its size: %v, %v", info, err)
	}
	if _, err := c.Stat("other.toml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("one that is not there: %v", err)
	}
	if err := errors.Join(c.Rename("plan.toml", "monday.toml"), c.Remove("monday.toml")); err != nil {
		t.Error(err)
	}
	if folder.listed != 0 {
		t.Errorf("the folder was listed %d times", folder.listed)
	}
}

func TestAFileThatDoesNotComeWholeIsNotKept(t *testing.T) {
	folder := NewMemory(time.Now)
	here, there := net.Pipe()
	served := make(chan error, 1)
	go func() { served <- Serve(context.Background(), there, folder) }()
	c, err := sftp.NewClientPipe(here, here)
	if err != nil {
		t.Fatal(err)
	}
	f, err := c.Create("half")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte("half of")); err != nil {
		t.Fatal(err)
	}
	here.Close()
	<-served
	if files, err := folder.List(context.Background()); err != nil || len(files) != 0 {
		t.Errorf("%v, %v", files, err)
	}
}

// TestFewFilesAreReadAtOnce, since each is in memory as long as it is open.
func TestFewFilesAreReadAtOnce(t *testing.T) {
	c := client(t, NewMemory(time.Now))
	if err := put(c, "file", []byte("x")); err != nil {
		t.Fatal(err)
	}
	for range 2 { // what is closed counts no longer
		var open []*sftp.File
		for range mostOpen {
			f, err := c.Open("file")
			if err != nil {
				t.Fatal(err)
			}
			open = append(open, f)
		}
		if _, err := c.Open("file"); err == nil {
			t.Error("one more is read than can be at once")
		}
		for _, f := range open {
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestAFileIsGoneOnWith where the client says so, as sftp's reput does, and is begun anew only where it says that.
func TestAFileIsGoneOnWith(t *testing.T) {
	c := client(t, NewMemory(time.Now))
	if err := put(c, "file", []byte("one, ")); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"file": "one, two", "new": "\x00\x00\x00\x00\x00two"} {
		f, err := c.OpenFile(name, os.O_WRONLY|os.O_CREATE)
		if err != nil {
			t.Fatal(err)
		}
		_, err = f.WriteAt([]byte("two"), 5)
		if err = errors.Join(err, f.Close()); err != nil {
			t.Error(err)
		}
		if got := get(t, c, name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	if _, err := c.OpenFile("file", os.O_WRONLY|os.O_CREATE|os.O_EXCL); err == nil {
		t.Error("what is there already is made")
	}
	if _, err := c.OpenFile("missing", os.O_WRONLY); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there is written: %v", err)
	}
}
