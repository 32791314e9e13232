package transfer

import (
	"bytes"
	"context"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"
)

// Memory is a folder in memory, for tests.
type Memory struct {
	now func() time.Time

	mu    sync.Mutex // held for what follows
	files map[string]kept
}

// kept is a file of a folder in memory.
type kept struct {
	data     []byte
	modified time.Time
}

// NewMemory returns a folder with nothing in it.
func NewMemory(now func() time.Time) *Memory { return &Memory{now: now, files: map[string]kept{}} }

// List returns what files there are, by name.
func (m *Memory) List(context.Context) ([]File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var there []File
	for name, f := range m.files {
		there = append(there, File{Name: name, Size: int64(len(f.data)), Modified: f.modified})
	}
	slices.SortFunc(there, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return there, nil
}

// Stat says what is known of a file.
func (m *Memory) Stat(_ context.Context, name string) (File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f, ok := m.files[name]
	if !ok {
		return File{}, fs.ErrNotExist
	}
	return File{Name: name, Size: int64(len(f.data)), Modified: f.modified}, nil
}

// Read returns what is in a file.
func (m *Memory) Read(_ context.Context, name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f, ok := m.files[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return bytes.Clone(f.data), nil
}

// Write keeps a file, if there is room for it.
func (m *Memory) Write(_ context.Context, name string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, known := m.files[name]; !known && len(m.files) >= MostFiles {
		return ErrFull
	}
	m.files[name] = kept{bytes.Clone(data), m.now()}
	return nil
}

// Remove removes a file.
func (m *Memory) Remove(_ context.Context, name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.files[name]; !ok {
		return fs.ErrNotExist
	}
	delete(m.files, name)
	return nil
}
