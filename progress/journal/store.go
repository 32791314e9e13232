// Package journal is what facts are kept in, whatever keeps them: facts in order, numbered from 1, appended after the last one that the
// writer knows of.
package journal

import (
	"context"
	"errors"
	"slices"

	"probity/progress"
)

// Store keeps facts. Several stores, in one process or in many, may be ways to the same facts; whatever one saves, the others read.
// The methods may be called from several goroutines at once.
type Store interface {
	// Read hands over the facts with numbers above after, in the order in which they were appended, and ends early with the error
	// that deliver returns. It returns the number of the last fact that there is, 0 for none. That one may be of a kind that the
	// reader does not know; such a fact is not handed over.
	Read(ctx context.Context, after int64, deliver func(progress.Fact) error) (last int64, err error)

	// Append saves facts, all or none, and returns them as they will be read: numbered, with the time (the fact's own, else now) in
	// UTC and whole seconds, and with text that is not UTF-8 replaced. When it returns, they are kept.
	//
	// after is the number of the last fact that the writer knows of, 0 for none, or Any. If the last fact is another one, nothing is
	// saved and the error wraps ErrConflict. So it is if the last fact has that number since another was forgotten or replaced.
	Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error)

	// Forget removes facts for good, by their numbers. What has none of these numbers keeps its own.
	Forget(ctx context.Context, seqs ...int64) error

	// Erase removes everything for good. Nothing can be appended afterwards through a store that knew what was there.
	Erase(ctx context.Context) error

	// Watch returns a channel that has a value after the facts may have changed, one for several changes if they are not waited for.
	// It is closed when ctx ends. Watch first and read then: so nothing is missed.
	Watch(ctx context.Context) <-chan struct{}

	// Behind reports whether there are facts that this store has neither read nor saved, or some of those are gone: what a change is that
	// Watch told of, which may be the store's own. It is false where that cannot be told, and where everything was erased.
	Behind() bool
}

// History reads and folds all facts of a store.
func History(s Store) (*progress.History, error) {
	h := progress.NewHistory()
	last, err := s.Read(context.Background(), 0, func(f progress.Fact) error { h.Apply(f); return nil })
	if err != nil {
		return nil, err
	}
	h.Reach(last)
	return h, nil
}

// Any is the number to append after for a program that has to leave: its facts go after whatever is there.
const Any int64 = -1

// ErrConflict is the cause when the last fact that a writer knows of is not the last one that there is. Nothing was saved. Read
// what is new, then append again.
var ErrConflict = errors.New("another window saved something in between")

// ErrRenumbered is an ErrConflict in which numbers that are known already may mean other facts now: another window rewrote the
// facts, as merging and forgetting do. Read all of them, find the fact that was meant (see Same), then append again.
var ErrRenumbered = renumberedError{}

type renumberedError struct{}

func (renumberedError) Error() string { return "the record was put together anew by another window" }

// Is reports whether the target is ErrConflict, of which this is one.
func (renumberedError) Is(target error) bool { return target == ErrConflict }

// Rewritten is why facts cannot be appended by a store that does not know the facts as they were rewritten: ErrRenumbered if one of
// these names another by its number, else ErrConflict, else, after Any, nothing.
func Rewritten(after int64, facts []progress.Fact) error {
	switch {
	case slices.ContainsFunc(facts, NamesAnother):
		return ErrRenumbered
	case after != Any:
		return ErrConflict
	}
	return nil
}

// NamesAnother reports whether a fact names another one by its number.
func NamesAnother(fact progress.Fact) bool {
	to, _ := progress.LinkOf(fact)
	return to.Seq != 0
}
