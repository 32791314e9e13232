package tutor

import (
	"errors"
	"time"

	"probity/progress/folder"
	"probity/scenarios"
	"probity/scenarios/induction"
)

// LeftRoom is a session that was left and can be carried on.
type LeftRoom struct {
	ID      string
	Session *induction.Session // as it was left
	Begun   time.Time
}

// lookedAt is how many of the latest sessions are looked at for one that was left.
const lookedAt = 8

// LeftRooms is what there is of sessions that were left.
type LeftRooms struct {
	Latest *LeftRoom // nil when there is none
	Err    error     // why one that is later could not be read
}

// LeftRooms is the task of looking for a session that was left. The library has to be loaded.
func (t *Tutor) LeftRooms() Task[LeftRooms] {
	bank, o := t.pack.Bank, t.sessions()
	return looking(func() (found LeftRooms) {
		ids, err := folder.Sessions(o.Dir)
		found.Err = err
		for _, id := range ids[:min(len(ids), lookedAt)] {
			facts, wrong := folder.ReadSession(o.Dir, id)
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
				found.Latest = &LeftRoom{ID: id, Session: s, Begun: facts[0].(induction.Began).At}
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

// OpenRoom is the task of taking a session up where it was left: see Room.CarryOn. A session that is led in another window is
// refused.
func (t *Tutor) OpenRoom(id string) Task[OpenedRoom] {
	for _, r := range t.rooms {
		if r.session.ID() == id {
			return looking(func() OpenedRoom { return OpenedRoom{Room: r} })
		}
	}
	return Task[OpenedRoom]{
		Run: func() OpenedRoom {
			r, err := t.openRoom(id)
			return OpenedRoom{r, err}
		},
		Done: func(o OpenedRoom) {
			if o.Err == nil {
				t.hold(append(t.rooms, o.Room))
			}
		},
	}
}

func (t *Tutor) openRoom(id string) (*Room, error) {
	file, facts, err := folder.OpenSession(t.sessions(), id)
	if err != nil {
		return nil, err
	}
	s, err := induction.Resume(t.pack.Bank, facts)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return t.room(s, file), nil
}

// Watch looks over the shoulder of whoever leads a session on this computer.
type Watch struct {
	following *folder.Following
	bank      *scenarios.Bank
}

// Watch watches the sessions in the data folder. The library has to be loaded.
func (t *Tutor) Watch() *Watch { return &Watch{folder.Follow(t.opt.Dir), t.pack.Bank} }

// Look returns the session that was changed last, when there is anything new in it. It may run elsewhere, one at a time.
func (w *Watch) Look() (s *induction.Session, fresh bool, err error) {
	facts, fresh, err := w.following.Look()
	if err != nil || !fresh || len(facts) == 0 {
		return nil, fresh && err != nil, err
	}
	s, err = induction.Resume(w.bank, facts)
	return s, true, err
}
