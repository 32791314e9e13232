// Saving: at the end of the file, on the disk before it is called saved, undone if it can't be.

package file

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// Append saves facts, all or none, and returns them as they will be read: with Seq, with At (the fact's own, else the
// clock's, in UTC and whole seconds) and with text that isn't UTF-8 replaced. When it returns they are on the disk.
//
// after is the number of the last fact that the writer knows of, 0 for none, or Any. If the record's last fact has another number,
// nothing is saved and the cause is ErrConflict. Errors are *NotSavedError: then the record is as it was, and the facts may be given
// again.
func (r *Store) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if len(facts) == 0 {
		return nil, nil
	}
	r.change.Lock()
	defer r.change.Unlock()
	if why, yes := r.ReadOnly(); yes {
		return nil, &NotSavedError{What: facts[0].Table(), Err: readOnlyError{why}}
	}
	var saved []progress.Fact
	err := r.lockedWithin(ctx, func() (err error) {
		saved, err = r.appendLocked(after, facts)
		return err
	})
	if err != nil {
		return nil, &NotSavedError{What: facts[0].Table(), Err: err}
	}
	return saved, nil
}

func (r *Store) appendLocked(after int64, facts []progress.Fact) ([]progress.Fact, error) {
	f, err := r.disk.Open(r.file, os.O_RDWR|os.O_APPEND, 0)
	if err != nil {
		return nil, err
	}
	err = r.tidy(f)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	state, text, saved, err := r.prepare(f, after, facts)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	known := r.what().end.stands(f)
	for _, part := range byPages(text, state.End) {
		if _, err = r.disk.Write(f, part); err == nil {
			err = r.disk.Sync(f)
		}
		if err != nil {
			break
		}
	}
	if closing := r.disk.Shut(f); err == nil {
		err = closing
	}
	if err != nil {
		return nil, errors.Join(err, r.cutBack(state.End, text))
	}
	for _, fact := range saved {
		r.knowBy(fact)
	}
	if known {
		facts := bytes.TrimLeft(text, "\n")
		r.wrote(stretch{state.End + int64(len(text)-len(facts)), facts, progress.Seq(saved[len(saved)-1])})
	}
	return saved, nil
}

// byPages divides facts that are to be written at an offset into what may be on the disk or not as one: several facts in one page, or one fact. Were
// more written at once, a power cut could leave later facts whole and zeros in the place of those before them, which is damage.
func byPages(facts []byte, at int64) (parts [][]byte) {
	begun := 0
	page := func(end int) int64 { return (at + int64(end) - 1) / disk.Page }
	end := 0
	for _, fact := range tables.Split(facts) {
		if end > begun && page(end+len(fact)) != (at+int64(begun))/disk.Page {
			parts, begun = append(parts, facts[begun:end]), end
		}
		end += len(fact)
	}
	return append(parts, facts[begun:])
}

// prepare makes the file ready and the text to append to it.
func (r *Store) prepare(f *os.File, after int64, facts []progress.Fact) (State, []byte, []progress.Fact, error) {
	now := r.now().UTC()
	s, err := Inspect(r.kinds, f, r.path)
	if err != nil {
		return s, nil, nil, err
	}
	if s.Newer() {
		return s, nil, nil, readOnlyError{SentenceNewer(s.Head.Schema)}
	}
	if err := cmp.Or(r.checkKnown(f, s), r.checkNumbers(f, after, facts)); err != nil {
		return s, nil, nil, err
	}
	last, err := r.highest(f, s)
	if err == nil && after != journal.Any && after != last {
		err = journal.ErrConflict
	}
	if err != nil {
		return s, nil, nil, err
	}
	text, saved, err := tables.EncodeAll(r.kinds, facts, last, now)
	if err != nil {
		return s, nil, nil, err
	}
	if s.Torn() {
		if err := r.SetTornAside(f, s, now); err != nil {
			return s, nil, nil, fmt.Errorf("setting a torn entry aside: %w", err)
		}
	}
	if r.before != nil {
		r.before(f, s.End, now)
	}
	if !endsLine(f, s.End) {
		text = append([]byte("\n"), text...)
	}
	return s, text, saved, nil
}

// endsLine reports whether a line ends at offset: an editor may have taken the last line break away.
func endsLine(f *os.File, offset int64) bool {
	last := make([]byte, 1)
	_, err := f.ReadAt(last, offset-1)
	return err == nil && last[0] == '\n'
}

// highest returns the highest number in the record. Probity writes it last; a formatter that gathers the entries of a kind may
// have moved it. So a process looks through the whole record once, as it reads it or else here, and from then on through what was
// added.
func (r *Store) highest(f *os.File, s State) (highest int64, err error) {
	if end := r.what().end; end.from > 0 && end.stands(f) {
		highest = end.seq
		if addedTo(r.kinds, f, end.from, s.End, &highest) {
			return highest, nil
		}
	}
	highest = 0
	err = ReadPieces(f, s, r.path, func(_ []byte, p tables.Piece) error { highest = max(highest, p.Seq); return nil })
	return highest, err
}

// addedTo raises highest to the numbers of the facts between two offsets; false if there is more than a little, or anything but
// whole facts, as after an edit in place.
func addedTo(kinds journal.Kinds, f io.ReaderAt, from, end int64, highest *int64) bool {
	if end <= from || end-from > tables.ChunkSize {
		return false
	}
	text := make([]byte, end-from)
	if _, err := f.ReadAt(text, from); err != nil {
		return false
	}
	for _, stretch := range tables.Split(text) {
		p := tables.Parse(kinds, stretch)
		if p.Problem != nil {
			return false
		}
		*highest = max(*highest, p.Seq)
	}
	return true
}

// SetTornAside moves a torn tail to a file beside this one. The caller has the lock.
func (r *Store) SetTornAside(f *os.File, s State, now time.Time) error {
	aside := r.Unused("torn", now)
	if _, err := f.Seek(s.End, io.SeekStart); err != nil {
		return err
	}
	if err := r.disk.Place(aside, r.disk.CopyFrom(f, s.Size-s.End)); err != nil {
		return err
	}
	if err := r.disk.Truncate(f, s.End); err != nil {
		return errors.Join(err, r.disk.Discard(aside))
	}
	if err := r.disk.Sync(f); err != nil {
		return err
	}
	r.Notice(noticeTorn(r.called(), aside))
	return nil
}

// Unused returns a path beside the record that nothing has: progress.torn-20261122-093000.toml, or with -2 and so on.
func (r *Store) Unused(what string, now time.Time) string {
	name := strings.TrimSuffix(filepath.Base(r.path), ".toml")
	stem := filepath.Join(filepath.Dir(r.file), name+"."+what+"-"+now.UTC().Format("20060102-150405"))
	path := stem + ".toml"
	for i := 2; ; i++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = fmt.Sprintf("%s-%d.toml", stem, i)
	}
}
