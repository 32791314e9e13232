// What waits when saving hangs, put where something can be written.

package tutor

import (
	"slices"

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

// Elsewhere are the folders in which Aside can be tried, in order.
func (t *Tutor) Elsewhere() []string { return t.rescue }

// Aside puts what waits into a file of its own in a folder, for a program that has to end although saving hangs. It may be called from any goroutine, and may
// hang as well where the folder is on the same disk. The error says why it was not saved, and what became of it; it is why itself where nothing waits that
// such a file can hold. Should the write that hangs come to its end after all, the record takes the file for what it has already, but for a reflection that
// was reworded: that is a new one there.
func (t *Tutor) Aside(why error, in string) error {
	waiting, of := t.Record.outbox.Pending(), t.Record.owned.Load()
	facts, dropped := unnamed(waiting)
	if t.Hosted() || of == nil || len(named(facts)) == 0 {
		return why
	}
	out := &NotKeptError{What: t.pendingBeside(named(waiting)), Lost: t.pendingBeside(named(waiting)), Err: why}
	path, err := folder.PutElsewhere([]string{in}, of.learner, of.record, facts, t.Clock.now())
	if out.Nowhere = err != nil; err == nil {
		out.Path, out.Import, out.Kept, out.Lost = path, t.importing(path), named(facts), t.pendingBeside(named(dropped))
	}
	return out
}

// pendingBeside is the names of facts with what waits beside them: of sessions, as far as these can be looked at, and of drafts.
func (t *Tutor) pendingBeside(all names) names {
	if t.Rooms.holding.TryLock() {
		if slices.ContainsFunc(t.Rooms.held, func(r *Room) bool { return len(r.outbox.Pending()) > 0 }) {
			all = append(names{ledPart}, all...)
		}
		t.Rooms.holding.Unlock()
	}
	if len(t.Certificates.drafts.Pending()) > 0 {
		all = append(all, draftPart)
	}
	return all
}
