// Forgetting facts, and erasing a record with all that is beside it.

package stream

import (
	"context"
	"errors"
	"slices"
)

// Forget saves a note of which facts are forgotten, from when on they do not count, and then overwrites and deletes each of them.
func (s *Store) Forget(ctx context.Context, seqs ...int64) error {
	s.change.Lock()
	defer s.change.Unlock()
	err := s.forget(ctx, seqs)
	if err == nil {
		s.tell()
	}
	return notDone("forgetting a part of your record", err)
}

func (s *Store) forget(ctx context.Context, seqs []int64) error {
	l, there, err := s.live(ctx)
	if err != nil || !there {
		return errors.Join(err, ctx.Err())
	}
	for {
		at, _, err := s.look(ctx, l)
		if err != nil || at.place == 0 {
			return err
		}
		found, err := s.engine.all(ctx, s.stream, s.subject, 1, at.place)
		if err != nil {
			return err
		}
		record, err := s.sort(l, found)
		if err != nil {
			return err
		}
		going, note := record.without(seqs)
		if len(going) == 0 {
			return s.engine.settle(s.stream)
		}
		as := label{rewrote: record.end.rewrote + 1, kind: forgot, number: note.number}
		try := attempt{at: record.end, sealed: [][]byte{l.seal(s.subject, as, encodePlaces(note.places))}}
		_, err = s.commit(ctx, l, try)
		if err == nil {
			err = s.engine.erase(ctx, s.stream, places(append(going, record.notes...))...)
		}
		if !errors.Is(err, errMoved) {
			return err
		}
	}
}

// note is what a message says of facts that are forgotten.
type note struct {
	number int64 // of the last fact that stays
	places []uint64
}

// without returns the messages that go, with those that do not count and did not go yet, and the note that says so.
func (r sorted) without(seqs []int64) (going []labelled, says note) {
	going = slices.Clone(r.dropped)
	for _, m := range r.facts {
		if slices.Contains(seqs, m.number) {
			going = append(going, m)
		} else {
			says.number = m.number
		}
	}
	says.places = places(going)
	return going, says
}

func places(messages []labelled) (all []uint64) {
	for _, m := range messages {
		all = append(all, m.place)
	}
	return all
}

// Erase destroys the key, and then overwrites and deletes every message, those of the files beside the record as well. Nothing is done
// while a copy of the store is away, since that would keep them. Where it fails midway what is left opens no more; erasing again takes
// the rest away, and so does whoever begins a record in the same place.
func (s *Store) Erase(ctx context.Context) error {
	s.change.Lock()
	defer s.change.Unlock()
	err := s.erase(ctx)
	if err == nil {
		_ = s.erased()
		s.tell()
	}
	return notDone("erasing your record", err)
}

func (s *Store) erase(ctx context.Context) error {
	both := map[string]string{keyStream: keySubject(noLearner), s.stream: s.nobody()}
	whole := func() (err error) {
		for stream := range both {
			err = errors.Join(err, s.engine.whole(ctx, stream))
		}
		return err
	}
	if err := whole(); err != nil {
		return err
	}
	if err := s.destroyKey(ctx); err != nil {
		return err
	}
	if err := errors.Join(s.sweep(ctx), whole()); err != nil {
		return err
	}
	for stream, subject := range both {
		if err := s.engine.compact(ctx, stream, subject); err != nil {
			return err
		}
	}
	return nil
}

// Whole returns nil where every copy of the record is there. One that is away learns later what was removed, and not that it was to be overwritten: it
// would keep it. Erase asks by itself.
func (s *Store) Whole(ctx context.Context) error {
	return notDone("looking for all copies of your record", s.engine.whole(ctx, s.stream))
}

func (s *Store) destroyKey(ctx context.Context) error {
	for {
		m, there, err := s.engine.last(ctx, keyStream, keySubject(s.learner))
		if err == nil && !there {
			return s.engine.settle(keyStream)
		}
		if err == nil {
			err = s.engine.erase(ctx, keyStream, m.place)
		}
		if err != nil {
			return err
		}
	}
}

// sweep erases what is sealed with a key that is no more, the last message first: nobody can save anything behind it then.
func (s *Store) sweep(ctx context.Context) error {
	for _, subject := range []string{s.subject, s.files + ".*"} {
		for {
			m, there, err := s.engine.last(ctx, s.stream, subject)
			if err != nil {
				return err
			}
			if !there {
				break
			}
			found, err := s.engine.all(ctx, s.stream, subject, 1, m.place)
			if err != nil {
				return err
			}
			// What is of a life that begins from here on is not among them.
			key, _, err := s.engine.last(ctx, keyStream, keySubject(s.learner))
			if err != nil {
				return err
			}
			dead := slices.DeleteFunc(found, func(m message) bool {
				as, _, err := decodeLabel(m.data)
				return err == nil && as.life == key.place
			})
			if len(dead) == 0 {
				break
			}
			if err := s.engine.erase(ctx, s.stream, backward(dead)...); err != nil {
				return err
			}
		}
	}
	return s.engine.settle(s.stream)
}
