// Looking at a record without reading it all: its head, its last fact, and whether something is torn after that.

package file

import (
	"bytes"
	"errors"
	"io"
	"os"

	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// State is what the two ends of a record say. Offsets are in bytes.
type State struct {
	kinds journal.Kinds
	Head  tables.Head
	Start int64 // where the first fact begins
	Seq   int64 // number of the last whole fact, 0 if there is none
	last  int64 // where that begins; 0 if there is none
	End   int64 // where the last whole fact ends
	Size  int64 // where the file ends; what lies between end and size is torn
}

// Newer reports whether a newer version wrote the file: then it is only read.
func (s State) Newer() bool { return s.Head.Schema > tables.Schema }

// Torn reports whether something was not completely written.
func (s State) Torn() bool { return s.Size > s.End }

// Inspect costs the same for a record of any size. Damage that is more than a torn tail is a *CorruptError.
func Inspect(kinds journal.Kinds, f *os.File, path string) (State, error) {
	info, err := f.Stat()
	if err != nil {
		return State{}, Unreadable(path, err)
	}
	return inspect(kinds, f, info.Size(), path)
}

// InspectText inspects a record that was read already, from a file of that name.
func InspectText(kinds journal.Kinds, text []byte, name string) (State, error) {
	return inspect(kinds, bytes.NewReader(text), int64(len(text)), name)
}

func inspect(kinds journal.Kinds, f io.ReaderAt, size int64, path string) (State, error) {
	s := State{kinds: kinds, Size: size}
	err := s.readHead(f)
	if err == nil && !s.Newer() {
		err = s.readTail(f)
	}
	var broken damage
	if errors.As(err, &broken) {
		if broken.whole {
			return s, &CorruptError{Path: path, Problem: broken.problem}
		}
		return s, corrupt(path, 1+countLines(f, broken.offset), broken.problem)
	}
	if err != nil {
		return s, Unreadable(path, err)
	}
	return s, nil
}

// damage is a place that can't be read.
type damage struct {
	offset  int64
	problem error
	whole   bool // it is the whole file that is wrong, and no place in it
}

func (d damage) Error() string { return d.problem.Error() }

// readHead reads what stands before the first fact.
func (s *State) readHead(f io.ReaderAt) error {
	if s.Size == 0 {
		return damage{problem: errors.New("the file is empty"), whole: true}
	}
	var text []byte
	end := -1
	for window := int64(4 << 10); end < 0; window *= 4 {
		text = make([]byte, min(window, s.Size))
		if _, err := f.ReadAt(text, 0); err != nil && err != io.EOF {
			return err
		}
		end = tables.HeadEnd(text, int64(len(text)) == s.Size || len(text) > tables.MaxFact)
	}
	if bytes.HasPrefix(text, []byte{0xFE, 0xFF}) || bytes.HasPrefix(text, []byte{0xFF, 0xFE}) || end <= 1 {
		return damage{problem: errors.New("the file is not UTF-8 text, perhaps UTF-16"), whole: true}
	}
	var err error
	if s.Head, err = tables.DecodeHead(s.kinds, bytes.TrimPrefix(text[:end], []byte("\ufeff"))); err != nil {
		return damage{problem: err}
	}
	s.Start, s.End = int64(end), int64(end)
	return nil
}

// readTail looks for the last whole fact, from the end of the file.
func (s *State) readTail(f io.ReaderAt) error {
	limit, broken := s.Size, 0
	for limit > s.Start {
		at, err := beginBefore(f, s.Start, limit)
		if err != nil {
			return err
		}
		text := make([]byte, min(limit-at, tables.MaxFact+1))
		if _, err := f.ReadAt(text, at); err != nil && err != io.EOF {
			return err
		}
		p := tables.Parse(s.kinds, text)
		if p.Problem != nil {
			broken++
		}
		if p.Problem != nil && !p.Torn || broken > 1 {
			return damage{offset: at + int64(p.Size), problem: p.Problem}
		}
		if p.Size > 0 {
			s.Seq, s.last, s.End = p.Seq, at, at+int64(p.Size)
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
		if i := tables.LastBegin(text); i >= 0 {
			return low + int64(i), nil
		}
		if low == from {
			return from, nil
		}
	}
}

// InspectRegular inspects the record at a path.
func InspectRegular(kinds journal.Kinds, path string) (State, error) {
	f, err := disk.OpenRegular(path)
	if err != nil {
		return State{}, Unreadable(path, err)
	}
	defer f.Close()
	return Inspect(kinds, f, path)
}
