// Saving: facts behind the last one, all or none, and not twice where it is not known whether they were saved.

package stream

import (
	"bytes"
	"context"
	"errors"
	"reflect"
	"slices"

	"probity/progress"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// attempt is messages to be taken in behind an end of the record.
type attempt struct {
	at     end
	sealed [][]byte
	given  []progress.Fact // as they were given; nil for a message that is no fact
	saved  []progress.Fact // as they will be read
}

// Append saves facts: each a message, several in one batch. Where it is not known whether they were saved, the error says that they are
// not; if the same facts are given again, perhaps with others behind them, they are looked for first. The errors are *NotSavedError.
func (s *Store) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if len(facts) == 0 {
		return nil, ctx.Err()
	}
	s.change.Lock()
	defer s.change.Unlock()
	saved, err := s.append(ctx, after, facts)
	if err != nil {
		return nil, &NotSavedError{What: facts[0].Table(), Err: err}
	}
	s.tell()
	return saved, nil
}

func (s *Store) append(ctx context.Context, after int64, facts []progress.Fact) (saved []progress.Fact, err error) {
	l, err := s.begun(ctx)
	if err != nil {
		return nil, err
	}
	for looked, again := false, false; ; looked = true {
		before, err := s.settled(ctx, l, facts)
		if err != nil {
			return nil, err
		}
		if n := len(before); n > 0 {
			saved, facts = append(saved, before...), facts[n:]
			if after != journal.Any {
				after = progress.Seq(before[n-1])
			}
		}
		if len(facts) == 0 {
			return saved, nil
		}
		at, err := s.place(ctx, l, after, facts, looked)
		if errors.Is(err, journal.ErrConflict) && len(s.pending) > 0 && !again { // it may have come just now, and be no other window's
			again = true
			continue
		}
		if err != nil {
			return nil, err
		}
		try, err := s.prepare(l, at, facts)
		if err != nil {
			return nil, err
		}
		last, err := s.commit(ctx, l, try)
		switch {
		case err == nil:
			s.wrote(try, last, after != journal.Any)
			return append(saved, try.saved...), nil
		case !errors.Is(err, errMoved):
			return nil, err
		}
	}
}

// place returns the end of the record that facts can go behind: the one that is known as long as nobody says otherwise.
func (s *Store) place(ctx context.Context, l life, after int64, facts []progress.Fact, ask bool) (end, error) {
	_, known, _ := s.what()
	if !ask && known.place > 0 && (after == journal.Any || after == known.number) {
		return known, nil
	}
	at, left, err := s.look(ctx, l)
	if err == nil && left {
		err = s.sweep(ctx)
	}
	switch {
	case err != nil:
		return end{}, err
	case after != journal.Any && after != at.number:
		return end{}, journal.ErrConflict
	case known.place > 0 && at.rewrote != known.rewrote:
		return at, journal.Rewritten(after, facts)
	}
	return at, nil
}

// prepare makes the messages.
func (s *Store) prepare(l life, at end, facts []progress.Fact) (try attempt, err error) {
	try = attempt{at: at, given: slices.Clone(facts)}
	now := s.engine.now()
	for i, each := range facts {
		number := at.number + 1 + int64(i)
		text, saved, err := tables.EncodeAll(s.kinds, []progress.Fact{each}, number-1, now)
		if err != nil {
			return attempt{}, err
		}
		as := label{rewrote: at.rewrote, kind: fact, number: number}
		try.sealed = append(try.sealed, l.seal(s.subject, as, bytes.TrimLeft(text, "\n")))
		try.saved = append(try.saved, saved...)
	}
	return try, nil
}

// commit has messages taken in, and returns the place of the last. The error is errMoved if the record ends elsewhere. After another, how
// it ended may not be known: then the attempt is kept.
func (s *Store) commit(ctx context.Context, l life, try attempt) (last uint64, err error) {
	last, unsure, err := s.engine.save(ctx, s.subject, try.at.place, try.sealed...)
	if movedOn(err) {
		err = errMoved
		if unsure {
			last, err = s.there(ctx, try)
		}
	}
	if err == nil {
		unsure = true // until it is known whose they are
		err = s.stillTheirs(ctx, l, try, last)
	}
	if err != nil && !errors.Is(err, errMoved) && !errors.Is(err, errErased) && unsure && try.given != nil {
		s.unsure(try)
	}
	return last, err
}

// there looks for an attempt's messages, and returns the place of the last: the first of them can only stand next behind its end. The
// error is errMoved if they are not there.
func (s *Store) there(ctx context.Context, try attempt) (last uint64, err error) {
	m, there, err := s.engine.next(ctx, s.stream, s.subject, try.at.place+1)
	if err == nil && !(there && bytes.Equal(m.data, try.sealed[0])) {
		err = errMoved
	}
	return m.place + uint64(len(try.sealed)) - 1, err
}

// stillTheirs takes an attempt's messages, up to the place of the last, back if they are the first of a record whose key was destroyed meanwhile: where
// nothing stands before them, nothing else keeps a store from writing that knew the record before it was erased.
func (s *Store) stillTheirs(ctx context.Context, l life, try attempt, last uint64) error {
	if try.at.place > 0 {
		return nil
	}
	err := s.alive(ctx, l)
	if !errors.Is(err, errErased) {
		return err
	}
	var places []uint64
	for i := range uint64(len(try.sealed)) {
		places = append(places, last-i)
	}
	if err := s.engine.erase(ctx, s.stream, places...); err != nil {
		return err
	}
	return errErased
}

// wrote notes what was saved. If the writer did not know what stands before it, it is not known here either.
func (s *Store) wrote(try attempt, last uint64, knew bool) {
	s.pending = nil
	_, known, _ := s.what()
	if knew || known.place == try.at.place {
		s.learn(end{last, progress.Seq(try.saved[len(try.saved)-1]), try.at.rewrote})
	}
}

// settled returns those of the facts that were saved by an attempt of which that was not known. All attempts are behind the same end, so that one of
// them at most was taken in, or will be.
func (s *Store) settled(ctx context.Context, l life, facts []progress.Fact) ([]progress.Fact, error) {
	s.pending = slices.DeleteFunc(s.pending, func(try attempt) bool {
		n := len(try.given)
		return n > len(facts) || !reflect.DeepEqual(try.given, facts[:n])
	})
	if len(s.pending) == 0 {
		return nil, nil
	}
	m, there, err := s.engine.next(ctx, s.stream, s.subject, s.pending[0].at.place+1)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(s.pending, func(try attempt) bool { return there && bytes.Equal(m.data, try.sealed[0]) })
	if i < 0 {
		return nil, nil // it may still come
	}
	try := s.pending[i]
	last := m.place + uint64(len(try.sealed)) - 1
	if err := s.stillTheirs(ctx, l, try, last); err != nil {
		return nil, err
	}
	s.wrote(try, last, true)
	return try.saved, nil
}

// unsure keeps an attempt that may be taken in yet, and forgets those behind another end.
func (s *Store) unsure(try attempt) {
	s.pending = slices.DeleteFunc(s.pending, func(other attempt) bool { return other.at.place != try.at.place })
	s.pending = append(s.pending, try)
}
