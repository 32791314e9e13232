// Where sessions are kept: a data folder is one such place.

package folder

import (
	"context"

	"probity/scenarios/induction"
)

// SessionStore is where the sessions are kept that somebody leads.
type SessionStore interface {
	// New is a session of which nothing is kept yet: its first Append begins it.
	New(id string) Led
	// Open takes a session up that was left, and returns what is in it so far.
	Open(id string) (Led, []induction.Fact, error)
	// Read returns what is in a session so far, whoever leads it.
	Read(id string) ([]induction.Fact, error)
	// List has the ids of the sessions, the latest first.
	List() ([]string, error)
	// Follow looks over the shoulder of whoever leads one.
	Follow() Follower
}

// Led is the way to a session's facts for whoever leads it. Its methods may be called from several goroutines at once.
type Led interface {
	// Append saves facts as the Append of a journal.Store does.
	Append(ctx context.Context, after int64, facts ...induction.Fact) error
	// Notices are what there is to say once.
	Notices() []string
	// Close lets another window lead the session.
	Close() error
}

// Follower follows sessions. It is for one goroutine at a time.
type Follower interface {
	// Look returns the facts of the session that was changed last, when there is anything new in it; otherwise fresh is false. An error
	// is given once for each change.
	Look() (facts []induction.Fact, fresh bool, err error)
}

// SessionsIn are the sessions in a data folder.
func SessionsIn(o Options) SessionStore { return sessionsIn{o} }

type sessionsIn struct{ where Options }

func (s sessionsIn) New(id string) Led { return NewSession(s.where, id) }

func (s sessionsIn) Open(id string) (Led, []induction.Fact, error) {
	led, facts, err := OpenSession(s.where, id)
	if err != nil {
		return nil, nil, err
	}
	return led, facts, nil
}

func (s sessionsIn) Read(id string) ([]induction.Fact, error) { return ReadSession(s.where.Dir, id) }
func (s sessionsIn) List() ([]string, error)                  { return Sessions(s.where.Dir) }
func (s sessionsIn) Follow() Follower                         { return Follow(s.where.Dir) }
