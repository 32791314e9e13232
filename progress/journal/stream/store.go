// One learner's record: the key that it is sealed with, and where it ends.

package stream

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"sync"
	"time"

	"probity/progress/journal"
)

// Store is the way to the record of one learner, and to the files beside it. Its methods may be called from several goroutines at once.
// It reaches nothing of another learner's: its subjects name one, and nothing else opens with that one's key.
type Store struct {
	engine  *Engine
	learner string
	kinds   journal.Kinds
	stream  string
	subject string // of the facts
	files   string // what the subjects of the files begin with

	change  sync.Mutex // held while something is saved or removed
	pending []attempt  // to save, of which it is not known how they ended; the holder of change has it

	mu    sync.Mutex // held for what follows, never while the engine is asked
	life  life
	gone  bool // the record that was known here was erased
	known end  // of what was read or saved here
}

// nobody is the subject in the learner's stream of a learner whom there cannot be.
func (s *Store) nobody() string { return strings.TrimSuffix(s.subject, s.learner) + noLearner }

// end is where a record ends.
type end struct {
	place   uint64 // of its last message, 0 for none
	number  int64  // of its last fact, 0 for none
	rewrote uint64 // how often facts of it were forgotten
}

func (s *Store) what() (life, end, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.life, s.known, s.gone
}

// erased notes that the record that was known is no more.
func (s *Store) erased() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gone = true
	return errErased
}

// live returns the life of the record: that which is known, else the one that there is; false if there is none.
func (s *Store) live(ctx context.Context) (life, bool, error) {
	l, _, gone := s.what()
	switch {
	case gone:
		return life{}, false, errErased
	case l.key != nil:
		return l, true, nil
	}
	m, there, err := s.engine.last(ctx, keyStream, keySubject(s.learner))
	if err != nil || !there {
		return life{}, false, err
	}
	if l, err = newLife(m.place, m.data); err != nil {
		return life{}, false, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.life = l
	return l, true, nil
}

// begun is live, with a key made if there is none.
func (s *Store) begun(ctx context.Context) (life, error) {
	key := make([]byte, keySize)
	if _, err := rand.Read(key); err != nil {
		return life{}, err
	}
	for {
		if l, there, err := s.live(ctx); err != nil || there {
			return l, err
		}
		_, _, err := s.engine.save(ctx, keySubject(s.learner), 0, key)
		if err != nil && !movedOn(err) {
			return life{}, err
		}
	}
}

// movedOn reports whether the cause is that the last message of a subject is not the one that was expected.
func movedOn(err error) bool {
	var no *refused
	return errors.As(err, &no) && no.Code == otherLast
}

// alive returns nil if the record with this life is still there. Who led before, and does not have its key yet, is asked again.
func (s *Store) alive(ctx context.Context, l life) error {
	return s.engine.retry(ctx, func(ctx context.Context) error { return s.aliveOnce(ctx, l) })
}

// aliveOnce takes a record for erased if there is another key, or if one answer says both that there is none and that there was.
func (s *Store) aliveOnce(ctx context.Context, l life) error {
	m, there, err := s.engine.last(ctx, keyStream, keySubject(s.learner))
	switch {
	case err != nil || there && m.place == l.number:
		return err
	case there && m.place > l.number:
		return s.erased()
	}
	is, err := s.engine.state(ctx, keyStream, keySubject(s.learner))
	switch {
	case err != nil:
		return err
	case len(is.Subjects) > 0 || is.Last < l.number:
		return errLagging
	}
	return s.erased()
}

// look finds out where the record ends. left is whether messages stand there that are of an earlier life, which was not erased to the
// end. The error is errErased if the record that was known is no more. A node that led before, and has not heard that another does now, says
// what was true then: it is asked again until it says at least what is known.
func (s *Store) look(ctx context.Context, l life) (at end, left bool, err error) {
	err = s.engine.retry(ctx, func(ctx context.Context) error {
		at, left, err = s.lookOnce(ctx, l)
		return err
	})
	return at, left, err
}

func (s *Store) lookOnce(ctx context.Context, l life) (at end, left bool, err error) {
	m, there, err := s.engine.last(ctx, s.stream, s.subject)
	if err != nil {
		return end{}, false, err
	}
	var as label
	if there {
		if as, _, err = decodeLabel(m.data); err != nil {
			return end{}, false, err
		}
	}
	_, known, _ := s.what()
	switch {
	case there && as.life > l.number:
		return end{}, false, s.erased()
	case known.place > 0 && (!there || as.life < l.number || m.place < known.place): // the key is what is destroyed first
		return end{}, false, cmp.Or(s.aliveOnce(ctx, l), errLagging)
	case !there:
		return end{}, false, nil
	case as.life < l.number:
		return end{}, true, nil
	}
	return end{m.place, as.number, as.rewrote}, false, nil
}

// learn notes that the record is known up to an end.
func (s *Store) learn(at end) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if at.place > s.known.place {
		s.known = at
	}
}

// Behind asks where the record ends. It is false where the engine does not answer, and where the record was erased.
func (s *Store) Behind() bool {
	ctx, stop := context.WithTimeout(context.Background(), behindWithin)
	defer stop()
	l, there, err := s.live(ctx)
	if err != nil || !there {
		return false
	}
	at, _, err := s.look(ctx, l)
	_, known, _ := s.what()
	return err == nil && at.place != known.place
}

// behindWithin is how long Behind waits for an answer.
const behindWithin = 2 * time.Second

// tell tells those who watch. One who misses it finds out by asking now and then.
func (s *Store) tell() { _ = s.engine.conn.Publish(s.changed(), nil) }

func (s *Store) changed() string { return "changed." + s.learner }

var _ journal.Store = (*Store)(nil)
