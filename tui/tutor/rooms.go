package tutor

import (
	"errors"
	"slices"
	"sync"

	"probity/progress/folder"
	"probity/scenarios/induction"
	"probity/tui/phones"
)

// Rooms are the induction sessions that are led in this window, or have something waiting to be saved.
type Rooms struct {
	clock   *Clock
	library *Library
	record  *Record
	notices *notices
	saved   folder.SessionStore // where sessions are saved
	door    Door
	hosted  bool           // the program runs on a host, which has no wifi in common with a room
	network phones.Network // on which phones come to a host; nil for none

	held    []*Room
	holding sync.Mutex // held while the list is changed, for rescue to read it
}

// Try says what is wrong with a plan or a number of people before anything is begun; nil when nothing is.
func (r *Rooms) Try(plan induction.Plan, people int) error {
	_, _, err := induction.Begin(r.library.pack.Bank, plan, people, "", r.library.pack.Version, r.clock.Now())
	return err
}

// Begin begins a session. The library has to be loaded.
func (r *Rooms) Begin(plan induction.Plan, people int) (*Room, error) {
	now := r.clock.Now()
	id := newID(r.clock)
	s, first, err := induction.Begin(r.library.pack.Bank, plan, people, id, r.library.pack.Version, now)
	if err != nil {
		return nil, err
	}
	room := r.room(s, nil)
	room.alive = now
	if r.record.SavingEnabled() {
		room.file = r.saved.New(id)
		room.outbox.Add(first)
	}
	r.hold(append(r.held, room))
	return room, nil
}

// room is a room for a session. Without a file nothing of it is kept.
func (r *Rooms) room(s *induction.Session, file folder.Led) *Room {
	room := &Room{in: r, session: s, file: file}
	room.outbox = newOutbox(func() save[induction.Fact] { return room.save })
	return room
}

// hold changes which rooms are held.
func (r *Rooms) hold(rooms []*Room) {
	r.holding.Lock()
	defer r.holding.Unlock()
	r.held = rooms
}

// write returns the tasks of writing what waits, and of closing the files of sessions that were left and have nothing waiting.
func (r *Rooms) write() (tasks []Task[Written]) {
	for _, room := range r.held {
		if task, ok := room.outbox.Write(); ok {
			run := task.Run
			task.Run = func() Written { // a room is told once: every step of it would be more
				w := run()
				w.More = false
				return w
			}
			tasks = append(tasks, task)
		} else if room.done() {
			tasks = append(tasks, r.close(room))
		}
	}
	return tasks
}

// done reports whether a room was left and has nothing waiting.
func (r *Room) done() bool { return r.left && !r.closing && r.outbox.Idle() }

// close is the task of closing a room's file. A room that is gone on with in the meantime is held on to: its next write opens the
// file again.
func (r *Rooms) close(room *Room) Task[Written] {
	room.closing = true
	return Task[Written]{
		Run: func() Written {
			if room.file != nil {
				_ = room.file.Close() // the system lets go of it at the end in any case
			}
			return Written{}
		},
		Done: func(Written) {
			if room.closing = false; room.left {
				r.hold(slices.DeleteFunc(slices.Clone(r.held), func(one *Room) bool { return one == room }))
			}
		},
	}
}

// troubled reports whether something of a session could not be saved.
func (r *Rooms) troubled() bool {
	return slices.ContainsFunc(r.held, func(room *Room) bool { return room.outbox.Trouble() != nil && room.outbox.Waiting() > 0 })
}

// trouble is why something of a session could not be saved.
func (r *Rooms) trouble() error {
	var wrong []error
	for _, room := range r.held {
		wrong = append(wrong, room.outbox.Trouble())
	}
	return errors.Join(wrong...)
}

// retry lets what could not be written be tried again.
func (r *Rooms) retry() {
	for _, room := range r.held {
		room.outbox.Retry()
	}
}

// flush writes everything that waits, here and now.
func (r *Rooms) flush() error {
	var wrong []error
	for _, room := range slices.Clone(r.held) {
		wrong = append(wrong, room.outbox.Flush())
		if room.done() {
			r.close(room).Do()
		}
	}
	return errors.Join(wrong...)
}

// rescue writes everything that waits, from any goroutine, as Tutor.Rescue does.
func (r *Rooms) rescue() error {
	r.holding.Lock()
	var wrong []error
	for _, room := range r.held {
		wrong = append(wrong, room.outbox.Rescue(room.save))
	}
	return errors.Join(wrong...)
}
