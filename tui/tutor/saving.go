package tutor

import (
	"context"
	"errors"
	"io/fs"

	"probity/progress"
	"probity/progress/journal"
)

// save puts facts on their way.
func (t *Tutor) save(facts ...progress.Fact) { t.outbox.Add(facts...) }

// Write returns the tasks of writing what waits, of the record and of sessions; the record is made where there is none yet.
func (t *Tutor) Write() []Task[Written] {
	tasks := t.writeRooms()
	if t.renumber { // what waits names facts by numbers that are no longer theirs
		return tasks
	}
	t.want()
	if task, ok := t.outbox.Write(); ok {
		tasks = append(tasks, task)
	}
	return tasks
}

// want asks for a write that makes the record, where there is none and should be.
func (t *Tutor) want() {
	whose := t.lacking()
	t.make.Store(whose)
	if whose != nil {
		t.outbox.Want()
	}
}

// lacking is whose record can and should be made: it is known who is learning, and there is no record, nor was one that the
// learner still has to decide about. It is nil when none should be made.
func (t *Tutor) lacking() *progress.Learner {
	l := t.Learner()
	if !t.Kept() || t.pending || t.HasRecord() || !l.Complete() {
		return nil
	}
	return &progress.Learner{Role: string(l.Role), Jurisdiction: string(l.Jurisdiction)}
}

// append writes facts to the record, which it makes first where there is to be one. Where nothing is kept it only numbers them.
func (t *Tutor) append(batch []progress.Fact) ([]progress.Fact, error) {
	if !t.Kept() {
		saved := make([]progress.Fact, len(batch))
		for i, f := range batch {
			saved[i] = t.provisional(f)
		}
		return saved, nil
	}
	if whose := t.make.Load(); whose != nil {
		err := t.record.Create(*whose)
		found := errors.Is(err, fs.ErrExist)
		if err != nil && !found {
			return nil, err
		}
		t.found.Store(found)
	}
	return t.record.Append(context.Background(), journal.Any, batch...)
}

// appended takes what came of a write.
func (t *Tutor) appended(saved []progress.Fact, err error) {
	if errors.Is(err, journal.ErrRenumbered) {
		t.behind, t.renumber = true, true
	}
	switch {
	case t.found.Swap(false):
		t.behind = true
	case t.HasRecord() && !t.behind:
		t.settled = Learner{} // the record has it
	}
	if err != nil {
		return
	}
	if t.history == nil || t.behind {
		t.early = append(t.early, saved...)
	}
	if t.history == nil {
		return
	}
	if len(saved) > 0 && t.Kept() && progress.Seq(saved[0]) != t.history.Seq()+1 {
		t.behind = true
	}
	t.history.Apply(saved...)
}

// Behind reports whether another window saved something in between, or merged or restored: then the record is to be read anew.
func (t *Tutor) Behind() bool { return t.behind }

// Retry lets what could not be written be tried again.
func (t *Tutor) Retry() {
	t.outbox.Retry()
	t.retryRooms()
}

// Flush finishes the tasks that must not be lost and writes everything that waits, here and now. What is under way is waited for,
// not done again.
func (t *Tutor) Flush() error {
	t.tasks.Finish()
	rooms := t.flushRooms()
	if err := t.flushRecord(); err != nil {
		return err
	}
	return rooms
}

func (t *Tutor) flushRecord() error {
	t.outbox.Await()
	if t.renumber {
		t.CatchUp()
	}
	t.want()
	err := t.outbox.Flush()
	for errors.Is(err, journal.ErrRenumbered) {
		t.CatchUp()
		if t.renumber { // it could not be read
			return err
		}
		err = t.outbox.Flush()
	}
	return err
}

// amend has the facts that wait name others by the numbers that these have in a history that was read anew. What names a fact that
// is no longer there names none: an answer that is gone needs no taking back.
func (t *Tutor) amend(h *progress.History) {
	t.outbox.Amend(func(fact progress.Fact) (progress.Fact, bool) {
		switch f := fact.(type) {
		case progress.Undo:
			f.Of = sameIn(h.Answers(), t.history.Answers(), f.Of)
			return f, f.Of != 0
		case progress.Reflection:
			f.Replaces = sameIn(h.Reflections(), t.history.Reflections(), f.Replaces)
			return f, true
		}
		return fact, true
	})
	t.renumber = false
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

// CatchUp reads what another window saved in between, here and now.
func (t *Tutor) CatchUp() {
	if !t.behind {
		return
	}
	t.Read().Do() // where it cannot be read, what was known stands
}

// Waiting is how many facts are not on the disk yet.
func (t *Tutor) Waiting() int { return t.outbox.Waiting() }

// Trouble is why the last write failed; nil when it did not.
func (t *Tutor) Trouble() error { return t.outbox.Trouble() }

// afterAnyRecord is where the numbers of facts begin that no record numbers: after those of any record.
const afterAnyRecord = 1 << 62

// provisional numbers a fact that is not kept.
func (t *Tutor) provisional(f progress.Fact) progress.Fact {
	t.memory++
	return progress.Stamped(f, afterAnyRecord+t.memory, t.Now())
}
