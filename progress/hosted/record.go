// Package hosted is a learner's record where it is no folder: its facts are in any store, and what stands beside them in any place. It has
// the rules of package folder, and opens no file.
package hosted

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"syscall"
	"time"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// Options say what a record is kept in.
type Options struct {
	Facts  journal.Store // of one learner, and of the kinds of progress.Kinds
	Beside folder.Beside // of the same learner
	Now    func() time.Time
}

// Record is one learner's record. Its methods may be called from several goroutines at once.
type Record struct {
	facts  journal.Store
	beside folder.Beside
	now    func() time.Time

	mu     sync.Mutex // held for what follows
	whose  *progress.Learner
	locked string // why nothing can be saved; "" if it can
}

// learnerName is the entry beside the facts that says whom they are about. It is written as the beginning of a record's file is.
const learnerName = "learner.toml"

// Open looks whom the record is about, and finishes a merge that was broken off. Without a record there is a Record all the same, for
// Create. The error is *UnreachedError where what keeps the record does not answer.
func Open(o Options) (*Record, error) {
	r, err := found(o)
	if err != nil {
		return nil, err
	}
	if _, newer := r.ReadOnly(); newer {
		return r, nil
	}
	return r, r.finishMerge(context.Background())
}

// Look is Open for somebody who only reads: nothing is finished, and nothing can be saved. The error says so where a newer Probity has written.
func Look(o Options) (*Record, error) {
	r, err := found(o)
	if err != nil {
		return nil, err
	}
	if why, newer := r.ReadOnly(); newer {
		return nil, file.ReadOnly(why)
	}
	r.locked = "The record is only looked at."
	return r, nil
}

// found is a record as it is found, with whom it is about.
func found(o Options) (*Record, error) {
	r := &Record{facts: o.Facts, beside: o.Beside, now: o.Now}
	text, err := r.beside.ReadBeside(learnerName)
	if err != nil {
		return nil, &UnreachedError{err}
	}
	if text == nil {
		return r, nil
	}
	return r, r.know(text)
}

// know takes whom the record is about from its entry.
func (r *Record) know(text []byte) error {
	head, err := tables.DecodeHead(kinds(), text)
	if err != nil {
		return fmt.Errorf("reading whom the record is about: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.whose = &head.Learner
	if head.Schema > tables.Schema {
		r.locked = file.SentenceNewer(head.Schema)
	}
	return nil
}

func kinds() journal.Kinds { return journal.KindsOf(progress.Kinds()...) }

// UnreachedError says that what keeps the record did not answer. Nothing was changed, for all that is known, and the same can be asked again.
type UnreachedError struct{ Err error }

// Error names the cause.
func (e *UnreachedError) Error() string {
	return fmt.Sprintf("asking what keeps the record: %v", e.Err)
}

// Unwrap returns the cause.
func (e *UnreachedError) Unwrap() error { return e.Err }

// Happened says it as the end of a sentence: as the cause does, if that knows more.
func (e *UnreachedError) Happened() string {
	var known file.Elsewhere
	switch {
	case errors.As(e.Err, &known):
		return known.Happened()
	case errors.Is(e.Err, syscall.ENOSPC):
		return "the server has no room left. What was saved before is safe. Tell whoever runs it"
	}
	return "the server could not be asked for your record. What was saved before is safe. Wait a moment"
}

// Message says it to a clinician.
func (e *UnreachedError) Message() string {
	var known file.Elsewhere
	switch {
	case errors.As(e.Err, &known):
		return "Your record cannot be had: " + known.Happened() + ", then try again."
	case errors.Is(e.Err, syscall.ENOSPC):
		return "The server that keeps your record has no room left. What was saved is safe. Tell whoever runs it, then try again."
	}
	return "Your record cannot be had: the server that keeps it does not answer. What was saved is safe. Wait a moment, then try again."
}

// unreached is an error of a store, as one that the caller can word; nil and what a writer acts upon stay as they are.
func unreached(err error) error {
	if err == nil || errors.Is(err, journal.ErrConflict) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrExist) ||
		errors.Is(err, tables.ErrTooLong) || errors.Is(err, context.Canceled) || errors.As(err, new(*UnreachedError)) {
		return err
	}
	return &UnreachedError{err}
}

// Learner is whom the record is about; ok is false while there is none.
func (r *Record) Learner() (l progress.Learner, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.whose == nil {
		return l, false
	}
	return *r.whose, true
}

// Create makes the record. The error wraps fs.ErrExist if another window was first.
func (r *Record) Create(l progress.Learner) error {
	text := tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: l})
	there, err := r.beside.MakeBeside(learnerName, text)
	if err != nil {
		return notSaved("record", err)
	}
	if err := r.know(there); err != nil {
		return err
	}
	if !bytes.Equal(there, text) {
		return &file.NotSavedError{What: "record", Err: fs.ErrExist}
	}
	return nil
}

func notSaved(what string, err error) error {
	if err == nil || errors.As(err, new(*file.NotSavedError)) {
		return err
	}
	return &file.NotSavedError{What: what, Err: unreached(err)}
}

// ReadOnly reports whether nothing can be saved, and why, in a sentence.
func (r *Record) ReadOnly() (reason string, yes bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.locked, r.locked != ""
}

// Notices are what there is to say once: nothing, where no disk is the learner's own.
func (r *Record) Notices() []string { return nil }

// Read hands over facts as the Read of a journal.Store does.
func (r *Record) Read(ctx context.Context, after int64, deliver func(progress.Fact) error) (last int64, err error) {
	var told error // by who reads, and no fault of the store's
	last, err = r.facts.Read(ctx, after, func(f progress.Fact) error { told = deliver(f); return told })
	if told != nil {
		return last, told
	}
	return last, unreached(err)
}

// Append saves facts as the Append of a journal.Store does. Its errors are *file.NotSavedError, which wraps fs.ErrNotExist if there is no
// record.
func (r *Record) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if len(facts) == 0 {
		return nil, nil
	}
	if why, yes := r.ReadOnly(); yes {
		return nil, &file.NotSavedError{What: facts[0].Table(), Err: file.ReadOnly(why)}
	}
	if _, exists := r.Learner(); !exists {
		return nil, &file.NotSavedError{What: facts[0].Table(), Err: fs.ErrNotExist}
	}
	saved, err := r.facts.Append(ctx, after, facts...)
	return saved, notSaved(facts[0].Table(), err)
}

// Forget removes facts for good, by their numbers.
func (r *Record) Forget(ctx context.Context, seqs ...int64) error {
	return unreached(r.facts.Forget(ctx, seqs...))
}

// Watch has a value after the facts may have changed, until ctx ends.
func (r *Record) Watch(ctx context.Context) <-chan struct{} { return r.facts.Watch(ctx) }

// Behind reports whether there are facts that were neither read nor saved here, or some of those are gone.
func (r *Record) Behind() bool { return r.facts.Behind() }

// all are the facts of the record, in order.
func (r *Record) all(ctx context.Context) (facts []progress.Fact, err error) {
	_, err = r.Read(ctx, 0, func(f progress.Fact) error { facts = append(facts, f); return nil })
	return facts, err
}

// History reads and folds the whole record.
func (r *Record) History() (*progress.History, error) { return journal.History(r) }

// Reading begins a reading of the record as it stands now. The error wraps fs.ErrNotExist if there is none.
func (r *Record) Reading() (*progress.Reading, error) {
	l, exists := r.Learner()
	if !exists {
		return nil, absentError{fs.ErrNotExist}
	}
	facts, err := r.all(context.Background())
	if err != nil {
		return nil, err
	}
	return progress.NewReading(l, tables.Schema, snapshot(facts))
}

// absentError is a record that is not there yet.
type absentError struct{ error }

func (e absentError) Unwrap() error { return e.error }

// Message says it to a clinician.
func (absentError) Message() string {
	return "There is no record of yours here yet. It begins with your first answer."
}

// snapshot is the facts as they stood at one moment.
type snapshot []progress.Fact

// Each hands over the facts in order.
func (s snapshot) Each(deliver func(progress.Fact) error) error {
	for _, fact := range s {
		if err := deliver(fact); err != nil {
			return err
		}
	}
	return nil
}

// Close ends it.
func (snapshot) Close() error { return nil }
