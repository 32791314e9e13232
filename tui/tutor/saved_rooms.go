package tutor

import (
	"errors"
	"time"

	"probity/progress/folder"
	"probity/scenarios"
	"probity/scenarios/induction"
)

// UnfinishedRoom is a session that was left and can be carried on.
type UnfinishedRoom struct {
	ID      string
	Session *induction.Session // as it was left
	Begun   time.Time
}

// lookedAt is how many of the latest sessions are looked at for one that was left.
const lookedAt = 8

// UnfinishedRooms is what there is of sessions that were left.
type UnfinishedRooms struct {
	Latest *UnfinishedRoom // nil when there is none
	Err    error           // why one that is later could not be read
}

// FindUnfinished is the task of looking for a session that was left. The library has to be loaded.
func (r *Rooms) FindUnfinished() Task[UnfinishedRooms] {
	bank, saved := r.library.pack.Bank, r.saved
	return runOnly(func() (found UnfinishedRooms) {
		ids, err := saved.List()
		found.Err = err
		for _, id := range ids[:min(len(ids), lookedAt)] {
			facts, wrong := saved.Read(id)
			if wrong == nil && len(facts) == 0 {
				continue // killed before its first fact was written
			}
			var s *induction.Session
			if wrong == nil {
				s, wrong = induction.Resume(bank, facts)
			}
			if wrong != nil {
				found.Err = errors.Join(found.Err, wrong)
				continue
			}
			if !s.HasEnded() {
				found.Latest = &UnfinishedRoom{ID: id, Session: s, Begun: facts[0].(induction.Began).At}
				break
			}
		}
		return found
	})
}

// OpenedRoom is a session that was taken up, or why it could not be.
type OpenedRoom struct {
	Room *Room
	Err  error
}

// Open is the task of taking a session up where it was left: see Room.CarryOn. A session that is led in another window is
// refused.
func (r *Rooms) Open(id string) Task[OpenedRoom] {
	for _, room := range r.held {
		if room.session.ID() == id {
			return runOnly(func() OpenedRoom { return OpenedRoom{Room: room} })
		}
	}
	return Task[OpenedRoom]{
		Run: func() OpenedRoom {
			room, err := r.open(id)
			return OpenedRoom{room, err}
		},
		Done: func(o OpenedRoom) {
			if o.Err == nil {
				r.hold(append(r.held, o.Room))
			}
		},
	}
}

func (r *Rooms) open(id string) (*Room, error) {
	file, facts, err := r.saved.Open(id)
	if err != nil {
		return nil, err
	}
	s, err := induction.Resume(r.library.pack.Bank, facts)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return r.room(s, file), nil
}

// Watch looks over the shoulder of whoever leads a session of this learner's, on this computer or host.
type Watch struct {
	following folder.Follower
	bank      *scenarios.Bank
}

// Watch watches the sessions where they are saved. The library has to be loaded.
func (r *Rooms) Watch() *Watch { return &Watch{r.saved.Follow(), r.library.pack.Bank} }

// Look returns the session that was changed last, when there is anything new in it. It may run elsewhere, one at a time.
func (w *Watch) Look() (s *induction.Session, fresh bool, err error) {
	facts, fresh, err := w.following.Look()
	if err != nil || !fresh || len(facts) == 0 {
		return nil, fresh && err != nil, err
	}
	s, err = induction.Resume(w.bank, facts)
	return s, true, err
}
