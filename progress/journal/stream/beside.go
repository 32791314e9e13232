// Beside the record: small files that belong to the learner as the record does, sealed with the same key.

package stream

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// partSize is how long a part of a file is at most, in bytes: where a file ends is found out by asking for its last part, which has to come soon on a
// slow line too.
const partSize = 256 << 10

// overhead is more than a message has beside what it says, in bytes: label, seal, headers.
const overhead = 4 << 10

// file is the subject of a file beside the record. Its last messages are its parts, each of which says which of how many it is; others go
// once these are there.
func (s *Store) file(name string) string {
	return s.files + "." + base64.RawURLEncoding.EncodeToString([]byte(name))
}

// ReadBeside reads a file beside the record; nil when there is none.
func (s *Store) ReadBeside(name string) ([]byte, error) {
	text, err := s.readBeside(context.Background(), name)
	return text, notDone("reading "+path.Base(name), err)
}

func (s *Store) readBeside(ctx context.Context, name string) (text []byte, err error) {
	l, there, err := s.live(ctx)
	if errors.Is(err, errErased) {
		return nil, nil
	}
	if err != nil || !there {
		return nil, err
	}
	m, there, err := s.engine.last(ctx, s.stream, s.file(name))
	if err != nil || !there {
		return nil, err
	}
	parts, err := s.engine.all(ctx, s.stream, s.file(name), 1, m.place)
	if err != nil {
		return nil, err
	}
	return joined(l, s.file(name), parts)
}

// joined puts the parts of a file together that was written last; nil if it is of another life, or is just being removed.
func joined(l life, subject string, parts []message) ([]byte, error) {
	var text [][]byte // from the last part on
	next := int64(0)
	for _, m := range slices.Backward(parts) {
		as, _, err := decodeLabel(m.data)
		if err != nil {
			return nil, err
		}
		if next == 0 {
			next = int64(as.rewrote)
		}
		if as.life != l.number || as.number != next {
			return nil, nil
		}
		part, err := l.open(subject, m.data)
		if err != nil {
			return nil, err
		}
		text = append(text, part)
		if next--; next == 0 {
			slices.Reverse(text)
			return bytes.Join(append(text, []byte{}), nil), nil // not nil, which is for none
		}
	}
	return nil, nil
}

// WriteBeside writes a file beside the record, whole or not at all, in the place of an earlier one, which is overwritten on the disk. It
// needs no record to be there yet; but where one was erased that was known, nothing is written. The errors are *NotSavedError.
func (s *Store) WriteBeside(name string, text []byte) error {
	_, err := s.writeBeside(name, text, false)
	return err
}

// MakeBeside writes a file beside the record unless there is one already. It returns what is there then: of two windows that make it at
// once, both have the first one's.
func (s *Store) MakeBeside(name string, text []byte) (there []byte, err error) {
	return s.writeBeside(name, text, true)
}

func (s *Store) writeBeside(name string, text []byte, anew bool) (there []byte, err error) {
	s.change.Lock()
	defer s.change.Unlock()
	if there, err = s.put(context.Background(), name, text, anew); err != nil {
		return nil, &NotSavedError{What: path.Base(name), Err: err}
	}
	return there, nil
}

func (s *Store) put(ctx context.Context, name string, text []byte, anew bool) (there []byte, err error) {
	l, err := s.begun(ctx)
	if err != nil {
		return nil, err
	}
	parts := s.parts(l, s.file(name), text)
	for {
		m, found, err := s.engine.last(ctx, s.stream, s.file(name))
		if err != nil {
			return nil, err
		}
		if found && anew {
			if there, err := s.readBeside(ctx, name); err != nil || there != nil {
				return there, err
			}
		}
		last, _, err := s.engine.save(ctx, s.file(name), m.place, parts...)
		switch {
		case err == nil:
			return text, s.replaced(ctx, l, name, last+1-uint64(len(parts)))
		case !movedOn(err):
			return nil, err
		}
	}
}

// parts makes the messages of a file. An empty one has one part.
func (s *Store) parts(l life, subject string, text []byte) (sealed [][]byte) {
	pieces := slices.Collect(slices.Chunk(text, min(partSize, int(s.engine.conn.MaxPayload())-overhead)))
	if len(text) == 0 {
		pieces = [][]byte{nil}
	}
	for i, piece := range pieces {
		as := label{kind: beside, number: int64(i + 1), rewrote: uint64(len(pieces))}
		sealed = append(sealed, l.seal(subject, as, piece))
	}
	return sealed
}

// replaced overwrites and deletes what stands before the file that was written from a place on; that too if the record was erased
// meanwhile, for nothing opens it any more.
func (s *Store) replaced(ctx context.Context, l life, name string, from uint64) error {
	gone := s.alive(ctx, l)
	if gone != nil && !errors.Is(gone, errErased) {
		return gone
	}
	if gone == nil && from == 1 {
		return nil
	}
	m, there, err := s.engine.last(ctx, s.stream, s.file(name))
	if err != nil || !there {
		return errors.Join(gone, err)
	}
	found, err := s.engine.all(ctx, s.stream, s.file(name), 1, m.place)
	if err != nil {
		return err
	}
	var going []uint64
	for _, m := range found {
		as, _, err := decodeLabel(m.data)
		if err != nil {
			return err
		}
		if m.place < from || gone != nil && as.life == l.number {
			going = append(going, m.place)
		}
	}
	return cmp.Or(s.engine.erase(ctx, s.stream, going...), gone)
}

// ListBeside names the files in a folder beside the record, in order; none when there are none.
func (s *Store) ListBeside(folder string) (names []string, err error) {
	all, err := s.listBeside(context.Background())
	for _, name := range all {
		if path.Dir(name) == folder {
			names = append(names, path.Base(name))
		}
	}
	slices.Sort(names)
	return names, notDone("listing what is beside your record", err)
}

func (s *Store) listBeside(ctx context.Context) (names []string, err error) {
	if _, there, err := s.live(ctx); err != nil || !there {
		if errors.Is(err, errErased) {
			err = nil
		}
		return nil, err
	}
	return s.besides(ctx)
}

// besides are the names of whatever stands beside the record, whether something opens it or not.
func (s *Store) besides(ctx context.Context) (names []string, err error) {
	is, err := s.engine.state(ctx, s.stream, s.files+".*")
	for subject := range is.Subjects {
		name, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(subject, s.files+"."))
		if err != nil {
			return nil, errNoMessage
		}
		names = append(names, string(name))
	}
	return names, err
}

// RemoveBeside removes a file beside the record, and overwrites where it stood. That there is none is an error that wraps
// fs.ErrNotExist.
func (s *Store) RemoveBeside(name string) error {
	s.change.Lock()
	defer s.change.Unlock()
	return notDone("removing "+path.Base(name), s.remove(context.Background(), name))
}

func (s *Store) remove(ctx context.Context, name string) error {
	m, there, err := s.engine.last(ctx, s.stream, s.file(name))
	switch {
	case err != nil:
		return err
	case !there:
		return fmt.Errorf("there is none: %w", fs.ErrNotExist)
	}
	found, err := s.engine.all(ctx, s.stream, s.file(name), 1, m.place)
	if err != nil {
		return err
	}
	return s.engine.erase(ctx, s.stream, backward(found)...)
}

// backward are the places of messages, from the last on.
func backward(messages []message) (places []uint64) {
	for _, m := range slices.Backward(messages) {
		places = append(places, m.place)
	}
	return places
}
