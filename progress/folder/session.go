// A session that is led: a file of its own in the folder sessions, written as the record is and kept apart from it, since it says
// nothing of the learner.

package folder

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"github.com/gofrs/flock"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/file"
	"probity/scenarios/induction"
)

// session is the way to one session's file. One process at a time holds it.
type session struct {
	store  *file.Store
	folder string // of the sessions
	disk   *disk.Steps
	hold   *flock.Flock // taken for as long as the session runs; the system lets go of it when a process dies
}

// ErrRunning says that another window leads the session.
var ErrRunning = errors.New("this session is running in another Probity window: go on there, or close that window first")

// newSession is a session that has no file yet: its first Append makes it. The id names the file.
func newSession(o Options, id string) *session {
	folder := filepath.Join(o.Dir, SessionFolder)
	d := o.Disk
	if d == nil {
		d = disk.Real()
	}
	return &session{
		store: file.New(storeOf(o, id, d)), folder: folder, disk: d,
		hold: flock.New(filepath.Join(folder, id+".lock"), flock.SetPermissions(disk.FileMode)),
	}
}

// storeOf says where and how a session is kept.
func storeOf(o Options, id string, d *disk.Steps) file.Options {
	return file.Options{
		Path: filepath.Join(o.Dir, SessionFolder, id+".toml"), Session: id, Kinds: sessionKinds(),
		Now: o.Now, LockWait: o.LockWait, Disk: d,
	}
}

// openSession takes a session up that was left, and returns what is in it so far. A torn tail is passed over; other damage is
// an error that says where. ErrRunning means that somebody leads it at this moment.
func openSession(o Options, id string) (*session, []induction.Fact, error) {
	s := newSession(o, id)
	var opening error
	s.store, opening = file.Open(storeOf(o, id, s.disk))
	if err := s.take(); err != nil {
		return nil, nil, err
	}
	facts, err := readSession(s.store.Path())
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("there is no session %q here", id)
	}
	if err == nil {
		err = damagedSession(opening)
	}
	if err != nil {
		return nil, nil, errors.Join(err, s.Close())
	}
	return s, facts, nil
}

// take makes the session this process's own.
func (s *session) take() error {
	if s.hold.Locked() {
		return nil
	}
	got, err := s.disk.Lock(s.hold)
	for errors.Is(err, syscall.EINTR) {
		got, err = s.disk.Lock(s.hold)
	}
	switch {
	case disk.LacksLocks(err):
		s.store.WarnOfNoLocks()
	case err != nil:
		return &NotDoneError{Doing: "taking the session up", Outcome: "The session could not be taken up", Err: err}
	case !got:
		return ErrRunning
	}
	return nil
}

// Close lets another window lead the session.
func (s *session) Close() error { return s.hold.Close() }

// Notices returns what the facilitator should be told once, in sentences.
func (s *session) Notices() []string { return s.store.Notices() }

// Append saves facts as the Append of a Store does. Its errors are *NotSavedError: then the file is as it was, and the facts may be
// given again.
func (s *session) Append(ctx context.Context, after int64, facts ...induction.Fact) error {
	if err := s.begin(); err != nil {
		return notSavedSession(err)
	}
	given := make([]progress.Fact, len(facts))
	for i, fact := range facts {
		given[i] = fact
	}
	if _, err := s.store.Append(ctx, after, given...); err != nil {
		return notSavedSession(err)
	}
	return nil
}

// begin makes the file where there is none yet.
func (s *session) begin() error {
	if _, exists := s.store.Learner(); exists {
		return s.take()
	}
	if err := s.disk.MakeFolders(s.folder, disk.FolderMode); err != nil {
		return err
	}
	if err := s.take(); err != nil {
		return err
	}
	if err := s.store.Create(progress.Learner{}); !errors.Is(err, fs.ErrExist) { // nobody else leads it: it was made when saving failed before
		return err
	}
	return nil
}

// notSavedSession words it for a session.
func notSavedSession(err error) error {
	var inner *file.NotSavedError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	err = damagedSession(err)
	if errors.Is(err, fs.ErrNotExist) {
		err = file.ReadOnly("its file was moved or deleted while Probity was running. Put it back in the folder " + SessionFolder + ", or begin a new session.")
	}
	return &file.NotSavedError{What: "session", Err: err}
}

// damagedSession words damage to a session's file, and why it can't be read; other errors stay as they are.
func damagedSession(err error) error {
	var corrupt *file.CorruptError
	var unreadable *file.UnreadableError
	if errors.As(err, &unreadable) {
		return &file.UnreadableError{What: "session", Path: unreadable.Path, Err: unreadable.Err}
	}
	if !errors.As(err, &corrupt) {
		return err
	}
	mend := " Begin a new session."
	if corrupt.Line > 0 {
		mend = fmt.Sprintf(" Mend that line in an editor (%v), or begin a new session.", corrupt.Problem)
	}
	return file.ReadOnly(fmt.Sprintf("The session in %s could not be read: %s. Nothing in it has been changed.", corrupt.Path, corrupt.Placed()) + mend)
}
