// Induction sessions: each is a file of its own in the folder sessions, written as the record is and kept apart from it, since
// it says nothing of the learner.

package folder

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
	"probity/scenarios/induction"
)

// Session is the way to one session's file. One process at a time holds it. Its methods may be called from several goroutines
// at once.
type Session struct {
	store  *file.Store
	folder string // of the sessions
	disk   *disk.Steps
	hold   *flock.Flock // taken for as long as the session runs; the system lets go of it when a process dies
}

// ErrRunning says that another window leads the session.
var ErrRunning = errors.New("this session is running in another Probity window: go on there, or close that window first")

// NewSession is a session that has no file yet: its first Append makes it. The id names the file.
func NewSession(o Options, id string) *Session {
	folder := filepath.Join(o.Dir, SessionFolder)
	d := o.Disk
	if d == nil {
		d = disk.Real()
	}
	return &Session{
		store: file.New(storeOf(o, id, d)), folder: folder, disk: d,
		hold: flock.New(filepath.Join(folder, id+".lock"), flock.SetPermissions(disk.FileMode)),
	}
}

// storeOf says where and how a session is kept.
func storeOf(o Options, id string, d *disk.Steps) file.Options {
	return file.Options{
		Path: filepath.Join(o.Dir, SessionFolder, id+".toml"), Session: id, Kinds: journal.KindsOf(induction.Kinds()...),
		Now: o.Now, LockWait: o.LockWait, Disk: d,
	}
}

// OpenSession takes a session up that was left, and returns what is in it so far. A torn tail is passed over; other damage is
// an error that says where. ErrRunning means that somebody leads it at this moment.
func OpenSession(o Options, id string) (*Session, []induction.Fact, error) {
	s := NewSession(o, id)
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
func (s *Session) take() error {
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
func (s *Session) Close() error { return s.hold.Close() }

// Notices returns what the facilitator should be told once, in sentences.
func (s *Session) Notices() []string { return s.store.Notices() }

// Append saves facts as the Append of a Store does. Its errors are *NotSavedError: then the file is as it was, and the facts may be
// given again.
func (s *Session) Append(ctx context.Context, after int64, facts ...induction.Fact) error {
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
func (s *Session) begin() error {
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

// ReadSession returns what is in a session so far, whoever leads it.
func ReadSession(dir, id string) ([]induction.Fact, error) {
	return readSession(filepath.Join(dir, SessionFolder, id+".toml"))
}

// ReadSessionText is ReadSession for a session that was read already, by its name.
func ReadSessionText(name string, text []byte) (facts []induction.Fact, err error) {
	facts, err = sessionFacts(name, text)
	return facts, damagedSession(err)
}

// sessionFacts are the facts in the text of a session's file of that name.
func sessionFacts(name string, text []byte) (facts []induction.Fact, err error) {
	s, err := file.InspectText(journal.KindsOf(induction.Kinds()...), text, name)
	if err == nil {
		err = file.ReadPieces(bytes.NewReader(text), s, name, func(_ []byte, p tables.Piece) error {
			if p.Fact != nil {
				facts = append(facts, p.Fact.(induction.Fact))
			}
			return nil
		})
	}
	return facts, err
}

// SessionText is the file of a session, by its id and its facts.
func SessionText(id string, facts []induction.Fact) ([]byte, error) {
	text := tables.EncodeHead(tables.Head{Schema: tables.Schema, Session: id})
	for _, fact := range facts {
		one, err := tables.Encode(fact)
		if err != nil {
			return nil, fmt.Errorf("writing the session: %w", err)
		}
		text = append(text, one...)
	}
	return text, nil
}

// readSession reads a session's file.
func readSession(path string) ([]induction.Fact, error) {
	facts, err := sessionAt(path)
	return facts, damagedSession(err)
}

// sessionAt are the facts in a session's file.
func sessionAt(path string) (facts []induction.Fact, err error) {
	err = file.ReadAll(journal.KindsOf(induction.Kinds()...), path, func(f progress.Fact) { facts = append(facts, f.(induction.Fact)) })
	return facts, err
}

// Sessions lists the ids of the sessions in a data folder, the one that was changed last first.
func Sessions(dir string) ([]string, error) {
	files, err := sessionFiles(dir)
	ids := make([]string, len(files))
	for i, f := range files {
		ids[i] = f.id
	}
	return ids, err
}

// sessionFile is a session as the folder lists it.
type sessionFile struct {
	id      string
	path    string
	size    int64
	changed time.Time
}

// sessionFiles lists the sessions, the one that was changed last first. What was set aside is none of them.
func sessionFiles(dir string) ([]sessionFile, error) {
	folder := filepath.Join(dir, SessionFolder)
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

// Following looks over the shoulder of whoever leads a session: it reads, and changes nothing. It is for one goroutine at a
// time.
type Following struct {
	dir  string
	seen sessionFile
}

// Follow follows the sessions in a data folder, which need not be there yet.
func Follow(dir string) *Following { return &Following{dir: dir} }

// Look returns the facts of the session that was changed last, when there is anything new in it; otherwise fresh is false.
// An error is given once for each change of the file.
func (f *Following) Look() (facts []induction.Fact, fresh bool, err error) {
	files, err := sessionFiles(f.dir)
	if err != nil || len(files) == 0 || files[0] == f.seen {
		return nil, false, err
	}
	f.seen = files[0]
	facts, err = readSession(f.seen.path)
	return facts, true, err
}
