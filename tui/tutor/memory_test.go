// The tests of the tutor run twice: with records in a folder, and with records as a host keeps them, in memory.
package tutor

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"probity/progress/folder"
	"probity/progress/hosted/hostedtest"
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

// records are the records on a host, by the folders that the tests name.
type records struct {
	mu  sync.Mutex
	all map[string]*hostedtest.Learner
}

var memories = records{all: map[string]*hostedtest.Learner{}}

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
		one = hostedtest.New(now)
		r.all[filepath.Clean(dir)] = one
	}
	return one.Open(t)
}
