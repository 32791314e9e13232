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
	outbox  *Outbox[induction.Fact]
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
	r := t.room(s, nil)
	r.alive = now
	if t.Kept() {
		r.file = folder.NewSession(t.sessions(), id)
		r.outbox.Add(first)
	}
	t.hold(append(t.rooms, r))
	return r, nil
}

// room is a room for a session. Without a file nothing of it is kept.
func (t *Tutor) room(s *induction.Session, file *folder.Session) *Room {
	r := &Room{tutor: t, session: s, file: file}
	r.outbox = NewOutbox(r.append, r.appended)
	return r
}

// hold changes which rooms are held.
func (t *Tutor) hold(rooms []*Room) {
	t.holding.Lock()
	defer t.holding.Unlock()
	t.rooms = rooms
}

// sessions says where sessions are kept.
func (t *Tutor) sessions() folder.Options {
	return folder.Options{Dir: t.opt.Dir, Now: t.opt.Now, LockWait: lockWait}
}

// CarryOn goes on with a session that was opened: its countdown stands where it was, paused.
func (r *Room) CarryOn() error {
	r.left, r.alive = false, r.tutor.Now()
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
		r.outbox.Add(fact)
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
func (r *Room) Trouble() error { return r.outbox.Trouble() }

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
		if !r.left || !r.outbox.Idle() {
			held = append(held, r)
		} else if r.file != nil {
			_ = r.file.Close() // the system lets go of it at the end in any case
		}
	}
	t.hold(held)
}

// append writes facts to the session's file.
func (r *Room) append(batch []induction.Fact) ([]induction.Fact, error) {
	return batch, r.file.Append(context.Background(), journal.Any, batch...)
}

// appended takes what came of a write.
func (r *Room) appended(_ []induction.Fact, err error) {
	if err == nil {
		r.tutor.notices = append(r.tutor.notices, r.file.Notices()...)
		r.tutor.letGo()
	}
}

// writeRooms returns the tasks of writing what waits of sessions.
func (t *Tutor) writeRooms() (tasks []Task[Written]) {
	for _, r := range t.rooms {
		if task, ok := r.outbox.Write(); ok {
			tasks = append(tasks, task)
		}
	}
	return tasks
}

func (t *Tutor) retryRooms() {
	for _, r := range t.rooms {
		r.outbox.Retry()
	}
}

// flushRooms writes everything that waits of sessions, here and now.
func (t *Tutor) flushRooms() error {
	var wrong []error
	for _, r := range append([]*Room(nil), t.rooms...) {
		wrong = append(wrong, r.outbox.Flush())
	}
	return errors.Join(wrong...)
}
