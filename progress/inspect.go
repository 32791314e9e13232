// Looking at a record without reading it all: its head, its last fact, and whether something is torn after that.

package progress

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// state is what the two ends of a record say. Offsets are in bytes.
type state struct {
	kinds KindsRegister
	head  head
	start int64 // where the first fact begins
	seq   int64 // number of the last whole fact, 0 if there is none
	last  int64 // where that begins; 0 if there is none
	end   int64 // where the last whole fact ends
	size  int64 // where the file ends; what lies between end and size is torn
}

func (s state) newer() bool { return s.head.schema > Schema }
func (s state) torn() bool  { return s.size > s.end }

// inspect costs the same for a record of any size. Damage that is more than a torn tail is a *CorruptError.
func inspect(kinds KindsRegister, f *os.File, path string) (state, error) {
	info, err := f.Stat()
	if err != nil {
		return state{}, unreadable(path, err)
	}
	s := state{kinds: kinds, size: info.Size()}
	if err = s.readHead(f); err == nil && !s.newer() {
		err = s.readTail(f)
	}
	var broken damage
	if errors.As(err, &broken) {
		return s, corrupt(path, 1+countLines(f, broken.offset), broken.problem)
	}
	if err != nil {
		return s, unreadable(path, err)
	}
	return s, nil
}

// damage is a place that can't be read.
type damage struct {
	offset  int64
	problem error
}

func (d damage) Error() string { return d.problem.Error() }

// readHead reads what stands before the first fact.
func (s *state) readHead(f io.ReaderAt) error {
	if s.size == 0 {
		return damage{0, errors.New("the file is empty")}
	}
	var text []byte
	end := -1
	for window := int64(4 << 10); end < 0; window *= 4 {
		text = make([]byte, min(window, s.size))
		if _, err := f.ReadAt(text, 0); err != nil && err != io.EOF {
			return err
		}
		end = headEnd(text, int64(len(text)) == s.size || len(text) > maxFact)
	}
	if bytes.HasPrefix(text, []byte{0xFE, 0xFF}) || bytes.HasPrefix(text, []byte{0xFF, 0xFE}) || end <= 1 {
		return damage{0, errors.New("the file is not UTF-8 text (perhaps it was saved as UTF-16)")}
	}
	var err error
	if s.head, err = decodeHead(s.kinds, bytes.TrimPrefix(text[:end], []byte("\ufeff"))); err != nil {
		return damage{0, err}
	}
	s.start, s.end = int64(end), int64(end)
	return nil
}

// readTail looks for the last whole fact, from the end of the file.
func (s *state) readTail(f io.ReaderAt) error {
	limit, broken := s.size, 0
	for limit > s.start {
		at, err := beginBefore(f, s.start, limit)
		if err != nil {
			return err
		}
		text := make([]byte, min(limit-at, maxFact+1))
		if _, err := f.ReadAt(text, at); err != nil && err != io.EOF {
			return err
		}
		p := parse(s.kinds, text)
		if p.problem != nil {
			broken++
		}
		if p.problem != nil && !p.torn || broken > 1 {
			return damage{at + int64(p.size), p.problem}
		}
		if p.size > 0 {
			s.seq, s.last, s.end = p.seq, at, at+int64(p.size)
			return nil
		}
		limit = at
	}
	return nil
}

// beginBefore returns where the last fact that begins before limit begins, or from if none does.
func beginBefore(f io.ReaderAt, from, limit int64) (int64, error) {
	for window := int64(4 << 10); ; window *= 4 {
		low := max(from, limit-window)
		text := make([]byte, limit-low)
		if _, err := f.ReadAt(text, low); err != nil && err != io.EOF {
			return 0, err
		}
		if i := lastBegin(text); i >= 0 {
			return low + int64(i), nil
		}
		if low == from {
			return from, nil
		}
	}
}

// inspectRegular inspects the record at a path.
func inspectRegular(kinds KindsRegister, path string) (state, error) {
	f, err := OpenFile(path)
	if err != nil {
		return state{}, unreadable(path, err)
	}
	defer f.Close()
	return inspect(kinds, f, path)
}
