// Package hostedtest has learners' records in memory, for tests of what stands on them.
package hostedtest

import (
	"context"
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
	Away    func() error // asked at every call, of the facts too, which fails if it says why; nil while all is well
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
	r, err := hosted.Open(hosted.Options{Facts: reached{l.Facts.Open(journal.KindsOf(progress.Kinds()...)), l.Beside}, Beside: l.Beside, Now: l.Now})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// reached is a store that answers while the place beside it does.
type reached struct {
	*memory.Store
	beside *Place
}

// Read hands over facts.
func (r reached) Read(ctx context.Context, after int64, deliver func(progress.Fact) error) (int64, error) {
	if err := r.beside.away(); err != nil {
		return 0, err
	}
	return r.Store.Read(ctx, after, deliver)
}

// Append keeps facts.
func (r reached) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if err := r.beside.away(); err != nil {
		return nil, err
	}
	return r.Store.Append(ctx, after, facts...)
}

// away is why nothing answers; nil if it does.
func (p *Place) away() error {
	if p.Away == nil {
		return nil
	}
	return p.Away()
}

// Entries are the names of what stands beside the facts, in order.
func (p *Place) Entries() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Sorted(maps.Keys(p.entries))
}

// ReadBeside reads an entry; nil when there is none.
func (p *Place) ReadBeside(name string) ([]byte, error) {
	if err := p.away(); err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.entries[name]), nil
}

// WriteBeside writes an entry.
func (p *Place) WriteBeside(name string, text []byte) error {
	if err := p.away(); err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.entries[name] = slices.Clone(text)
	return nil
}

// MakeBeside writes an entry, unless there is one already.
func (p *Place) MakeBeside(name string, text []byte) ([]byte, error) {
	if err := p.away(); err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, there := p.entries[name]; !there {
		p.entries[name] = slices.Clone(text)
	}
	return slices.Clone(p.entries[name]), nil
}

// ListBeside names the entries in a folder.
func (p *Place) ListBeside(folder string) (names []string, err error) {
	for _, name := range p.Entries() {
		if path.Dir(name) == folder {
			names = append(names, path.Base(name))
		}
	}
	return names, p.away()
}

// RemoveBeside removes an entry.
func (p *Place) RemoveBeside(name string) error {
	if err := p.away(); err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, there := p.entries[name]; !there {
		return fmt.Errorf("removing %s: %w", name, fs.ErrNotExist)
	}
	delete(p.entries, name)
	return nil
}
