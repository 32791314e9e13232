// The data folder: opening it, and what its record says.

package folder

import (
	"cmp"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/adrg/xdg"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/scenarios/induction"
)

// Options say which record is meant and with what clock.
type Options struct {
	Dir      string           // the data folder: see the function Dir
	Now      func() time.Time // the clock; time.Now if nil
	LockWait time.Duration    // how long to wait for another process that is saving; 0 is two seconds

	Disk *disk.Steps // nil for the real one

	Elsewhere []string // other folders in which PutElsewhere may have written: what is erased is taken out of its files there too
}

// Folder is a way to the learner's record and to what is around it. Its methods may be called from several goroutines at once.
type Folder struct {
	*file.Store
	dir  string // the data folder
	path string // the record, perhaps a symbolic link
	file string // the file itself, where links lead
	now  func() time.Time
	disk *disk.Steps

	elsewhere []string // see Options

	swept    bool   // leftovers were removed
	backedUp string // the day for which a backup was made or tried; used only by who changes the record
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

// Open looks at both ends of the record, whatever its size, and makes nothing. Without a record there is a Folder all the
// same, for Create. With a *CorruptError there is one for Backups, SetAside and Restore.
func Open(o Options) (*Folder, error) {
	return open(o, nil)
}

func open(o Options, steps map[int64]file.Migration) (*Folder, error) {
	r := unopened(o)
	store, err := file.Open(file.Options{
		Path: r.path, Kinds: recordKinds(), Now: func() time.Time { return r.now() }, LockWait: o.LockWait, Disk: r.disk, Migrations: steps,
		BeforeAppend: r.beforeAppend,
	})
	r.Store = store
	r.tighten()
	return r, err
}

// unopened is a way to a folder at which nothing was looked, and which has no store yet.
func unopened(o Options) *Folder {
	path := filepath.Join(o.Dir, fileName)
	r := &Folder{dir: o.Dir, path: path, file: disk.Resolve(path), now: o.Now, disk: o.Disk, elsewhere: o.Elsewhere}
	if r.now == nil {
		r.now = time.Now
	}
	if r.disk == nil {
		r.disk = disk.Real()
	}
	return r
}

// look finds out anew what Learner and ReadOnly say.
func (r *Folder) look() error {
	err := r.Look()
	r.tighten()
	return err
}

// tighten makes the data folder private where there is a record in it, and says so.
func (r *Folder) tighten() {
	_, unwritable := r.Unwritable()
	if _, err := os.Stat(r.file); cmp.Or(unwritable, err) == nil && r.tightenFolder() {
		r.Notice(noticeFolder(r.dir))
	}
}

// Create makes the record as Store.Create does, in a folder that is the learner's alone.
func (r *Folder) Create(l progress.Learner) error {
	if err := r.Store.Create(l); err != nil {
		r.tighten() // there may be one all the same
		return err
	}
	r.tightenFolder() // unsaid: there was nothing to be seen yet
	return nil
}

// Foldered returns an error if the data folder cannot be one, since a file stands in its place or above it: then there is no record,
// and there can be none.
func (r *Folder) Foldered() error {
	if path, err := r.Unwritable(); errors.Is(err, syscall.ENOTDIR) {
		return noFolderError{r.dir, path}
	}
	return nil
}

// tightenFolder makes the data folder its learner's alone, as the record is. One that holds other things than Probity's may be
// there for other people too, and stays as it is: what is in it of Probity's is private by itself. It reports whether it did.
func (r *Folder) tightenFolder() bool {
	info, err := os.Stat(r.dir)
	if err != nil || info.Mode().Perm()&0o077 == 0 {
		return false
	}
	s := r.survey()
	return len(s.others)+len(s.unseen) == 0 && os.Chmod(r.dir, disk.FolderMode) == nil && disk.IsPrivate(r.dir)
}

// History reads and folds the whole record.
func (r *Folder) History() (*progress.History, error) { return journal.History(r) }

// recordKinds is the register of a learner's record, sessionKinds that of a facilitated session, and everyKind that of all that Probity keeps.
func recordKinds() journal.Kinds  { return journal.KindsOf(progress.Kinds()...) }
func sessionKinds() journal.Kinds { return journal.KindsOf(induction.Kinds()...) }
func everyKind() journal.Kinds {
	kinds := recordKinds()
	maps.Copy(kinds, sessionKinds())
	return kinds
}
