package disktest

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"probity/progress/disk"
)

// Recorder records what is done below a folder. What is there when it begins is on the disk for sure.
type Recorder struct {
	t       testing.TB
	root    string
	before  map[string]string // the files, by their paths within root; "" and a slash at the end for folders
	changes []change
}

// change is a step that changed something, with what it did.
type change struct {
	Step
	at int64 // where a write begins
}

// Record begins.
func Record(t testing.TB, root string) *Recorder {
	return &Recorder{t: t, root: root, before: Tree(t, root)}
}

// Tree is what is in a folder: the files with their content, by their paths within it, and the folders, which end in a slash. Locks are left out.
func Tree(t testing.TB, root string) map[string]string {
	t.Helper()
	tree := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(root, path)
		switch {
		case err != nil || name == "." || filepath.Ext(name) == ".lock":
			return err
		case d.IsDir():
			tree[name+"/"] = ""
			return nil
		}
		text, err := os.ReadFile(path)
		tree[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// Steps are the real steps, recorded.
func (r *Recorder) Steps() *disk.Steps {
	return Watched(func(s Step, do func() (*os.File, error)) error {
		c := change{Step: s}
		if s.Name == "Write" {
			c.at = r.end(s.File)
		}
		had := disk.Exists(s.Path)
		f, err := do()
		if s.Name == "Open" {
			c.File = f
		}
		if err == nil && s.Changes() && !(s.Name == "Open" && had) {
			c.Text = bytes.Clone(s.Text)
			r.changes = append(r.changes, c)
		}
		return err
	})
}

// end is where the next write goes: nothing is written but behind what is there.
func (r *Recorder) end(f *os.File) int64 {
	info, err := f.Stat()
	if err != nil {
		r.t.Fatal(err)
	}
	if at, err := f.Seek(0, io.SeekCurrent); err != nil || at != info.Size() && at != 0 {
		r.t.Fatalf("%s is written at %d, and not at its end %d: %v", f.Name(), at, info.Size(), err)
	}
	return info.Size()
}

// Steps that were recorded, for whoever says where the power was cut.
func (r *Recorder) names() (names []string) {
	for _, c := range r.changes {
		names = append(names, c.Name+" "+filepath.Base(c.Path))
	}
	return names
}

// within is a path within root; false for one that is not.
func (r *Recorder) within(path string) (string, bool) {
	name, err := filepath.Rel(r.root, path)
	return filepath.ToSlash(name), err == nil && filepath.IsLocal(name)
}

// paths are the keys of a tree, folders before what is in them.
func paths[V any](tree map[string]V) []string {
	all := make([]string, 0, len(tree))
	for path := range tree {
		all = append(all, path)
	}
	slices.Sort(all)
	return all
}
