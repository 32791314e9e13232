package tutor

import (
	"context"
	"errors"
	"io/fs"
	"sync"

	"probity/progress"
	"probity/progress/journal"
)

// outbox is the facts on their way to the disk, in order. None leaves it before it is written.
type outbox struct {
	queue   []progress.Fact
	write   *write // under way; nil when none is
	trouble error
	tried   int             // how long the queue was when the last write failed
	early   []progress.Fact // written while the record was being read
	memory  int64           // numbers facts when there is no record to number them

	renumber bool // what waits names facts by numbers that they no longer have
}

// Written is the result of a write.
type Written struct {
	Facts []progress.Fact // as saved
	Count int             // how many of the queue they were
	Found bool            // a record was to be made, and another window had made one
	Err   error
}

// write is one write: done once, whoever comes to it first, the command or the closing Flush.
type write struct {
	once   sync.Once
	do     func() Written
	result Written
}

func (w *write) run() Written {
	w.once.Do(func() { w.result = w.do() })
	return w.result
}

// save puts facts on their way.
func (t *Tutor) save(facts ...progress.Fact) {
	t.waiting.Lock()
	defer t.waiting.Unlock()
	t.outbox.queue = append(t.outbox.queue, facts...)
}

// Write returns the function that writes what is waiting, and makes the record where there is none yet; nil when there is
// nothing to do, or a write is under way. Hand its result to Wrote.
func (t *Tutor) Write() func() Written {
	lacking := t.lacksRecord()
	switch {
	case t.outbox.write != nil, len(t.outbox.queue) == 0 && !lacking:
		return nil
	case t.outbox.trouble != nil && len(t.outbox.queue) == t.outbox.tried: // until Retry, or until there is more
		return nil
	}
	w := &write{do: t.writing(append([]progress.Fact(nil), t.outbox.queue...), lacking)}
	t.waiting.Lock()
	defer t.waiting.Unlock()
	t.outbox.write = w
	return w.run
}

// writing is what a write does.
func (t *Tutor) writing(batch []progress.Fact, lacking bool) func() Written {
	if !t.Kept() {
		for i, f := range batch {
			batch[i] = t.provisional(f)
		}
		return func() Written { return Written{Facts: batch, Count: len(batch)} }
	}
	r, l := t.record, t.Learner()
	return func() Written {
		found := false
		if lacking {
			err := r.Create(progress.Learner{Role: string(l.Role), Jurisdiction: string(l.Jurisdiction)})
			if found = errors.Is(err, fs.ErrExist); err != nil && !found {
				return Written{Err: err}
			}
		}
		if len(batch) == 0 {
			return Written{Found: found}
		}
		saved, err := r.Append(context.Background(), journal.Any, batch...)
		return Written{Facts: saved, Count: len(batch), Found: found, Err: err}
	}
}

// lacksRecord tells whether a record can and should be made: it is known who is learning, and there is none, nor was one that
// the learner still has to decide about.
func (t *Tutor) lacksRecord() bool {
	return t.Kept() && !t.pending && !t.HasRecord() && t.Learner().Complete()
}

// Wrote takes the result of a write. What could not be written stays waiting.
func (t *Tutor) Wrote(w Written) {
	if errors.Is(w.Err, journal.ErrRenumbered) {
		t.behind, t.outbox.renumber = true, true
	}
	t.outbox.trouble = w.Err
	switch {
	case w.Found:
		t.behind = true
	case t.HasRecord() && !t.behind:
		t.settled = Learner{} // the record has it
	}
	if w.Err != nil {
		t.outbox.tried = len(t.outbox.queue)
	}
	t.wrote(w)
	if w.Err != nil {
		return
	}
	if t.history == nil || t.behind {
		t.outbox.early = append(t.outbox.early, w.Facts...)
	}
	if t.history == nil {
		return
	}
	if len(w.Facts) > 0 && t.Kept() && progress.Seq(w.Facts[0]) != t.history.Seq()+1 {
		t.behind = true
	}
	t.history.Apply(w.Facts...)
}

// wrote ends a write, and takes what it saved out of the queue.
func (t *Tutor) wrote(w Written) {
	t.waiting.Lock()
	defer t.waiting.Unlock()
	t.outbox.write = nil
	if w.Err == nil {
		t.outbox.queue = t.outbox.queue[w.Count:]
	}
}

// Behind tells whether another window saved something in between, or merged or restored: then the record is to be read anew.
func (t *Tutor) Behind() bool { return t.behind }

// Retry lets what could not be written be tried again.
func (t *Tutor) Retry() {
	t.outbox.tried = -1
	for _, r := range t.rooms {
		r.tried = -1
	}
}

// Flush writes everything that is waiting, here and now. A write that is under way is waited for, not made again.
func (t *Tutor) Flush() error {
	rooms := t.flushRooms()
	if err := t.flushRecord(); err != nil {
		return err
	}
	return rooms
}

func (t *Tutor) flushRecord() error {
	if under := t.outbox.write; under != nil {
		t.Wrote(under.run())
	}
	t.Retry()
	for write := t.Write(); write != nil; write = t.Write() {
		t.Wrote(write())
		if t.outbox.renumber {
			t.CatchUp()
		}
		if t.outbox.trouble != nil {
			return t.outbox.trouble
		}
	}
	return nil
}

// renumber has the facts that wait name others by the numbers that these have in a history that was read anew. What names a
// fact that is no longer there names none: an answer that is gone needs no taking back.
func (t *Tutor) renumber(h *progress.History) {
	t.waiting.Lock()
	defer t.waiting.Unlock()
	var waiting []progress.Fact
	for _, fact := range t.outbox.queue {
		switch f := fact.(type) {
		case progress.Undo:
			if f.Of = sameIn(h.Answers(), t.history.Answers(), f.Of); f.Of == 0 {
				continue
			}
			fact = f
		case progress.Reflection:
			f.Replaces = sameIn(h.Reflections(), t.history.Reflections(), f.Replaces)
			fact = f
		}
		waiting = append(waiting, fact)
	}
	t.outbox.queue, t.outbox.renumber, t.outbox.trouble = waiting, false, nil
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
	if h, err := t.Read()(); err == nil {
		t.Know(h)
	}
}

// Waiting is how many facts are not on the disk yet.
func (t *Tutor) Waiting() int { return len(t.outbox.queue) }

// Trouble is why the last write failed; nil when it did not.
func (t *Tutor) Trouble() error { return t.outbox.trouble }

// unkept is where the numbers of facts begin that no record numbers: after those of any record.
const unkept = 1 << 62

// provisional numbers a fact that is not kept.
func (t *Tutor) provisional(f progress.Fact) progress.Fact {
	t.outbox.memory++
	return progress.Stamped(f, unkept+t.outbox.memory, t.Now())
}
