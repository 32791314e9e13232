// The tests of the tutor run twice: with records in a folder, and with records in memory.
package tutor

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/memory"
)

var store = flag.String("store", "", "run on one store alone: folder or memory")

// inMemory says where the records of the run are.
var inMemory bool

func TestMain(m *testing.M) {
	flag.Parse()
	for _, name := range []string{"folder", "memory"} {
		if *store != "" && *store != name {
			continue
		}
		inMemory = name == "memory"
		if code := m.Run(); code != 0 {
			fmt.Println("the records were kept in:", name)
			os.Exit(code)
		}
	}
}

// needsFiles skips a test that is about files where records are in memory.
func needsFiles(t *testing.T, about string) {
	t.Helper()
	if inMemory {
		t.Skip("it is about " + about)
	}
}

// memoryFile is one window's way to a record in memory.
type memoryFile struct {
	*memory.Store
	*memoryRecord
}

// memoryRecord is what the windows have in common.
type memoryRecord struct {
	journal *memory.Journal

	mu      sync.Mutex
	learner *progress.Learner // nil while there is no record
	beside  map[string][]byte
}

// records are the records in memory, by the folders that the tests name.
type records struct {
	mu  sync.Mutex
	all map[string]*memoryRecord
}

var memories = records{all: map[string]*memoryRecord{}}

// open returns a way to the record that stands for the one in a folder. A folder that has files in it is there for a test of files.
func (r *records) open(t *testing.T, dir string, now func() time.Time) File {
	t.Helper()
	if there, err := os.ReadDir(dir); err != nil || slices.ContainsFunc(there, func(e fs.DirEntry) bool { return e.Name() != folder.SessionFolder }) {
		needsFiles(t, "a folder that has something in it, or cannot be used")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	one := r.all[filepath.Clean(dir)]
	if one == nil {
		one = &memoryRecord{journal: memory.New(now), beside: map[string][]byte{}}
		r.all[filepath.Clean(dir)] = one
	}
	return memoryFile{one.journal.Open(journal.KindsOf(progress.Kinds()...)), one}
}

func (m memoryFile) Learner() (l progress.Learner, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.learner == nil {
		return l, false
	}
	return *m.learner, true
}

func (m memoryFile) Create(l progress.Learner) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.learner != nil {
		return fs.ErrExist
	}
	m.learner = &l
	return nil
}

func (m memoryFile) ReadOnly() (reason string, yes bool) { return "", false }

func (m memoryFile) Notices() []string { return nil }

func (m memoryFile) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if _, exists := m.Learner(); !exists {
		return nil, &file.NotSavedError{What: facts[0].Table(), Err: fs.ErrNotExist}
	}
	saved, err := m.Store.Append(ctx, after, facts...)
	if err != nil {
		return nil, &file.NotSavedError{What: facts[0].Table(), Err: err}
	}
	return saved, nil
}

func (m memoryFile) ForgetReflection(r progress.Reflection) (folder.Leftovers, error) {
	return m.strike(func(all []progress.Reflection) []progress.Reflection { return progress.Wordings(all, r) })
}

func (m memoryFile) ForgetWording(r progress.Reflection) (folder.Leftovers, error) {
	return m.strike(func(all []progress.Reflection) []progress.Reflection { return progress.EarlierWordings(all, r) })
}

// strike forgets those reflections that choose takes from all.
func (m memoryFile) strike(choose func([]progress.Reflection) []progress.Reflection) (none folder.Leftovers, err error) {
	var all []progress.Reflection
	_, err = m.Read(context.Background(), 0, func(f progress.Fact) error {
		if r, ok := f.(progress.Reflection); ok {
			all = append(all, r)
		}
		return nil
	})
	if err != nil {
		return none, err
	}
	var seqs []int64
	for _, r := range choose(all) {
		seqs = append(seqs, r.Seq)
	}
	return none, m.Store.Forget(context.Background(), seqs...)
}

func (m memoryFile) ReadBeside(name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.beside[name]), nil
}

func (m memoryFile) WriteBeside(name string, text []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.beside[name] = slices.Clone(text)
	return nil
}

func (m memoryFile) MakeBeside(name string, text []byte) (there []byte, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, is := m.beside[name]; !is {
		m.beside[name] = slices.Clone(text)
	}
	return slices.Clone(m.beside[name]), nil
}

func (m memoryFile) ListBeside(folder string) (names []string, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, name := range slices.Sorted(maps.Keys(m.beside)) {
		if path.Dir(name) == folder {
			names = append(names, path.Base(name))
		}
	}
	return names, nil
}

func (m memoryFile) RemoveBeside(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, there := m.beside[name]; !there {
		return fs.ErrNotExist
	}
	delete(m.beside, name)
	return nil
}
