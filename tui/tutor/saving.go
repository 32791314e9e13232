package tutor

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"probity/progress"
	"probity/progress/journal"
)

// save puts facts on their way.
func (r *Record) save(facts ...progress.Fact) { r.outbox.Add(facts...) }

// Waiting is how many facts are not on the disk yet.
func (r *Record) Waiting() int { return r.outbox.Waiting() }

// Trouble is why the last write failed; nil when it did not.
func (r *Record) Trouble() error { return r.outbox.Trouble() }

// write is the task of writing what waits, for the learner given, whose record is made where there is none yet.
func (r *Record) write(l Learner) (task Task[Written], ok bool) {
	if r.renumber { // what waits names facts by numbers that are no longer theirs
		return task, false
	}
	r.want(l)
	return r.outbox.Write()
}

// flush writes everything that waits, here and now.
func (r *Record) flush(l Learner) error {
	r.outbox.Await()
	if r.renumber {
		r.catchUp()
	}
	r.want(l)
	err := r.outbox.Flush()
	for errors.Is(err, journal.ErrRenumbered) {
		r.catchUp()
		if r.renumber { // it could not be read
			return err
		}
		err = r.outbox.Flush()
	}
	return err
}

// want asks for a write that makes the record, where there is none and should be.
func (r *Record) want(l Learner) {
	whose := r.lacking(l)
	r.toMake.Store(whose)
	if whose != nil {
		r.outbox.Want()
	}
}

// lacking is whose record can and should be made: it is known who is learning, and there is no record, nor was one that the
// learner still has to decide about. It is nil when none should be made.
func (r *Record) lacking(l Learner) *progress.Learner {
	if !r.SavingEnabled() || r.undecided || r.Exists() || !l.Complete() {
		return nil
	}
	return &progress.Learner{Role: string(l.Role), Jurisdiction: string(l.Jurisdiction)}
}

// append writes facts to the record, which it makes first where there is to be one. Where nothing is kept it only numbers them.
func (r *Record) append(batch []progress.Fact) ([]progress.Fact, error) {
	if !r.SavingEnabled() {
		saved := make([]progress.Fact, len(batch))
		for i, f := range batch {
			saved[i] = r.provisional(f)
		}
		return saved, nil
	}
	if whose := r.toMake.Load(); whose != nil {
		err := r.file.Create(*whose)
		found := errors.Is(err, fs.ErrExist)
		if err != nil && !found {
			return nil, err
		}
		r.unread.Store(found)
	}
	return r.appendAfter(r.last.Load(), batch)
}

// patience is how often the file is read anew for one write, when other windows save at the same time.
const patience = 4

// appendAfter writes facts after the last one that is known. Where another window saved something in between, the file is read anew,
// and the facts go after what is there now. After many attempts, or where the file cannot be read, they go after whatever is there.
func (r *Record) appendAfter(last int64, batch []progress.Fact) ([]progress.Fact, error) {
	for range patience {
		saved, err := r.file.Append(context.Background(), last, batch...)
		if errors.Is(err, journal.ErrRenumbered) && r.leaving.Load() {
			return r.appendUnnamed(batch, err)
		}
		if !errors.Is(err, journal.ErrConflict) || errors.Is(err, journal.ErrRenumbered) {
			return saved, err
		}
		h, err := readHistory(r.file)
		if err != nil {
			break
		}
		r.newer.Store(h)
		if slices.ContainsFunc(batch, journal.NamesAnother) { // by the numbers of what was read before
			return nil, journal.ErrRenumbered
		}
		last = h.Seq()
	}
	r.unread.Store(true)
	return r.file.Append(context.Background(), journal.Any, batch...)
}

// rescue writes everything that waits, from any goroutine, when the record's own hangs: after whatever is there. Where other facts may
// have the numbers that what waits names, it is written without these.
func (r *Record) rescue() error {
	r.last.Store(journal.Any)
	r.leaving.Store(true)
	return r.outbox.Rescue()
}

// appendUnnamed writes facts that name others by numbers which may be others' now: without these numbers, and what is nothing without
// them is left out. The error says so.
func (r *Record) appendUnnamed(batch []progress.Fact, renumbered error) ([]progress.Fact, error) {
	var left []progress.Fact
	dropped := false
	for _, fact := range batch {
		switch f := fact.(type) {
		case progress.Undo:
			dropped = true
		case progress.Reflection:
			f.Replaces = 0
			left = append(left, f)
		default:
			left = append(left, f)
		}
	}
	saved, err := r.file.Append(context.Background(), journal.Any, left...)
	if err == nil && dropped {
		err = renumbered
	}
	return saved, err
}

// appended takes what came of a write.
func (r *Record) appended(saved []progress.Fact, err error) {
	if errors.Is(err, journal.ErrRenumbered) {
		r.stale, r.renumber = true, true
	}
	if h := r.newer.Swap(nil); h != nil {
		r.setHistory(h)
	}
	if r.unread.Swap(false) {
		r.stale = true
	}
	if err != nil {
		return
	}
	if r.readings > 0 {
		r.early = append(r.early, saved...)
	}
	if r.history == nil {
		return
	}
	r.history.Apply(saved...)
	r.last.Store(r.history.Seq())
}

// amend has the facts that wait name others by the numbers that these have in a history that was read anew. What names a fact that
// is no longer there is dropped: an answer that is gone needs no taking back, and a reflection that was erased is not to come back.
func (r *Record) amend(h *progress.History) {
	r.outbox.Amend(func(fact progress.Fact) (progress.Fact, bool) {
		switch f := fact.(type) {
		case progress.Undo:
			f.Of = sameIn(h.Answers(), r.history.Answers(), f.Of)
			return f, f.Of != 0
		case progress.Reflection:
			return r.amendWording(h, f)
		}
		return fact, true
	})
	r.renumber = false
}

// amendWording is amend for a reflection, which may be a new wording of another.
func (r *Record) amendWording(h *progress.History, f progress.Reflection) (amended progress.Reflection, keep bool) {
	if f.Replaces == 0 {
		return f, true
	}
	before := r.history.Reflections()
	if at := slices.IndexFunc(before, func(was progress.Reflection) bool { return was.Seq == f.Replaces }); at >= 0 {
		f.Replaces = h.NumberOf(before[at])
	}
	if f.Replaces == 0 {
		r.notices.add("The reflection that you edited was erased in another window. Your new wording would bring it back, and is not kept.")
	}
	return f, f.Replaces != 0
}

// sameIn returns the number that a fact has in one list which had another in an earlier one; 0 if it is not there.
func sameIn[F progress.Fact](now, before []F, seq int64) int64 {
	for _, was := range before {
		if progress.Seq(was) != seq {
			continue
		}
		for _, is := range now {
			if progress.Same(is, was) {
				return progress.Seq(is)
			}
		}
	}
	return 0
}

// afterAnyRecord is where the numbers of facts begin that no record numbers: after those of any record.
const afterAnyRecord = 1 << 62

// provisional numbers a fact that is not kept.
func (r *Record) provisional(f progress.Fact) progress.Fact {
	r.unsaved++
	return progress.Stamped(f, afterAnyRecord+r.unsaved, r.clock.Now())
}
