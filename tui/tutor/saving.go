package tutor

import (
	"errors"
	"maps"
	"slices"

	"probity/progress"
	"probity/progress/journal"
)

// save puts facts on their way, with the time at which they happen: they may have to wait for the disk.
func (r *Record) save(facts ...progress.Fact) {
	now := r.clock.Now()
	for _, fact := range facts {
		r.outbox.Add(progress.Stamped(fact, 0, now))
	}
}

// Waiting is how many facts are not on the disk yet.
func (r *Record) Waiting() int { return r.outbox.Waiting() }

// Answering reports whether an answer is not on the disk yet.
func (r *Record) Answering() bool {
	return slices.ContainsFunc(r.outbox.queue, func(fact progress.Fact) bool { return fact.Table() == progress.Answer{}.Table() })
}

// waitingIn are the answers of a sitting that are not on the disk yet. To whoever carries it on they are as good as those that are.
func (r *Record) waitingIn(sitting string) (all []progress.Answer) {
	for _, fact := range r.outbox.queue {
		if a, ok := fact.(progress.Answer); ok && a.Sitting == sitting {
			all = append(all, a)
		}
	}
	return all
}

// Marking reports whether an answer, or its being taken back, is not on the disk yet: what the line of a feedback is about.
func (r *Record) Marking() bool {
	return slices.ContainsFunc(r.outbox.queue, func(fact progress.Fact) bool {
		return fact.Table() == progress.Answer{}.Table() || fact.Table() == progress.Undo{}.Table()
	})
}

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
	r.owned.Store(r.owner(l))
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

// saving is how a batch is saved, with what the record knows as the write begins.
func (r *Record) saving() save[progress.Fact] {
	if !r.SavingEnabled() {
		return r.numbering()
	}
	w := writing{file: r.file, whose: r.toMake.Load(), after: journal.Any, known: maps.Clone(r.known), over: slices.Clone(r.over)}
	if r.history != nil {
		w.after = r.history.Seq()
		w.spare(r.history, r.outbox.queue)
	}
	return func(batch []progress.Fact) (settle func(), err error) {
		err = w.write(batch)
		return func() { r.settle(w, batch, err) }, err
	}
}

// afterAnyRecord is where the numbers of facts begin that no record numbers: after those of any record.
const afterAnyRecord = 1 << 62

// numbering takes the place of saving where nothing is saved: facts are numbered and dated.
func (r *Record) numbering() save[progress.Fact] {
	seq, now := afterAnyRecord+r.unsaved, r.clock.Now()
	return func(batch []progress.Fact) (settle func(), err error) {
		var w writing
		for i, fact := range batch {
			w.saved = append(w.saved, progress.Stamped(fact, seq+int64(i)+1, now))
		}
		return func() {
			r.unsaved += int64(len(batch))
			r.settle(w, nil, nil)
		}, nil
	}
}

// rescue saves everything that waits, from any goroutine, when the record's own hangs: after whatever is there. Where other facts may
// have the numbers that what waits names, it is saved without these.
func (r *Record) rescue() error {
	if !r.SavingEnabled() {
		return nil
	}
	return r.outbox.Rescue(func(batch []progress.Fact) (func(), error) {
		w := writing{file: r.file, whose: r.toMake.Load(), after: journal.Any}
		err := w.write(batch)
		if errors.Is(err, journal.ErrRenumbered) {
			err = w.writeUnnamed(batch, err)
		}
		return nil, err
	})
}

// settle takes what came of a write of a batch.
func (r *Record) settle(w writing, batch []progress.Fact, err error) {
	if errors.Is(err, journal.ErrRenumbered) {
		r.stale, r.renumber = true, true
	}
	if w.newer != nil {
		r.setHistory(w.newer)
	}
	r.stale = r.stale || w.unread
	if err != nil {
		return
	}
	if len(w.twice) > 0 {
		r.twice = append(r.twice, w.twice...)
		r.notices.add(answeredTwice)
	}
	r.overtake(w.over, batch)
	if r.readings > 0 {
		r.early = append(r.early, w.saved...)
	}
	if r.history == nil {
		return
	}
	if w.file != nil && len(w.saved) > 0 && progress.Seq(w.saved[0]) > r.history.Seq()+1 { // another window saved what is between
		r.stale = true
	}
	r.history.Apply(w.saved...)
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
