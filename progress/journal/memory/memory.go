// Package memory keeps facts in memory, for tests of what stands on a journal.
package memory

import (
	"context"
	"io/fs"
	"slices"
	"sync"
	"time"

	"probity/progress"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// Journal is the facts that stores have in common.
type Journal struct {
	now func() time.Time

	mu      sync.Mutex // held for what follows
	life    int        // how often everything was erased
	rewrote int        // how often facts were forgotten
	facts   []progress.Fact
	changes int                    // how often the facts changed
	changed map[chan struct{}]bool // of those who watch
}

// New returns a journal without facts, whose clock is now.
func New(now func() time.Time) *Journal {
	return &Journal{now: now, changed: map[chan struct{}]bool{}}
}

// Store is a way to the facts of a journal.
type Store struct {
	journal *Journal
	kinds   journal.Kinds
	life    int // of the journal, when the store was made
	rewrote int // of the journal, when the store was made or last read
	seen    int // how many changes of the journal are known to the store
}

// Open returns a store that knows some kinds of facts.
func (j *Journal) Open(kinds journal.Kinds) *Store {
	j.mu.Lock()
	defer j.mu.Unlock()
	return &Store{journal: j, kinds: kinds, life: j.life, rewrote: j.rewrote}
}

// last is the number of the last fact. The caller holds mu.
func (j *Journal) last() int64 {
	if len(j.facts) == 0 {
		return 0
	}
	return progress.Seq(j.facts[len(j.facts)-1])
}

// tell tells those who watch. The caller holds mu.
func (j *Journal) tell() {
	j.changes++
	for changed := range j.changed {
		select {
		case changed <- struct{}{}:
		default: // one is not taken yet
		}
	}
}

// Read hands over the facts that were there when it began.
func (s *Store) Read(ctx context.Context, after int64, deliver func(progress.Fact) error) (last int64, err error) {
	s.journal.mu.Lock()
	facts, last := slices.Clone(s.journal.facts), s.journal.last()
	s.rewrote, s.seen = s.journal.rewrote, s.journal.changes
	s.journal.mu.Unlock()
	for _, fact := range facts {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if _, known := s.kinds[fact.Table()]; !known || progress.Seq(fact) <= after {
			continue
		}
		if err := deliver(fact); err != nil {
			return 0, err
		}
	}
	return last, nil
}

// Append keeps facts as they would be read from a file.
func (s *Store) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if err := ctx.Err(); err != nil || len(facts) == 0 {
		return nil, err
	}
	j := s.journal
	j.mu.Lock()
	defer j.mu.Unlock()
	switch {
	case s.life != j.life:
		return nil, fs.ErrNotExist
	case after != journal.Any && after != j.last():
		return nil, journal.ErrConflict
	}
	if s.rewrote != j.rewrote {
		if err := journal.Rewritten(after, facts); err != nil {
			return nil, err
		}
	}
	_, saved, err := tables.EncodeAll(s.kinds, facts, j.last(), j.now())
	if err != nil {
		return nil, err
	}
	j.facts = append(j.facts, saved...)
	known := s.seen == j.changes
	if j.tell(); known {
		s.seen = j.changes
	}
	return slices.Clone(saved), nil
}

// Forget removes facts by their numbers.
func (s *Store) Forget(ctx context.Context, seqs ...int64) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.journal.mu.Lock()
	defer s.journal.mu.Unlock()
	s.journal.facts = slices.DeleteFunc(slices.Clone(s.journal.facts), func(f progress.Fact) bool {
		return slices.Contains(seqs, progress.Seq(f))
	})
	s.journal.rewrote++
	s.journal.tell()
	return nil
}

// Erase removes all facts.
func (s *Store) Erase(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.journal.mu.Lock()
	defer s.journal.mu.Unlock()
	s.journal.facts = nil
	s.journal.life++
	s.journal.tell()
	return nil
}

// Watch tells of every change until ctx ends.
func (s *Store) Watch(ctx context.Context) <-chan struct{} {
	j, changed := s.journal, make(chan struct{}, 1)
	j.mu.Lock()
	defer j.mu.Unlock()
	j.changed[changed] = true
	context.AfterFunc(ctx, func() {
		j.mu.Lock()
		defer j.mu.Unlock()
		delete(j.changed, changed)
		close(changed)
	})
	return changed
}

// Behind reports whether the facts changed since this store read or saved them last.
func (s *Store) Behind() bool {
	s.journal.mu.Lock()
	defer s.journal.mu.Unlock()
	return s.life == s.journal.life && s.seen != s.journal.changes
}
