// Merging: the facts of a record from another machine become part of this one.

package hosted

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// PreviewMerge says what Merge would do with the text of a file, which is called name, and changes nothing. Its errors are
// *folder.NotDoneError.
func (r *Record) PreviewMerge(name string, text []byte) (folder.Union, error) {
	ours, err := r.kept(context.Background())
	if err != nil {
		return folder.Union{}, notMerged(err)
	}
	return folder.Unite(ours, name, text)
}

// attempts is how often a merge is worked out anew, where another window saves meanwhile.
const attempts = 4

// Merge makes the facts of a file part of the record, by the rules of folder.Merge. The record is never without what it held: what gives way is
// removed once what takes its place is there, and where that is broken off, the next Open goes on. Numbers of facts change. Its errors are
// *folder.NotDoneError.
func (r *Record) Merge(name string, text []byte) (u folder.Union, err error) {
	if why, yes := r.ReadOnly(); yes {
		return u, &folder.NotDoneError{Doing: merging, Outcome: unmerged, Err: file.ReadOnly(why)}
	}
	ctx := context.Background()
	for range attempts {
		if u, err = r.PreviewMerge(name, text); err != nil {
			return u, err
		}
		if err = r.take(ctx, u); !errors.Is(err, journal.ErrConflict) {
			break
		}
	}
	if err != nil {
		return u, notMerged(err)
	}
	return u, nil
}

func notMerged(err error) error {
	return &folder.NotDoneError{Doing: merging, Outcome: unmerged, Err: unreached(err)}
}

const merging, unmerged = "merging the records", "The file was not merged into your record"

// kept is the record as merging needs it.
func (r *Record) kept(ctx context.Context) (k folder.Kept, err error) {
	k.Learner, k.Exists = r.Learner()
	if k.Facts, err = r.all(ctx); err != nil {
		return k, err
	}
	k.Erased, err = r.ListBeside(erasedFolder)
	return k, err
}

// take makes the record what a union says.
func (r *Record) take(ctx context.Context, u folder.Union) error {
	if _, exists := r.Learner(); !exists {
		if err := r.Create(u.Head); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	if len(u.Append) == 0 {
		return nil
	}
	if len(u.Forget) > 0 {
		mark, err := encodeMark(u)
		if err == nil {
			err = r.beside.WriteBeside(mergingName, mark)
		}
		if err != nil {
			return err
		}
	}
	if _, err := r.facts.Append(ctx, u.After, u.Append...); err != nil || len(u.Forget) == 0 {
		return err
	}
	return r.giveWay(ctx, u.Forget) // whether the mark is there still or not: another window may have been opened before the facts were there
}

// giveWay removes facts in whose place others are, and the mark of that.
func (r *Record) giveWay(ctx context.Context, seqs []int64) error {
	if err := r.facts.Forget(ctx, seqs...); err != nil {
		return err
	}
	return r.remove(mergingName)
}

// mergingName is the entry of a merge that is under way: the numbers of the facts that give way, and the first of those that take their place.
// Facts are appended all or none, so where that one is there, all of them are.
const mergingName = "merging.txt"

func encodeMark(u folder.Union) ([]byte, error) {
	first, err := tables.Encode(u.Append[0])
	var mark []byte
	for _, seq := range u.Forget {
		mark = append(strconv.AppendInt(mark, seq, 10), ' ')
	}
	return append(append(mark, '\n'), first...), err
}

// finishMerge ends a merge: what gives way is removed if what takes its place is there; otherwise nothing was changed.
func (r *Record) finishMerge(ctx context.Context) error {
	mark, err := r.beside.ReadBeside(mergingName)
	if err != nil || mark == nil {
		return unreached(err)
	}
	line, first, _ := strings.Cut(string(mark), "\n")
	var seqs []int64
	for _, field := range strings.Fields(line) {
		seq, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return err
		}
		seqs = append(seqs, seq)
	}
	there := false
	_, err = r.facts.Read(ctx, 0, func(f progress.Fact) error {
		if text, err := tables.Encode(f); err == nil && bytes.Equal(text, []byte(first)) {
			there = true
		}
		return nil
	})
	switch {
	case err != nil:
	case there:
		err = r.giveWay(ctx, seqs)
	default:
		err = r.remove(mergingName)
	}
	return unreached(err)
}
