package hostedtest

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"slices"
	"sync"
)

// Files are a learner's own files, in memory. It remembers the names that it was asked for.
type Files struct {
	mu    sync.Mutex
	held  map[string][]byte
	asked []string
}

// NewFiles are no files yet.
func NewFiles() *Files { return &Files{held: map[string][]byte{}} }

// Asked are the names that files were opened, written or removed by.
func (f *Files) Asked() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.asked)
}

// ask notes a name, and returns what is there. The caller holds mu.
func (f *Files) ask(name string) (text []byte, there bool) {
	f.asked = append(f.asked, name)
	text, there = f.held[name]
	return text, there
}

// Open opens a file.
func (f *Files) Open(name string) (io.ReadCloser, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	text, there := f.ask(name)
	if !there {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return io.NopCloser(bytes.NewReader(text)), nil
}

// Write writes a file.
func (f *Files) Write(name string, text []byte, replace bool) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, there := f.ask(name); there && !replace {
		return &fs.PathError{Op: "write", Path: name, Err: fs.ErrExist}
	}
	f.held[name] = slices.Clone(text)
	return nil
}

// List names the files.
func (f *Files) List() ([]string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Sorted(maps.Keys(f.held)), nil
}

// Remove removes a file.
func (f *Files) Remove(name string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, there := f.ask(name); !there {
		return &fs.PathError{Op: "remove", Path: name, Err: fs.ErrNotExist}
	}
	delete(f.held, name)
	return nil
}
