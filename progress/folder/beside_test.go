package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"probity/progress/disk"
)

// TestBesideNeedsNoRecord holds that copies of documents can be kept, listed and removed before there is a record, for their
// owner's eyes only.
func TestBesideNeedsNoRecord(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	r := must(Open(options(dir)))(t)
	if names := must(r.ListBeside(DocumentFolder))(t); names != nil {
		t.Errorf("before anything is kept there is %q", names)
	}
	for _, name := range []string{"one.toml", "two.toml", "two.toml"} {
		check(t, r.WriteBeside(DocumentFolder+"/"+name, []byte(name)))
	}
	check(t, os.Mkdir(filepath.Join(dir, DocumentFolder, "folder"), disk.FolderMode))
	if names := must(r.ListBeside(DocumentFolder))(t); !slices.Equal(names, []string{"one.toml", "two.toml"}) {
		t.Errorf("there is %q", names)
	}
	if info := must(os.Stat(filepath.Join(dir, DocumentFolder, "one.toml")))(t); info.Mode().Perm() != disk.FileMode {
		t.Errorf("the mode is %v", info.Mode())
	}
	check(t, r.RemoveBeside(DocumentFolder+"/one.toml"))
	if text := must(r.ReadBeside(DocumentFolder + "/one.toml"))(t); text != nil {
		t.Errorf("after removal it reads %q", text)
	}
	if err := r.RemoveBeside(DocumentFolder + "/one.toml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("removing what is not there: %v", err)
	}
	if _, exists := r.Learner(); exists {
		t.Error("a record was made")
	}
}

// TestTwoWindowsMakeOneFile: each has what the first one made, and a key that has signed something is never replaced.
func TestTwoWindowsMakeOneFile(t *testing.T) {
	dir := created(t).dir
	var made sync.Map
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			r, err := Open(options(dir))
			if err == nil {
				var there []byte
				there, err = r.MakeBeside(SigningKey, fmt.Append(nil, i))
				made.Store(string(there), true)
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	n := 0
	made.Range(func(any, any) bool { n++; return true })
	same(t, "different keys", n, 1)
}
