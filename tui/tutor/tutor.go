// Package tutor is what every front end stands on: the library, the learner, the record, and the sitting under way, each a part
// of a Tutor. Screens and linear mode show them and call them; the parts know neither. All of it belongs to one goroutine; what
// takes time (loading, reading, writing) is a Task. Rescue alone may be called from another goroutine.
package tutor

import (
	"context"
	"errors"
	"time"

	"probity/progress/folder"
	"probity/scenarios/find"
	"probity/scenarios/pack"
	"probity/tui/phones"
)

// Options are what a run of the tutor is started with.
type Options struct {
	Dir       string              // the folder of the record, and of sessions that are led
	File      File                // what the record is saved in; nil for the folder
	Sessions  folder.SessionStore // where sessions that are led are saved; nil for the folder
	Door      Door                // where files that somebody names are read and written
	Phones    phones.Network      // on which phones come to rooms, where the program runs on a host; nil for none
	Flags     Learner             // --role and --jurisdiction; on an existing record they hold for this run only
	Seed      *int64              // --seed; nil for chance
	Count     int                 // how many situations make a practice, as the learner has it; 0 for the usual number
	Now       func() time.Time
	Load      func() (*pack.Pack, error)   // loads the library; nil for the built-in one
	Index     func(*pack.Pack) *find.Index // makes the index of what is loaded, or has it; nil to make it
	Notices   []string                     // what there is to say once
	Program   string                       // name and version, for certificates
	Here      string                       // the folder that the program was started in, in which what is exported is put; "" where it can't be told
	Named     string                       // the folder as --data gave it; "" where it is the usual one
	Rescue    []string                     // folders for what cannot be saved as the program ends: the first that can be written to
	Typefaces Typefaces                    // of this computer, for PDFs; nil for none
	Again     func() bool                  // waits a moment as the program ends, and says whether a host's store that does not answer is to be tried again; nil for never
}

// Tutor is one run: its parts, and what concerns several of them. Each part knows those above it, as far as it needs them, and
// none below.
type Tutor struct {
	Clock        *Clock
	Library      *Library
	Record       *Record
	Profile      *Profile
	Copies       *Copies
	Practices    *Practices
	Assessments  *Assessments
	Progress     *Progress
	Certificates *Certificates
	Rooms        *Rooms
	Door         Door

	notices *notices
	tasks   *tasks
	rescue  []string
	named   string      // the folder that --data named; "" for none
	again   func() bool // Options.Again; nil for never
}

// lockWait is how long a save waits for another window's: far longer than one takes, and short enough to leave in.
const lockWait = 400 * time.Millisecond

// Open is a tutor on the record in a folder; its library is still to be loaded and the record still to be read. A record that
// is damaged or gone comes back as a *file.CorruptError or *folder.LostError beside the tutor: see Record.FindBackups. One
// that can't be read is a *file.UnreadableError.
func Open(o Options) (*Tutor, error) {
	where := folder.Options{Dir: o.Dir, Now: o.Now, LockWait: lockWait, Elsewhere: o.Rescue}
	t := begun(o)
	var err error
	if o.File != nil {
		t.Record = newRecord(o.File, t.Clock, t.notices, t.tasks)
		t.sayReadOnly()
	} else {
		err = t.openFolder(where)
	}
	t.addParts(o, where)
	return t, err
}

// Reading is a tutor that shows a library to a learner and keeps nothing.
func Reading(p *pack.Pack, l Learner) *Tutor {
	o := Options{Flags: l, Now: time.Now}
	t := begun(o)
	t.Library.pack = p
	t.Record = newRecord(nil, t.Clock, t.notices, t.tasks)
	t.addParts(o, folder.Options{})
	return t
}

// begun is a tutor as far as it needs no record.
func begun(o Options) *Tutor {
	return &Tutor{Clock: &Clock{now: o.Now}, Library: newLibrary(o.Load, o.Index), notices: &notices{o.Notices}, tasks: &tasks{}, rescue: o.Rescue, named: o.Named, again: o.Again, Door: o.Door}
}

// addParts makes the parts that stand on the record.
func (t *Tutor) addParts(o Options, where folder.Options) {
	t.Profile = &Profile{clock: t.Clock, record: t.Record, notices: t.notices, flags: o.Flags, changed: map[string]string{}}
	t.Copies = &Copies{library: t.Library, record: t.Record, profile: t.Profile, notices: t.notices}
	on := sittings{clock: t.Clock, library: t.Library, record: t.Record, profile: t.Profile, seed: o.Seed}
	t.Practices = &Practices{sittings: on, count: o.Count}
	t.Assessments = &Assessments{sittings: on}
	t.Progress = &Progress{on, t.Practices}
	t.Certificates = &Certificates{sittings: on, copies: t.Copies, tasks: t.tasks, program: o.Program, here: o.Here, typefaces: o.Typefaces, door: o.Door}
	t.Certificates.drafts = newOutbox(t.Certificates.savingDraft)
	t.Rooms = &Rooms{clock: t.Clock, library: t.Library, record: t.Record, profile: t.Profile, notices: t.notices, saved: o.Sessions, door: t.Door, hosted: t.Hosted(), network: o.Phones}
	if t.Rooms.saved == nil {
		t.Rooms.saved = folder.SessionsIn(where)
	}
}

// openFolder opens the record in a folder.
func (t *Tutor) openFolder(where folder.Options) error {
	file, err := folder.Open(where)
	t.Record = newRecord(file, t.Clock, t.notices, t.tasks)
	t.Record.folder = file
	if err == nil && !t.Record.Exists() {
		err = file.Lost()
	}
	t.Record.undecided = err != nil
	t.sayReadOnly()
	if err == nil {
		t.notices.add(lyingBeside(file)...)
	}
	return err
}

// sayReadOnly says why nothing can be saved, where that is so.
func (t *Tutor) sayReadOnly() {
	if why, yes := t.Record.file.ReadOnly(); yes {
		t.notices.add(why)
	}
}

// Hosted reports whether the tutor runs on a host for a learner who is somewhere else: what is kept is kept there, and files that the learner
// names are their own files there.
func (t *Tutor) Hosted() bool { return t.Door.Own != nil }

// Notices are what there is to say once: each is given one time.
func (t *Tutor) Notices() []string { return append(t.notices.take(), t.Record.fileNotices()...) }

// Read is the task of reading the record. Its error says why that could not be done; then what was known before still stands.
func (t *Tutor) Read() Task[error] { return t.Record.read().then(t.Profile.reconcile) }

// Watch tells whenever another window has saved something that was not read here, until ctx ends. It may run on any goroutine, and
// touches nothing of the tutor's: whoever is told has Record.Outdate called on the tutor's own.
func (t *Tutor) Watch(ctx context.Context, tell func()) {
	file := t.Record.file
	if file == nil {
		return
	}
	for range file.Watch(ctx) {
		if file.Behind() {
			tell()
		}
	}
}

// CatchUp reads the record anew where it is stale, here and now.
func (t *Tutor) CatchUp() {
	t.Record.catchUp()
	t.Profile.reconcile()
}

// Write returns the tasks of writing what waits, of the record, of sessions and of the draft of a certificate; the record is made where there is none yet.
func (t *Tutor) Write() []Task[Written] {
	tasks := t.Rooms.write()
	if task, ok := t.Record.write(t.Profile.Learner()); ok {
		tasks = append(tasks, task.then(t.Profile.reconcile))
	}
	if task, ok := t.Certificates.drafts.Write(); ok {
		tasks = append(tasks, task)
	}
	return tasks
}

// Retry lets what could not be written be tried again.
func (t *Tutor) Retry() {
	t.Record.outbox.Retry()
	t.Certificates.drafts.Retry()
	t.Rooms.retry()
}

// Flush finishes the tasks that must not be lost and writes everything that waits, here and now. What is under way is waited for,
// not done again. The error says what failed, a task's too.
func (t *Tutor) Flush() error {
	tasks := t.tasks.finish()
	drafts, err := t.flush()
	if err != nil {
		return err
	}
	return errors.Join(tasks, drafts)
}

// flush is Flush but for the tasks. What came of drafts matters less than the rest.
func (t *Tutor) flush() (drafts, err error) {
	rooms := t.Rooms.flush()
	err = t.Record.flush(t.Profile.Learner())
	t.Profile.reconcile()
	drafts = t.Certificates.drafts.Flush()
	if err != nil {
		return nil, errors.Join(err, rooms)
	}
	return errors.Join(rooms, drafts), nil
}

// Rescue saves what waits, and nothing else, for a program that has to end although the goroutine that has the tutor hangs. It
// may be called from any goroutine. A write that is under way is waited for, not made again. Afterwards nothing can be saved
// any more: the locks are kept, so that a goroutine that goes on after all does not save the same again.
func (t *Tutor) Rescue() error {
	return errors.Join(t.Rooms.rescue(), t.Record.rescue(), t.Certificates.rescue())
}
