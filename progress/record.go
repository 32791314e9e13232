// The record: where it is, opening it, what can be said of it without reading it all.

package progress

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"github.com/adrg/xdg"
)

// Schema is the version of the record's format that this package reads and writes. An older one is migrated when it is opened.
const Schema = 1

// Options say which record is meant and with what clock.
type Options struct {
	Dir      string           // the data folder: see the function Dir
	Now      func() time.Time // the clock; time.Now if nil
	LockWait time.Duration    // how long to wait for another process that is saving; 0 is two seconds
}

// Record is a way to the learner's record. Its methods may be called from several goroutines at once.
type Record struct {
	dir   string // the data folder
	path  string // the record, perhaps a symbolic link
	file  string // the file itself, where links lead
	now   func() time.Time
	wait  time.Duration
	disk  disk
	kinds KindsRegister

	session string // the id of an induction session, for a file that keeps one; "" for the record

	change   sync.Mutex // held while the file is changed
	backedUp string     // the day for which a backup was made or tried
	reach    reach      // of the latest change
	warned   bool       // that the disk has no locks

	mu      sync.Mutex // held for what follows, never for long: whoever asks must not wait for the disk
	known   known
	notices []string
}

// known is what can be said of a record without reading it all.
type known struct {
	learner  Learner
	exists   bool
	readOnly string      // why nothing can be saved; "" when it can
	file     fs.FileInfo // the file, as it was when it was looked at
	first    Fact        // the first fact that was seen in it of those that stay; nil before there is one
}

func (r *Record) what() known {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.known
}

func (r *Record) remember(k known) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.known = k
}

// called is what its owner calls the file.
func (r *Record) called() string {
	if r.session != "" {
		return "session"
	}
	return "record"
}

// notice keeps a sentence for Notices.
func (r *Record) notice(text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.notices = append(r.notices, text)
}

// Dir returns the data folder: the one named by the flag --data, else by the variable PROBITY_DATA, else the platform's.
func Dir(flag string, getenv func(string) string) string {
	if flag != "" {
		return flag
	}
	if dir := getenv("PROBITY_DATA"); dir != "" {
		return dir
	}
	return filepath.Join(xdg.DataHome, "probity")
}

// Open looks at both ends of the record, whatever its size, and makes nothing. Without a record there is a Record all the
// same, for Create. With a *CorruptError there is one for Backups, SetAside and Restore.
func Open(o Options) (*Record, error) {
	return open(o, realDisk(), migrations())
}

func open(o Options, d disk, steps map[int64]migration) (*Record, error) {
	r := &Record{
		dir: o.Dir, path: filepath.Join(o.Dir, fileName), file: resolve(filepath.Join(o.Dir, fileName)),
		now: o.Now, wait: o.LockWait, disk: d, kinds: Register(Kinds()...),
	}
	if r.now == nil {
		r.now = time.Now
	}
	if r.wait == 0 {
		r.wait = lockWait
	}
	if err := r.migrate(steps); err != nil {
		return r, err
	}
	return r, r.look()
}

// look finds out what Learner and ReadOnly say.
func (r *Record) look() error {
	k, err := r.looked()
	r.remember(k)
	return err
}

func (r *Record) looked() (k known, err error) {
	info, err := os.Stat(r.file)
	if errors.Is(err, fs.ErrNotExist) && (leadsNowhere(r.dir) || leadsNowhere(r.path) && !exists(filepath.Dir(r.file))) {
		err = errLost
	}
	if errors.Is(err, syscall.ENOTDIR) { // a file stands where its folder should: there can be no record
		err = fs.ErrNotExist
	}
	if err == nil && !info.Mode().IsRegular() {
		return k, unreadable(r.path, ErrNoFile)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return k, unreadable(r.path, err)
	}
	if path, why := r.unwritable(); errors.Is(why, syscall.ENOTDIR) {
		k.readOnly = sentenceNoFolder(path)
	} else if why != nil {
		k.readOnly = sentenceReadOnly(path)
	}
	if err != nil {
		return k, nil
	}
	return r.lookInside(info, k)
}

// unwritable returns what stands in the way of writing the record, and why; no error if nothing does, as far as can be told before.
// A file where there should be a folder is syscall.ENOTDIR.
func (r *Record) unwritable() (path string, err error) {
	for _, folder := range []string{filepath.Dir(r.file), r.dir} {
		path := nearest(folder)
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			return path, &fs.PathError{Op: "open", Path: path, Err: syscall.ENOTDIR}
		}
	}
	for _, path := range []string{nearest(r.file), nearest(filepath.Dir(r.file)), nearest(r.dir)} {
		if err := r.disk.writable(path); err != nil {
			return path, err
		}
	}
	return "", nil
}

// Foldered returns an error if the data folder cannot be one, since a file stands in its place or above it: then there is no record,
// and there can be none.
func (r *Record) Foldered() error {
	if path, err := r.unwritable(); errors.Is(err, syscall.ENOTDIR) {
		return noFolderError{r.dir, path}
	}
	return nil
}

// leadsNowhere reports whether a path is a symbolic link to nothing.
func leadsNowhere(path string) bool {
	_, err := os.Readlink(path)
	_, there := os.Stat(path)
	return err == nil && errors.Is(there, fs.ErrNotExist)
}

func (r *Record) lookInside(info fs.FileInfo, k known) (known, error) {
	if info.Mode().Perm()&0o077 != 0 && k.readOnly == "" && os.Chmod(r.file, fileMode) == nil && isPrivate(r.file) {
		r.notice(noticeMode(r.called(), r.path))
	}
	if k.readOnly == "" {
		if r.tightenFolder() {
			r.notice(noticeFolder(r.dir))
		}
	}
	f, err := r.disk.open(r.file, os.O_RDONLY, 0)
	if err != nil {
		return k, unreadable(r.path, err)
	}
	defer f.Close()
	state, err := inspect(r.kinds, f, r.path)
	if err != nil {
		return k, err
	}
	if state.head.session != r.session && !state.newer() {
		return k, &CorruptError{Path: r.path, Line: 1, Problem: errOtherFile}
	}
	if state.torn() && !state.newer() {
		r.notice(noticeTornSeen(r.called()))
	}
	k.exists, k.learner, k.file = true, state.head.learner, identityOf(f)
	if state.newer() {
		k.readOnly = sentenceNewer(state.head.schema)
	}
	return k, nil
}

// tightenFolder makes the data folder its learner's alone, as the record is. One that holds other things than Probity's may be
// there for other people too, and stays as it is: what is in it of Probity's is private by itself. It reports whether it did.
func (r *Record) tightenFolder() bool {
	info, err := os.Stat(r.dir)
	if err != nil || r.session != "" || info.Mode().Perm()&0o077 == 0 {
		return false
	}
	s := r.survey()
	return len(s.others)+len(s.unseen) == 0 && os.Chmod(r.dir, folderMode) == nil && isPrivate(r.dir)
}

// isPrivate reports whether the file system took the mode on: Windows and some shares don't, and are not worth a notice.
func isPrivate(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&0o077 == 0
}

// Learner returns who the record is about; false if there is no record yet.
func (r *Record) Learner() (Learner, bool) {
	k := r.what()
	return k.learner, k.exists
}

// Path returns the record's path, as the learner knows it.
func (r *Record) Path() string { return r.path }

// ReadOnly says whether nothing can be saved, and why, in a sentence for a clinician.
func (r *Record) ReadOnly() (reason string, yes bool) {
	k := r.what()
	return k.readOnly, k.readOnly != ""
}

// Notices returns what the learner should be told once, in sentences. Each is returned once.
func (r *Record) Notices() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	notices := r.notices
	r.notices = nil
	return notices
}

// Create makes the record, and the data folder if need be. Its errors are *NotSavedError; one that wraps fs.ErrExist means
// that another process was first, and from then on the Record stands for what that one made.
func (r *Record) Create(l Learner) error {
	r.change.Lock()
	defer r.change.Unlock()
	err := r.create(l)
	if errors.Is(err, fs.ErrExist) {
		if looking := r.look(); looking != nil {
			err = looking
		}
	}
	if err != nil {
		return &NotSavedError{What: "record", Err: err}
	}
	r.remember(known{learner: l, exists: true, file: identity(r.file)})
	r.tightenFolder() // unsaid: there was nothing to be seen yet
	return nil
}

func (r *Record) create(l Learner) error {
	if why, yes := r.ReadOnly(); yes {
		return readOnlyError{why}
	}
	for _, folder := range []string{r.dir, filepath.Dir(r.file)} {
		above := nearest(folder)
		if err := os.MkdirAll(folder, folderMode); err != nil {
			return err
		}
		if above != folder {
			_ = r.disk.syncFolder(above) // it may be a folder that we may write to and not read
		}
	}
	return r.locked(func() error {
		return r.disk.place(r.file, func(f *os.File) error {
			_, err := r.disk.write(f, r.newHead(l))
			return err
		})
	})
}

// Read hands over the facts with a number above after, in the order of the file, and ends early with the error that deliver
// returns. It returns the number of the last fact, 0 for none: that one may be of a kind that this version does not know, which is not
// handed over. A torn tail is passed over; other damage is a *CorruptError. Without a record there are no facts.
func (r *Record) Read(ctx context.Context, after int64, deliver func(Fact) error) (last int64, err error) {
	file := identity(r.file) // before it is read: if it is replaced meanwhile, its numbers are not relied on
	err = readNumbered(r.kinds, r.file, func(f Fact, seq int64) error {
		last = max(last, seq)
		if f != nil {
			r.knowBy(f)
		}
		if err := ctx.Err(); err != nil || f == nil || seq <= after {
			return err
		}
		return deliver(f)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	r.numberedIn(file)
	return last, nil
}

// History reads and folds the whole record.
func (r *Record) History() (*History, error) {
	h := NewHistory()
	last, err := r.Read(context.Background(), 0, func(f Fact) error { h.Apply(f); return nil })
	if err != nil {
		return nil, err
	}
	h.Reach(last)
	h.tally()
	return h, nil
}
