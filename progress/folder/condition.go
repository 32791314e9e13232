// What state a data folder is in, for somebody who is to help: found out without opening the record as the tutor does, which mends what it can.

package folder

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"probity/progress/disk"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// Condition is the state of a data folder and of the record in it. It has nothing of what the record says.
type Condition struct {
	Dir     string // the folder, as a whole path
	Real    string // where links lead from it; Dir itself where there are none
	There   bool   // there is one
	Private bool   // nobody else may look into it, as far as the system has such rights

	Blocked string      // what stands in the way of writing; "" where nothing does
	Why     error       // what is in the way: syscall.ENOTDIR where a file stands in the folder's place
	Trial   error       // why a file could not be written and removed again; nil where it could, or was not tried
	Lock    LockState   // whether two windows would be kept apart
	Volume  disk.Volume // the disk
	NoRoom  error       // why it is not known how much room the disk has
	Sync    string      // the program that copies the folder to other computers, as its path tells; "" for none known

	Copies  int // how many copies of the record lie beside it that other programs left
	Aside   int // how many files were set aside
	Backups int

	Record  error // why the record could not be read; fs.ErrNotExist where there is none
	Schema  int64 // the version of its format
	Newer   bool  // that is one of a later Probity
	Torn    bool  // its last entry was not completely written
	Entries int
	Size    int64 // of the record, in bytes
}

// LockState is whether a lock in the folder works.
type LockState int

// The states.
const (
	LockUntried LockState = iota // there is no folder yet, or it cannot be written to
	LockWorks
	LockLacking // the disk has none
	LockTaken   // another window holds it, and has for longer than a save takes
	LockFails
)

// Examine looks at a data folder. It makes no folder and changes no record; in a folder that is there it takes the lock, and writes a small
// file and removes it again.
func Examine(o Options) Condition {
	r := unopened(o)
	r.Store = file.At(file.Options{Path: r.path, Kinds: recordKinds(), Now: r.now, LockWait: o.LockWait, Disk: r.disk})
	c := Condition{Dir: r.dir, Real: realPath(r.dir), Record: fs.ErrNotExist}
	info, err := os.Stat(r.dir)
	c.There = err == nil && info.IsDir()
	c.Private = c.There && (info.Mode().Perm()&0o077 == 0 || runtime.GOOS == "windows") // where rights are no modes
	c.Blocked, c.Why = r.Unwritable()
	c.Volume, c.NoRoom = disk.VolumeOf(disk.Nearest(c.Real))
	c.Sync = syncedBy(c.Real)
	if c.There && c.Why == nil {
		c.Lock, c.Trial = r.tried()
	}
	if c.There {
		c.Copies = len(r.copiesBeside())
		aside, _ := r.setAside() // what cannot be listed is said of the folder
		backups, _ := r.datedBackups()
		c.Aside, c.Backups = len(aside), len(backups)
	}
	c.examineRecord(r)
	return c
}

// tried takes the lock and writes a file as a save would, under the name of one that is not finished.
func (r *Folder) tried() (LockState, error) {
	path := filepath.Join(filepath.Dir(r.file), disk.TemporaryName)
	var trial error
	err := r.Alone(func() error {
		trial = cmp.Or(r.disk.Try(path), r.disk.Discard(path))
		return nil
	})
	switch {
	case len(r.Notices()) > 0: // there is one alone: that the disk has no locks
		return LockLacking, trial
	case file.Busy(err):
		return LockTaken, nil
	case err != nil:
		return LockFails, err
	}
	return LockWorks, trial
}

// examineRecord reads the record to its end.
func (c *Condition) examineRecord(r *Folder) {
	f, err := disk.OpenRegular(r.file)
	if err != nil {
		if c.Record = file.Unreadable(r.path, err); disk.LeadsNowhere(r.path) || disk.LeadsNowhere(r.dir) {
			c.Record = file.LinkLost(r.path)
		}
		return
	}
	defer f.Close()
	state, err := file.Inspect(everyKind(), f, r.path)
	c.Record, c.Size = err, state.Size
	c.Schema, c.Newer, c.Torn = state.Head.Schema, state.Newer(), state.Torn()
	switch {
	case err != nil:
	case state.Head.Session != "":
		c.Record = &file.CorruptError{Path: r.path, Line: 1, Problem: tables.ErrOtherFile}
	default:
		c.Record = file.ReadPieces(f, state, r.path, func([]byte, tables.Piece) error { c.Entries++; return nil })
	}
}

// Absent reports whether there is no record, which is nothing to worry about.
func (c Condition) Absent() bool { return errors.Is(c.Record, fs.ErrNotExist) }

// realPath is where links lead from a path of which the end need not exist.
func realPath(path string) string {
	near := disk.Nearest(path)
	whole, err := filepath.EvalSymlinks(near)
	if err != nil {
		return path
	}
	return whole + strings.TrimPrefix(path, near)
}

// syncedBy is the program that keeps a path the same on several computers; "" where none is known that does. It goes by the names that such
// programs give their folders, and by what they put into them.
func syncedBy(path string) string {
	for folder := path; ; folder = filepath.Dir(folder) {
		name := strings.ToLower(filepath.Base(folder))
		for _, s := range []struct{ begins, program string }{
			{"dropbox", "Dropbox"}, {"onedrive", "OneDrive"}, {"google drive", "Google Drive"}, {"googledrive", "Google Drive"},
			{"my drive", "Google Drive"}, {"nextcloud", "Nextcloud"}, {"owncloud", "ownCloud"}, {"icloud", "iCloud"}, {"mobile documents", "iCloud"},
			{"pclouddrive", "pCloud"}, {"seafile", "Seafile"}, {"syncthing", "Syncthing"}, {"box sync", "Box"},
		} {
			if strings.HasPrefix(name, s.begins) {
				return s.program
			}
		}
		if disk.Exists(filepath.Join(folder, ".stfolder")) {
			return "Syncthing"
		}
		if filepath.Dir(folder) == folder {
			return ""
		}
	}
}
