package tutor

import (
	"sync/atomic"
	"time"

	"probity/progress"
	"probity/progress/certificate"
	"probity/progress/folder"
	"probity/scenarios"
	"probity/scenarios/induction"
)

// Record is what is known of the learner's work: the history as it was read, and the facts on their way to the file.
type Record struct {
	clock   *Clock
	notices *notices
	tasks   *tasks
	file    File              // nil: nothing is saved
	folder  *folder.Folder    // the file with its backups; nil where the file is none on a disk
	history *progress.History // nil while it is being read

	stale     bool // the file has what the history lacks, or may have
	readings  int  // how many are under way
	outdated  bool // another window saved something while the file was being read
	undecided bool // the file is damaged or gone, and the learner has not decided yet what to do

	outbox   *outbox[progress.Fact]
	toMake   atomic.Pointer[progress.Learner] // whose file a write makes first; nil for nobody's. Rescue reads it too
	owned    atomic.Pointer[owner]            // whose record it is, as the last write began; Aside reads it
	twice    []given                          // what was answered here and not kept, since another window was first
	over     []string                         // the assessments of which nothing is kept any more, since another window began another
	known    map[string]string                // of each assessment begun here, which was the last one then; by their ids
	early    []progress.Fact                  // written while the file was being read, which may have begun before
	unsaved  int64                            // how many facts were numbered here, since nothing is saved
	renumber bool                             // what waits names facts by numbers that they no longer have
}

func newRecord(file File, c *Clock, n *notices, all *tasks) *Record {
	r := &Record{file: file, clock: c, notices: n, tasks: all, known: map[string]string{}}
	r.outbox = newOutbox(r.saving)
	return r
}

// Exists reports whether there is a record already.
func (r *Record) Exists() bool {
	_, ok := r.learner()
	return ok
}

// learner is who the file says is learning; ok is false when there is no file.
func (r *Record) learner() (l progress.Learner, ok bool) {
	if r.file == nil {
		return l, false
	}
	return r.file.Learner()
}

// SavingEnabled reports whether progress is saved.
func (r *Record) SavingEnabled() bool {
	if r.file == nil {
		return false
	}
	_, readOnly := r.file.ReadOnly()
	return !readOnly
}

// Known reports whether the record has been read.
func (r *Record) Known() bool { return r.history != nil }

// History is what the record says; empty while it is being read.
func (r *Record) History() *progress.History {
	if r.history == nil {
		return progress.NewHistory()
	}
	return r.history
}

// Lately is the score of the last four weeks, and of all before them.
func (r *Record) Lately() (since, before scenarios.Score) {
	return r.History().Around(r.clock.Now().AddDate(0, 0, -4*7))
}

// Stale reports whether the record is to be read anew: the file has what the history lacks, or may have, since another window made
// it, or wrote it anew as a merge does, or since something was written while it was being read.
func (r *Record) Stale() bool { return r.stale && !r.undecided }

// Outdate notes that another window saved something, as Tutor.Watch tells: the record is to be read anew.
func (r *Record) Outdate() {
	r.stale, r.outdated = true, r.readings > 0
}

// read is the task of reading the record.
func (r *Record) read() Task[error] {
	file := r.file
	var h *progress.History
	r.readings++
	return Task[error]{
		Run: func() (err error) {
			h, err = readHistory(file)
			return err
		},
		Done: func(error) { r.hasRead(h) },
	}
}

// hasRead ends a reading, with what was read; nil for nothing.
func (r *Record) hasRead(h *progress.History) {
	r.readings--
	if h != nil {
		r.setHistory(h)
	}
	if r.readings == 0 {
		r.stale = r.stale || r.outdated
		r.early, r.outdated = nil, false
	}
}

// setHistory takes what the record says, and what was written since reading it began. Other windows may have written something too, in
// between: then it is to be read once more.
func (r *Record) setHistory(h *progress.History) {
	if r.renumber && r.history != nil {
		r.amend(h)
	}
	r.history, r.stale = h, len(r.early) > 0
	h.Apply(r.early...)
}

// catchUp reads what another window saved in between, here and now. Where it cannot be read, what was known stands.
func (r *Record) catchUp() {
	if r.stale {
		r.read().Do()
	}
}

// fileNotices are what the file has to say.
func (r *Record) fileNotices() []string {
	if r.file == nil {
		return nil
	}
	return r.file.Notices()
}

// past is the record as a draw needs it. What was left blank was not answered: it is new in Today, and an assessment need not let it rest.
func (r *Record) past() scenarios.Past {
	h := r.History()
	past := scenarios.Past{Seen: map[string]int64{}, Families: map[string]int64{}, When: map[string]time.Time{}, Topics: h.Topics()}
	given := h.Given(r.clock.Now())
	for i, a := range h.Answers() {
		if a.Blank() {
			continue
		}
		past.Seen[a.Situation()], past.Families[a.Scenario], past.When[a.Scenario] = a.Seq, a.Seq, given[i]
	}
	return past
}

// Attend notes that the learner took part in a session of so many people; false when that is noted already.
func (r *Record) Attend(session induction.Began, size int, work certificate.Work) bool {
	for _, a := range r.History().Attended() {
		if a.Session == session.ID {
			return false
		}
	}
	r.save(progress.Attended{
		Session: session.ID, Title: session.Title, Situations: work.Situations, Minutes: work.Minutes, Size: size,
		Library: session.Library, Held: session.At,
	})
	return true
}
