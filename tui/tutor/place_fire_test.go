// What is taken away under fire: the power is cut at each step, and each step fails.
package tutor

import (
	"errors"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"probity/progress/disk"
	"probity/progress/disk/disktest"
	"probity/tui/prose"
)

// takenAway are the ways in which a file that is taken away is written, in a folder with files of which one has the name already.
func takenAway() map[string]func(d Door, dir string) error {
	certificate := Holding([]byte(strings.Repeat("a certificate\n", 600))) // more than a page of the disk
	placed := func(path string, force bool) func(Door, string) error {
		return func(d Door, dir string) error {
			_, err := d.Place(filepath.Join(dir, path), "", force, certificate)
			return err
		}
	}
	return map[string]func(Door, string) error{
		"under a new name":       placed("new.pdf", false),
		"in the place of a file": placed("name.pdf", true),
		"for others": func(d Door, dir string) error {
			_, err := d.Publish(filepath.Join(dir, "handout.pdf"), "", false, certificate)
			return err
		},
		"under a name of its own": func(d Door, dir string) error {
			_, err := d.Place("", filepath.Join(dir, "name.pdf"), false, certificate)
			return err
		},
		"a folder of files": func(d Door, dir string) error {
			return d.Found(filepath.Join(dir, "pack"), map[string][]byte{"pack.toml": []byte("last"), "situations/a.toml": []byte("first")}, "pack.toml")
		},
	}
}

// withAFile is a folder with a file in it.
func withAFile(t *testing.T) string {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "name.pdf"), []byte("an earlier certificate"), disk.FileMode); err != nil {
		t.Fatal(err)
	}
	return dir
}

// whole is a tree without the parts that were being written.
func whole(tree map[string]string) map[string]string {
	left := maps.Clone(tree)
	maps.DeleteFunc(left, func(name, _ string) bool { return strings.HasSuffix(name, ".part") })
	return left
}

func TestThePowerIsCutWhileAFileIsWritten(t *testing.T) {
	for name, write := range takenAway() {
		t.Run(name, func(t *testing.T) {
			dir := withAFile(t)
			before := disktest.Tree(t, dir)
			recorder := disktest.Record(t, dir)
			if err := write(Door{Disk: recorder.Steps()}, dir); err != nil {
				t.Fatal(err)
			}
			after := disktest.Tree(t, dir)
			for _, s := range recorder.States(rand.New(rand.NewPCG(1, 1))) {
				found := whole(s.Tree)
				if s.Done && !maps.Equal(found, after) {
					t.Errorf("it was said to be written, and there is %q", found)
				}
				for name, text := range found {
					if was, there := before[name]; text != after[name] && !(there && text == was) {
						t.Errorf("%s: %s holds %.40q", s.When, name, text)
					}
				}
				if _, kept := found["name.pdf"]; !kept {
					t.Errorf("%s: what was there is gone", s.When)
				}
			}
		})
	}
}

func TestEachStepOfWritingAFileFails(t *testing.T) {
	for name, write := range takenAway() {
		t.Run(name, func(t *testing.T) {
			for _, c := range []struct {
				err  error
				said string
			}{{syscall.ENOSPC, "disk is full"}, {syscall.EROFS, "written to"}, {syscall.EIO, "input/output error"},
				{syscall.EINTR, "interrupted"}, {syscall.ENOLCK, "no locks"}, {io.ErrShortWrite, "short write"}} {
				for at, came := 0, true; came; at++ {
					f := &disktest.Fault{At: at, Err: c.err}
					dir := withAFile(t)
					before := disktest.Tree(t, dir)
					err := write(Door{Disk: f.Steps()}, dir)
					came = f.Came()
					there := disktest.Tree(t, dir)
					switch {
					case err == nil:
					case errors.Is(err, disk.ErrUnsettled):
						if !strings.Contains(prose.Sentence(err), "power cut") {
							t.Errorf("%v at %s: %s", c.err, f.Struck.Name, prose.Sentence(err))
						}
					case !strings.Contains(prose.Sentence(err), c.said) || !maps.Equal(before, there):
						t.Errorf("%v at %s: there is %q, and is said %s", c.err, f.Struck.Name, there, prose.Sentence(err))
					}
					f.Gone = true
					if err != nil {
						err = write(Door{Disk: f.Steps()}, dir)
					}
					if there := disktest.Tree(t, dir); err != nil || !maps.Equal(there, whole(there)) {
						t.Errorf("again, after %v at %s: %v, %q", c.err, f.Struck.Name, err, there)
					}
				}
			}
		})
	}
}

// TestAPartThatWasLeftIsRemoved once nobody can be writing it any more.
func TestAPartThatWasLeftIsRemoved(t *testing.T) {
	dir := withAFile(t)
	path := filepath.Join(dir, "name.pdf")
	old, fresh := path+".1.part", path+".2.part"
	for _, part := range []string{old, fresh} {
		if err := os.WriteFile(part, []byte("half"), disk.FileMode); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(old, long, long); err != nil {
		t.Fatal(err)
	}
	if _, err := (Door{}).Place(path, "", true, Holding([]byte("new"))); err != nil {
		t.Fatal(err)
	}
	if got := files(t, dir); !maps.Equal(got, map[string]string{"name.pdf": "new", "name.pdf.2.part": "half"}) {
		t.Errorf("there is %q", got)
	}
}
