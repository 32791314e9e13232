package tutor

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"probity/progress/folder"
	"probity/progress/journal"
	"probity/scenarios/induction"
)

// Room is an induction session under way, with its file. A front end shows Session and changes it through Do, so that every
// act is on its way to the disk before the screen shows it.
type Room struct {
	tutor   *Tutor
	session *induction.Session
	file    *folder.Session // nil: nothing can be kept
	queue   []induction.Fact
	write   *write // under way; nil when none is
	trouble error
	tried   int       // how long the queue was when the last write failed
	alive   time.Time // when the clock was last looked at
	left    bool
}

// TryRoom says what is wrong with a plan or a number of people before anything is begun; nil when nothing is.
func (t *Tutor) TryRoom(plan induction.Plan, people int) error {
	_, _, err := induction.Begin(t.pack.Bank, plan, people, "", t.pack.Version, t.Now())
	return err
}

// BeginRoom begins a session. The library has to be loaded.
func (t *Tutor) BeginRoom(plan induction.Plan, people int) (*Room, error) {
	now := t.Now()
	id := now.UTC().Format("20060102-150405-") + base36(rand.Uint32())
	s, first, err := induction.Begin(t.pack.Bank, plan, people, id, t.pack.Version, now)
	if err != nil {
		return nil, err
	}
	r := &Room{tutor: t, session: s, alive: now}
	if t.Kept() {
		r.file = folder.NewSession(t.sessions(), id)
		r.queue = append(r.queue, first)
	}
	t.hold(append(t.rooms, r))
	return r, nil
}

// hold changes which rooms are held.
func (t *Tutor) hold(rooms []*Room) {
	t.waiting.Lock()
	defer t.waiting.Unlock()
	t.rooms = rooms
}

// sessions says where sessions are kept.
func (t *Tutor) sessions() folder.Options {
	return folder.Options{Dir: t.opt.Dir, Now: t.opt.Now, LockWait: lockWait}
}

// CarryOn goes on with a session that was opened: its countdown stands where it was, paused.
func (t *Tutor) CarryOn(r *Room) error {
	if r.alive.IsZero() {
		t.hold(append(t.rooms, r))
	}
	r.left, r.alive = false, t.Now()
	if r.session.HasEnded() {
		return nil
	}
	return r.take(r.session.TakeUp(time.Time{}, r.alive))
}

// Session is the session as it stands, for looking at.
func (r *Room) Session() *induction.Session { return r.session }

// Act is one of the session's acts.
type Act func(s *induction.Session, now time.Time) (induction.Fact, error)

// Do carries an act out and puts it on its way to the disk. The error says why it can't be done; then nothing has changed.
func (r *Room) Do(act Act) error {
	r.Look()
	return r.take(act(r.session, r.tutor.Now()))
}

func (r *Room) take(fact induction.Fact, err error) error {
	if err == nil && r.file != nil {
		r.tutor.waiting.Lock()
		defer r.tutor.waiting.Unlock()
		r.queue = append(r.queue, fact)
	}
	return err
}

// How long nobody may look at the clock before the lid is taken to have been closed. A running countdown is looked at every
// ten seconds at least; in other steps only keys tell that the facilitator is there.
const (
	lull  = 45 * time.Second
	pause = 15 * time.Minute
)

// Look looks at the clock. A session that lay still under a closed lid is taken up: its countdown stands where it was,
// paused, and nothing is blank.
func (r *Room) Look() {
	now, before := r.tutor.Now().Round(0), r.alive // without the monotonic clock, which may sleep with the computer
	r.alive = now
	still := now.Sub(before.Round(0))
	if still > pause || still > lull && r.session.Timed() && r.session.Running() {
		_ = r.take(r.session.TakeUp(before, now)) // it is always allowed
	}
}

// Trouble is why the last write failed; nil when it did not.
func (r *Room) Trouble() error { return r.trouble }

// Kept tells whether the session is kept.
func (r *Room) Kept() bool { return r.file != nil }

// Leave is the end of leading the session in this window. What waits is still written; then another window may carry it on.
func (r *Room) Leave() {
	r.left = true
	r.tutor.letGo()
}

// letGo closes the files of sessions that were left and have nothing waiting.
func (t *Tutor) letGo() {
	var held []*Room
	for _, r := range t.rooms {
		if !r.left || len(r.queue) > 0 || r.write != nil {
			held = append(held, r)
		} else if r.file != nil {
			_ = r.file.Close() // the system lets go of it at the end in any case
		}
	}
	t.hold(held)
}

// RoomWritten is the result of writing a session.
type RoomWritten struct {
	room *Room
	Written
}

// WriteRoom returns the function that writes what waits of sessions; nil when there is nothing to do. Hand its result to
// WroteRoom.
func (t *Tutor) WriteRoom() func() RoomWritten {
	for _, r := range t.rooms {
		if run := r.writing(); run != nil {
			return func() RoomWritten { return RoomWritten{r, run()} }
		}
	}
	return nil
}

// writing is the write of what waits, done once, whoever comes to it first.
func (r *Room) writing() func() Written {
	if r.write != nil || len(r.queue) == 0 || r.trouble != nil && len(r.queue) == r.tried {
		return nil
	}
	batch, file := append([]induction.Fact(nil), r.queue...), r.file
	w := &write{do: func() Written {
		return Written{Count: len(batch), Err: file.Append(context.Background(), journal.Any, batch...)}
	}}
	r.tutor.waiting.Lock()
	defer r.tutor.waiting.Unlock()
	r.write = w
	return w.run
}

// WroteRoom takes the result of a write. What could not be written stays waiting. first tells that writing fails since now.
func (t *Tutor) WroteRoom(w RoomWritten) (first bool) {
	r := w.room
	first = r.trouble == nil && w.Err != nil
	r.trouble = w.Err
	if w.Err != nil {
		r.tried = len(r.queue)
	}
	r.wrote(w.Written)
	if w.Err != nil {
		return first
	}
	t.notices = append(t.notices, r.file.Notices()...)
	t.letGo()
	return first
}

// wrote ends a write, and takes what it saved out of the queue.
func (r *Room) wrote(w Written) {
	r.tutor.waiting.Lock()
	defer r.tutor.waiting.Unlock()
	r.write = nil
	if w.Err == nil {
		r.queue = r.queue[w.Count:]
	}
}

// flushRooms writes everything that waits of sessions, here and now.
func (t *Tutor) flushRooms() error {
	var wrong []error
	for _, r := range append([]*Room(nil), t.rooms...) {
		if r.write != nil {
			t.WroteRoom(RoomWritten{r, r.write.run()})
		}
		r.tried = -1
		for run := r.writing(); run != nil; run = r.writing() {
			t.WroteRoom(RoomWritten{r, run()})
		}
		wrong = append(wrong, r.trouble)
	}
	return errors.Join(wrong...)
}
