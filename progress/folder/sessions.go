// Where sessions are kept: a data folder is one such place.

package folder

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"probity/progress/journal/file"
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

// SessionsIn are the sessions in a data folder, which need not be there yet.
func SessionsIn(o Options) SessionStore { return sessionsIn{o} }

type sessionsIn struct{ where Options }

func (s sessionsIn) New(id string) Led { return newSession(s.where, id) }

func (s sessionsIn) Open(id string) (Led, []induction.Fact, error) {
	led, facts, err := openSession(s.where, id)
	if err != nil {
		return nil, nil, err
	}
	return led, facts, nil
}

func (s sessionsIn) Read(id string) ([]induction.Fact, error) {
	return readSession(filepath.Join(s.where.Dir, SessionFolder, id+".toml"))
}

// List has the session that was changed last first.
func (s sessionsIn) List() ([]string, error) {
	files, err := s.files()
	ids := make([]string, len(files))
	for i, f := range files {
		ids[i] = f.id
	}
	return ids, err
}

func (s sessionsIn) Follow() Follower { return &following{in: s} }

// sessionFile is a session as the folder lists it.
type sessionFile struct {
	id      string
	path    string
	size    int64
	changed time.Time
}

// files lists the sessions, the one that was changed last first. What was set aside is none of them.
func (s sessionsIn) files() ([]sessionFile, error) {
	folder := filepath.Join(s.where.Dir, SessionFolder)
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, &file.UnreadableError{What: "folder of sessions", Path: folder, Err: err}
	}
	var files []sessionFile
	for _, e := range entries {
		id, isTOML := strings.CutSuffix(e.Name(), ".toml")
		info, err := e.Info()
		if !isTOML || strings.Contains(id, ".") || err != nil || !info.Mode().IsRegular() {
			continue
		}
		files = append(files, sessionFile{id, filepath.Join(folder, e.Name()), info.Size(), info.ModTime()})
	}
	slices.SortFunc(files, func(a, b sessionFile) int {
		if c := b.changed.Compare(a.changed); c != 0 {
			return c
		}
		return strings.Compare(b.id, a.id)
	})
	return files, nil
}

type following struct {
	in   sessionsIn
	seen sessionFile
}

// Look returns the facts of the session that was changed last, when there is anything new in it; otherwise fresh is false.
// An error is given once for each change of the file.
func (f *following) Look() (facts []induction.Fact, fresh bool, err error) {
	files, err := f.in.files()
	if err != nil || len(files) == 0 || files[0] == f.seen {
		return nil, false, err
	}
	f.seen = files[0]
	facts, err = readSession(f.seen.path)
	return facts, true, err
}
