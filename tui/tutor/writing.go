package tutor

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"probity/progress"
	"probity/progress/journal"
)

// writing is one write of facts to a file: what it is given, and what it finds. It runs on any goroutine, and touches nothing else.
type writing struct {
	file  File
	whose *progress.Learner // whose record is made first; nil where there is one
	after int64             // the number of the last fact that is known; journal.Any for whatever is there

	known  map[string]string // which assessment was the last when another was begun here
	twice  []given           // what is not written, since another window answered it first
	over   []string          // the assessments of which nothing is written, since another window began another
	saved  []progress.Fact   // as they were written
	newer  *progress.History // read on the way, since another window had saved something; nil for nothing
	unread bool              // there is a record that another window made, or facts that were not read
}

// write makes the record, where there is none yet, and writes a batch.
func (w *writing) write(batch []progress.Fact) error {
	if w.whose != nil {
		err := w.file.Create(*w.whose)
		w.unread = errors.Is(err, fs.ErrExist)
		if err != nil && !w.unread {
			return err
		}
	}
	return w.append(batch)
}

// patience is how often the file is read anew for one write, when other windows save at the same time.
const patience = 4

// append writes facts after the last one that is known. Where another window saved something in between, the file is read anew, and
// the facts go after what is there now. After many attempts, or where the file cannot be read, they go after whatever is there.
func (w *writing) append(batch []progress.Fact) error {
	for range patience {
		err := w.appendAfter(w.after, batch)
		if !errors.Is(err, journal.ErrConflict) || errors.Is(err, journal.ErrRenumbered) {
			return err
		}
		h, err := readHistory(w.file)
		if err != nil {
			break
		}
		w.newer, w.after = h, h.Seq()
		w.spare(h, batch)
		if slices.ContainsFunc(batch, journal.NamesAnother) { // by the numbers of what was read before
			return journal.ErrRenumbered
		}
	}
	w.unread = true
	return w.appendAfter(journal.Any, batch)
}

// spare finds what of a batch is not to be written, as a history has it.
func (w *writing) spare(h *progress.History, batch []progress.Fact) {
	w.twice = append(w.twice, twice(h, spared(batch, w.twice))...)
	w.over = append(w.over, overtaken(h, apartFrom(batch, w.over), w.known)...)
}

// left is what of a batch is to be written.
func (w *writing) left(batch []progress.Fact) []progress.Fact {
	return apartFrom(spared(batch, w.twice), w.over)
}

func (w *writing) appendAfter(after int64, batch []progress.Fact) (err error) {
	if batch = w.left(batch); len(batch) > 0 {
		w.saved, err = w.file.Append(context.Background(), after, batch...)
	}
	return err
}

// writeUnnamed writes facts that name others by numbers which may be others' now: without these numbers, and what is nothing without
// them is left out. The error says so.
func (w *writing) writeUnnamed(batch []progress.Fact, renumbered error) error {
	left, dropped := unnamed(batch)
	err := w.appendAfter(journal.Any, left)
	if err == nil && len(dropped) > 0 {
		err = renumbered
	}
	return err
}

// unnamed is facts without the numbers by which they name others, and those that are nothing without them.
func unnamed(batch []progress.Fact) (left, dropped []progress.Fact) {
	for _, fact := range batch {
		switch f := fact.(type) {
		case progress.Undo:
			dropped = append(dropped, f)
		case progress.Reflection:
			f.Replaces = 0
			left = append(left, f)
		default:
			left = append(left, f)
		}
	}
	return left, dropped
}
