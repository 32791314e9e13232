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

// LeftRooms returns the function that looks for a session that was left; left is nil when there is none. An error says why one
// that is later could not be read. The library has to be loaded.
func (t *Tutor) LeftRooms() func() (left *LeftRoom, err error) {
	bank, o := t.pack.Bank, t.sessions()
	return func() (*LeftRoom, error) {
		ids, err := folder.Sessions(o.Dir)
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
				err = errors.Join(err, wrong)
				continue
			}
			if !s.HasEnded() {
				return &LeftRoom{ID: id, Session: s, Begun: facts[0].(induction.Began).At}, err
			}
		}
		return nil, err
	}
}

// OpenRoom returns the function that takes a session up where it was left; hand what it returns to CarryOn. A session that
// is led in another window is refused.
func (t *Tutor) OpenRoom(id string) func() (*Room, error) {
	for _, r := range t.rooms {
		if r.session.ID() == id {
			return func() (*Room, error) { return r, nil }
		}
	}
	bank, o := t.pack.Bank, t.sessions()
	return func() (*Room, error) {
		file, facts, err := folder.OpenSession(o, id)
		if err != nil {
			return nil, err
		}
		s, err := induction.Resume(bank, facts)
		if err != nil {
			return nil, errors.Join(err, file.Close())
		}
		return &Room{tutor: t, session: s, file: file}, nil
	}
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
