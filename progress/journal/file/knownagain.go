// Knowing the record again. While a window is open, another may erase the record and begin anew, or put another record in its
// place: what the window holds belongs to the record that it opened, and goes into no other.

package file

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

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

// checkKnown returns errAnother unless the open file is the record that was opened: one that has its first fact. A record in
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

// numberedIn keeps the file that the numbers of facts were read from.
func (r *Store) numberedIn(file fs.FileInfo) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.known.exists && file != nil {
		r.known.file = file
	}
}

// checkNumbers returns ErrRenumbered if one of the facts names another by a number that was read from another file.
func (r *Store) checkNumbers(f *os.File, facts []progress.Fact) error {
	k := r.what()
	if r.session != "" || !slices.ContainsFunc(facts, namesAnother) {
		return nil
	}
	info, err := f.Stat()
	if err == nil && !os.SameFile(k.file, info) {
		err = journal.ErrRenumbered
	}
	return err
}

func namesAnother(fact progress.Fact) bool {
	to, _ := progress.LinkOf(fact)
	return to.Seq != 0
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
