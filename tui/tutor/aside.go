// What waits when saving hangs, put where something can be written.

package tutor

import (
	"probity/progress"
	"probity/progress/folder"
)

// owner is whose a record is, as its beginning says or would, and where it is.
type owner struct {
	learner progress.Learner
	record  string // its whole path; "" where it is no file
}

func (r *Record) owner(l Learner) *owner {
	of := &owner{learner: progress.Learner{Role: string(l.Role), Jurisdiction: string(l.Jurisdiction)}}
	if said, ok := r.learner(); ok {
		of.learner = said
	}
	if r.folder != nil {
		of.record = r.folder.Whole()
	}
	return of
}

// Aside puts what waits into a file of its own, as Leave does with what could not be saved, for a program that has to end although saving hangs. It may be
// called from any goroutine. The error says why it was not saved, and what became of it; it is why itself where nothing waits that such a file can hold.
// Should the write that hangs come to its end after all, the record takes the file for what it has already.
func (t *Tutor) Aside(why error) error {
	waiting, of := t.Record.outbox.Pending(), t.Record.owned.Load()
	facts, dropped := unnamed(waiting)
	if t.Hosted() || of == nil || len(named(facts)) == 0 {
		return why
	}
	out := &NotKeptError{What: named(waiting), Lost: named(waiting), Err: why}
	path, err := folder.PutElsewhere(t.rescue, of.learner, of.record, facts, t.Clock.now())
	if out.Nowhere = err != nil; err == nil {
		out.Path, out.Import, out.Kept, out.Lost = path, t.importing(path), named(facts), named(dropped)
	}
	return out
}
