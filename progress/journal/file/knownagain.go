// Knowing the record again. While a window is open, another may erase the record and begin anew, or put another record in its
// place: what the window holds belongs to the record that it opened, and goes into no other.

package file

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// ErrAnother is the cause when the file is not the record that was opened.
var ErrAnother = errors.New("another record is in its place")

// stays reports whether a fact stays in its record for good: through a merge, in every later backup, and when something is
// forgotten, which only reflections are.
func stays(fact progress.Fact) bool {
	_, forgettable := fact.(progress.Reflection)
	return fact != nil && !forgettable
}

// knowBy keeps the first fact that stays, by which the record is known again, unless there is one already.
func (r *Store) knowBy(fact progress.Fact) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.known.first == nil && stays(fact) {
		r.known.first = fact
	}
}

// checkKnown returns ErrAnother unless the open file is the record that was opened: one that has its first fact. A record in
// which nothing was seen yet is known by its file and whom it is about.
func (r *Store) checkKnown(f *os.File, s State) error {
	k := r.what()
	switch {
	case !k.exists || r.session != "":
		return nil
	case k.first == nil:
		info, err := f.Stat()
		if err == nil && (!os.SameFile(k.file, info) || k.learner != s.Head.Learner) {
			err = ErrAnother
		}
		return err
	case beginsWith(f, s, k.first):
		return nil
	}
	return r.lookFor(k, f, s)
}

// Replaced is called by whoever has put another file in the place of the record, with what stays in it: one that is known by its file alone is known
// by that from then on.
func (r *Store) Replaced() {
	file := identity(r.file)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.known.exists && file != nil {
		r.known.file = file
	}
}

// identity is which file is at a path, for os.SameFile; nil when that can't be told.
func identity(path string) fs.FileInfo {
	f, err := disk.OpenRegular(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	return identityOf(f)
}

// identityOf is identity of an open file. It is taken from the open file because on Windows the result of os.Stat reads the file's
// identity only when it is compared, and another file may stand at the path by then.
func identityOf(f *os.File) fs.FileInfo {
	info, err := f.Stat()
	if err != nil {
		return nil
	}
	return info
}

// stretch is part of a file: where it begins, its text, and the highest number up to its end.
type stretch struct {
	from int64
	text []byte
	seq  int64
}

// stands reports whether a file has the stretch still.
func (s stretch) stands(f io.ReaderAt) bool {
	text := make([]byte, len(s.text))
	_, err := f.ReadAt(text, s.from)
	return len(text) == 0 || err == nil && bytes.Equal(text, s.text)
}

// readIn keeps the file that facts were read from, and the last of them.
func (r *Store) readIn(file fs.FileInfo, end stretch) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.known.exists && file != nil {
		r.known.file = file
	}
	r.known.end = end
}

// wrote keeps what was written at the end of the file.
func (r *Store) wrote(end stretch) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.known.end = end
}

// checkNumbers returns an ErrConflict if the numbers that are known here may mean other facts in an open file: the last fact that was
// read or written does not stand where it stood. That the file is the same one says nothing: a disk uses the name of a file that was
// replaced again for the next.
func (r *Store) checkNumbers(f io.ReaderAt, after int64, facts []progress.Fact) error {
	if r.session != "" || r.what().end.stands(f) {
		return nil
	}
	return journal.Rewritten(after, facts)
}

// beginsWith reports whether a fact is among the first of a record, which costs the same for a record of any size.
func beginsWith(f io.ReaderAt, s State, fact progress.Fact) bool {
	text := make([]byte, min(s.End-s.Start, 4<<10))
	if _, err := f.ReadAt(text, s.Start); err != nil {
		return false
	}
	for _, stretch := range tables.Split(text) {
		if p := tables.Parse(s.kinds, stretch); p.Fact != nil && progress.Same(p.Fact, fact) {
			return true
		}
	}
	return false
}

// lookFor looks through a whole record for the fact that another one was known by: a merge may have put older ones before it.
// From then on the record is known by the one that is now the first.
func (r *Store) lookFor(k known, f io.ReaderAt, s State) error {
	var first progress.Fact
	found := false
	err := ReadPieces(f, s, r.path, func(_ []byte, p tables.Piece) error {
		if stays(p.Fact) && first == nil {
			first = p.Fact
		}
		found = found || p.Fact != nil && progress.Same(p.Fact, k.first)
		return nil
	})
	if err == nil && !found {
		err = ErrAnother
	}
	if err != nil {
		return err
	}
	k.first, k.learner = first, s.Head.Learner
	r.remember(k)
	return nil
}

// Present returns an error if there was a record, and there is none any more or another. Damage is no reason: the file beside it
// may be all that is left.
func (r *Store) Present() error {
	if !r.what().exists {
		return nil
	}
	f, err := r.disk.Open(r.file, os.O_RDONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err != nil {
		return nil
	}
	defer f.Close()
	if s, err := Inspect(r.kinds, f, r.path); err == nil && errors.Is(r.checkKnown(f, s), ErrAnother) {
		return ErrAnother
	}
	return nil
}
