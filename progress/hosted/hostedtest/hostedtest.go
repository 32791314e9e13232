// Package hostedtest has learners' records in memory, for tests of what stands on them.
package hostedtest

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sync"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/hosted"
	"probity/progress/journal"
	"probity/progress/journal/memory"
)

// Place is what stands beside the facts of one learner.
type Place struct {
	mu      sync.Mutex
	entries map[string][]byte
	Broken  error // what every call returns; nil while all is well
}

// Learner is one learner of a host, with what is kept for them.
type Learner struct {
	Facts  *memory.Journal
	Beside *Place
	Now    func() time.Time
}

// New is a learner of whom nothing is kept yet.
func New(now func() time.Time) *Learner {
	return &Learner{Facts: memory.New(now), Beside: &Place{entries: map[string][]byte{}}, Now: now}
}

// Open is the learner's record, as a session of theirs opens it.
func (l *Learner) Open(t testing.TB) *hosted.Record {
	t.Helper()
	r, err := hosted.Open(hosted.Options{Facts: l.Facts.Open(journal.KindsOf(progress.Kinds()...)), Beside: l.Beside, Now: l.Now})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Entries are the names of what stands beside the facts, in order.
func (p *Place) Entries() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Sorted(maps.Keys(p.entries))
}

// ReadBeside reads an entry; nil when there is none.
func (p *Place) ReadBeside(name string) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.entries[name]), p.Broken
}

// WriteBeside writes an entry.
func (p *Place) WriteBeside(name string, text []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.Broken == nil {
		p.entries[name] = slices.Clone(text)
	}
	return p.Broken
}

// MakeBeside writes an entry, unless there is one already.
func (p *Place) MakeBeside(name string, text []byte) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, there := p.entries[name]; !there && p.Broken == nil {
		p.entries[name] = slices.Clone(text)
	}
	return slices.Clone(p.entries[name]), p.Broken
}

// ListBeside names the entries in a folder.
func (p *Place) ListBeside(folder string) (names []string, err error) {
	for _, name := range p.Entries() {
		if path.Dir(name) == folder {
			names = append(names, path.Base(name))
		}
	}
	return names, p.Broken
}

// RemoveBeside removes an entry.
func (p *Place) RemoveBeside(name string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, there := p.entries[name]; !there {
		return fmt.Errorf("removing %s: %w", name, fs.ErrNotExist)
	}
	if p.Broken == nil {
		delete(p.entries, name)
	}
	return p.Broken
}
