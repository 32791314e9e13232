// The file: opening it, and what can be said of it without reading it all.

package file

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// Options say which file is meant, what it holds, and with what clock.
type Options struct {
	Path       string // of the file; it may be a symbolic link, and need not be there
	Session    string // the id of the session that the file is of; "" for a learner's record
	Kinds      journal.Kinds
	Now        func() time.Time
	LockWait   time.Duration       // how long to wait for another process that is saving; 0 is two seconds
	Disk       *disk.Steps         // nil for the real one
	Migrations map[int64]Migration // the steps from each older schema to the next; nil for those that there are

	// BeforeAppend is called when the file is about to grow, with what it holds so far: its first size bytes. nil for nothing.
	BeforeAppend func(f *os.File, size int64, now time.Time)
}

// Store is a file of facts. Its methods may be called from several goroutines at once.
type Store struct {
	dir     string // the folder of the file
	path    string // the file, perhaps a symbolic link
	file    string // the file itself, where links lead
	now     func() time.Time
	wait    time.Duration
	disk    *disk.Steps
	kinds   journal.Kinds
	session string // the id of an induction session, for a file that keeps one; "" for a learner's record
	before  func(f *os.File, size int64, now time.Time)

	change sync.Mutex // held while the file is changed
	warned bool       // that the disk has no locks
	swept  bool       // a leftover was removed
	owed   stretch    // what was written, could not be seen to the disk, and could not be taken back

	mu      sync.Mutex // held for what follows, never for long: whoever asks must not wait for the disk
	known   known
	notices []string
}

// known is what can be said of a record without reading it all.
type known struct {
	learner  progress.Learner
	exists   bool
	readOnly string        // why nothing can be saved; "" when it can
	file     fs.FileInfo   // the file, as it was when it was looked at
	first    progress.Fact // the first fact that was seen in it of those that stay; nil before there is one
	end      stretch       // the last fact that was read or written: the numbers known here are those up to it
}

func (r *Store) what() known {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.known
}

func (r *Store) remember(k known) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.known = k
}

// called is what its owner calls the file.
func (r *Store) called() string {
	if r.session != "" {
		return "session"
	}
	return "record"
}

// Notice keeps a sentence for Notices.
func (r *Store) Notice(text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.notices = append(r.notices, text)
}

// Open looks at both ends of the file, whatever its size, and makes nothing. Without a file there is a Store all the same, for
// Create. With a *CorruptError there is one, too, which does not change the file.
func Open(o Options) (*Store, error) {
	r := At(o)
	steps := o.Migrations
	if steps == nil {
		steps = migrations()
	}
	if err := r.migrate(steps); err != nil {
		return r, err
	}
	return r, r.Look()
}

// At is Open for whoever only looks: it finds nothing out, and brings no file of an older schema up to this one.
func At(o Options) *Store {
	r := New(o)
	r.file = disk.Resolve(o.Path)
	return r
}

// New is Open for a file that is known not to be there yet. It does nothing with the disk.
func New(o Options) *Store {
	r := &Store{
		dir: filepath.Dir(o.Path), path: o.Path, file: o.Path, session: o.Session, kinds: o.Kinds,
		now: o.Now, wait: o.LockWait, disk: o.Disk, before: o.BeforeAppend,
	}
	if r.now == nil {
		r.now = time.Now
	}
	if r.wait == 0 {
		r.wait = lockWait
	}
	if r.disk == nil {
		r.disk = disk.Real()
	}
	return r
}

// Look finds out anew what Learner and ReadOnly say.
func (r *Store) Look() error {
	k, err := r.looked()
	r.remember(k)
	return err
}

func (r *Store) looked() (k known, err error) {
	info, err := os.Stat(r.file)
	if errors.Is(err, fs.ErrNotExist) && (disk.LeadsNowhere(r.dir) || disk.LeadsNowhere(r.path) && !disk.Exists(filepath.Dir(r.file))) {
		err = errLost
	}
	if errors.Is(err, syscall.ENOTDIR) { // a file stands where its folder should: there can be no record
		err = fs.ErrNotExist
	}
	if err == nil && !info.Mode().IsRegular() {
		return k, Unreadable(r.path, disk.ErrNoFile)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return k, Unreadable(r.path, err)
	}
	if path, why := r.Unwritable(); errors.Is(why, syscall.ENOTDIR) {
		k.readOnly = sentenceNoFolder(path)
	} else if why != nil {
		k.readOnly = sentenceReadOnly(path)
	}
	if err != nil {
		return k, nil
	}
	return r.lookInside(info, k)
}

// Unwritable returns what stands in the way of writing the record, and why; no error if nothing does, as far as can be told before.
// A file where there should be a folder is syscall.ENOTDIR.
func (r *Store) Unwritable() (path string, err error) {
	for _, folder := range []string{filepath.Dir(r.file), r.dir} {
		path := disk.Nearest(folder)
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			return path, &fs.PathError{Op: "open", Path: path, Err: syscall.ENOTDIR}
		}
	}
	for _, path := range []string{disk.Nearest(r.file), disk.Nearest(filepath.Dir(r.file)), disk.Nearest(r.dir)} {
		if err := r.disk.Writable(path); err != nil {
			return path, err
		}
	}
	return "", nil
}

func (r *Store) lookInside(info fs.FileInfo, k known) (known, error) {
	if info.Mode().Perm()&0o077 != 0 && k.readOnly == "" && os.Chmod(r.file, disk.FileMode) == nil && disk.IsPrivate(r.file) {
		defer r.Notice(noticeMode(r.called(), r.path)) // what is wrong with the record weighs more
	}
	f, err := r.disk.Open(r.file, os.O_RDONLY, 0)
	if err != nil {
		return k, Unreadable(r.path, err)
	}
	defer f.Close()
	state, err := Inspect(r.kinds, f, r.path)
	if err != nil {
		return k, err
	}
	if state.Head.Session != r.session && !state.Newer() {
		return k, &CorruptError{Path: r.path, Line: 1, Problem: tables.ErrOtherFile}
	}
	if state.Torn() && !state.Newer() {
		r.Notice(noticeTornSeen(r.called()))
	}
	k.exists, k.learner, k.file = true, state.Head.Learner, identityOf(f)
	if state.Newer() {
		k.readOnly = SentenceNewer(state.Head.Schema)
	}
	return k, nil
}

// Learner returns who the record is about; false if there is no record yet.
func (r *Store) Learner() (progress.Learner, bool) {
	k := r.what()
	return k.learner, k.exists
}

// Path returns the record's path, as the learner knows it.
func (r *Store) Path() string { return r.path }

// ReadOnly says whether nothing can be saved, and why, in a sentence for a clinician.
func (r *Store) ReadOnly() (reason string, yes bool) {
	k := r.what()
	return k.readOnly, k.readOnly != ""
}

// Notices returns what the learner should be told once, in sentences. Each is returned once.
func (r *Store) Notices() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	notices := r.notices
	r.notices = nil
	return notices
}

// Create makes the record, and the data folder if need be. Its errors are *NotSavedError; one that wraps fs.ErrExist means
// that another process was first, and from then on the Store stands for what that one made.
func (r *Store) Create(l progress.Learner) error {
	r.change.Lock()
	defer r.change.Unlock()
	err := r.create(l)
	if errors.Is(err, fs.ErrExist) {
		if looking := r.Look(); looking != nil {
			err = looking
		}
	}
	if err != nil {
		return &NotSavedError{What: "record", Err: err}
	}
	r.remember(known{learner: l, exists: true, file: identity(r.file)})
	return nil
}

func (r *Store) create(l progress.Learner) error {
	if why, yes := r.ReadOnly(); yes {
		return readOnlyError{why}
	}
	for _, folder := range []string{r.dir, filepath.Dir(r.file)} {
		if err := r.disk.MakeFolders(folder, disk.FolderMode); errors.Is(err, fs.ErrNotExist) {
			return readOnlyError{sentenceUnmade(folder)}
		} else if err != nil {
			return err
		}
	}
	return r.locked(func() error {
		return r.disk.Place(r.file, r.disk.Text(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: l, Session: r.session})))
	})
}

// Read hands over the facts with a number above after, in the order of the file, and ends early with the error that deliver
// returns. It returns the number of the last fact, 0 for none: that one may be of a kind that this version does not know, which is not
// handed over. A torn tail is passed over; other damage is a *CorruptError. Without a record there are no facts.
func (r *Store) Read(ctx context.Context, after int64, deliver func(progress.Fact) error) (last int64, err error) {
	file := identity(r.file) // before it is read: if it is replaced meanwhile, its numbers are not relied on
	end, err := readNumbered(r.kinds, r.file, func(f progress.Fact, seq int64) error {
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
	end.seq = last
	r.readIn(file, end)
	return last, nil
}
