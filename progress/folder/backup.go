// Backups: a copy before the first change of each day and whenever one is asked for, kept in generations.

package folder

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// Backup is a copy of the record: as it was before the first change of a day, or when one was asked for.
type Backup struct {
	Path    string
	Date    time.Time // the day, or the moment if it was asked for; in UTC
	Schema  int64     // the version of its format; 0 when it has none that can be read
	Answers int       // how many answers it holds, as far as it reads
	First   time.Time // the earliest answer; zero without any
	Last    time.Time // the latest
	Whole   bool      // it reads to the end, and this Probity can go on with it
	Unread  error     // why it could not be read at all: an *UnreadableError; nil when it could
}

// Backups reads every backup through and returns them, newest first; those of a clock that was ahead are the last. That takes
// as long as History for each.
func (r *Folder) Backups() ([]Backup, error) {
	all, err := r.datedBackups()
	if err != nil {
		return nil, &file.UnreadableError{What: "folder of backups", Path: r.backupFolder(), Err: err}
	}
	slices.Reverse(all)
	latest := r.now().Add(progress.Ahead)
	slices.SortStableFunc(all, func(x, y dated) int { return cmp.Compare(after(x, latest), after(y, latest)) })
	var backups []Backup
	for _, b := range all {
		backups = append(backups, examined(b))
	}
	return backups, nil
}

// after is 1 for a backup that is dated after a time, and 0 for others.
func after(b dated, latest time.Time) int {
	if b.at.After(latest) {
		return 1
	}
	return 0
}

// examined says what a backup holds.
func examined(d dated) Backup {
	b := Backup{Path: d.path, Date: d.at}
	s, err := file.InspectRegular(everyKind(), d.path)
	var unread *file.UnreadableError
	if errors.As(err, &unread) {
		b.Unread = &file.UnreadableError{What: "backup", Path: d.path, Err: unread.Err}
	}
	if err != nil {
		return b
	}
	b.Schema = s.Head.Schema
	err = file.ReadAll(everyKind(), d.path, func(f progress.Fact) {
		if a, ok := f.(progress.Answer); ok {
			b.Answers++
			b.First, b.Last = spanWith(b.First, b.Last, a.At)
		}
	})
	b.Whole = err == nil && b.Schema <= tables.Schema
	return b
}

// spanWith widens the time from first to last so that it has t in it.
func spanWith(first, last, t time.Time) (time.Time, time.Time) {
	if first.IsZero() || t.Before(first) {
		first = t
	}
	if t.After(last) {
		last = t
	}
	return first, last
}

// BackUpNow copies the record as it stands and returns the path of the copy, backups/progress-2026-11-22-143005.toml. Its
// errors are *NotDoneError.
func (r *Folder) BackUpNow() (path string, err error) {
	err = r.Alone(func() error {
		f, err := r.disk.Open(r.file, os.O_RDONLY, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		s, err := file.Inspect(everyKind(), f, r.path)
		if err != nil {
			return err
		}
		path, err = r.backUpAsked(f, s.Size, r.now())
		return err
	})
	if _, exists := r.Learner(); errors.Is(err, fs.ErrNotExist) && !exists {
		err = file.ReadOnly("there is no record yet. It begins with your first answer.")
	}
	if err != nil {
		return "", &NotDoneError{Doing: "making a backup", Outcome: "No backup was made", Err: err}
	}
	return path, nil
}

// backUpAsked copies the first size bytes of the record under a name with the time; one more second for each such name that
// is taken. The caller holds the lock.
func (r *Folder) backUpAsked(f *os.File, size int64, now time.Time) (path string, err error) {
	for now = now.UTC(); path == "" || disk.Exists(path); now = now.Add(time.Second) {
		path = filepath.Join(r.backupFolder(), "progress-"+now.Format(askedName))
	}
	if err := r.copyTo(path, f, size); err != nil {
		return "", err
	}
	r.prune(path)
	return path, nil
}

// beforeAppend is what is done when the record is about to grow. The lock is held.
func (r *Folder) beforeAppend(f *os.File, size int64, now time.Time) {
	if !r.swept {
		r.swept = true
		r.sweep()
	}
	r.backUp(f, size, now)
}

// sweep removes what a process that was killed had begun to write around the record. What lies beside sessions is theirs. The lock is held.
func (r *Folder) sweep() {
	for _, p := range patterns() {
		if p.what == unfinished && p.folder != SessionFolder {
			found, _ := r.matching(p) // what cannot be listed stays, and does no harm
			_, _ = r.removeAll(found)
		}
	}
	for _, folder := range r.elsewhere {
		names, _ := r.disk.Names(folder)
		for _, name := range names {
			if ours, _ := filepath.Match(rescuedName+partly, name); ours {
				_ = r.disk.Discard(filepath.Join(folder, name))
			}
		}
	}
}

// backUp copies the first size bytes of the record on the first change of a day. A failure is only a notice: it must not
// keep an answer from being saved.
func (r *Folder) backUp(f *os.File, size int64, now time.Time) {
	day := now.Format(time.DateOnly)
	if r.backedUp == day {
		return
	}
	r.backedUp = day
	path := filepath.Join(r.backupFolder(), "progress-"+now.Format(dailyName))
	if disk.Exists(path) {
		return
	}
	if err := r.copyTo(path, f, size); err != nil {
		r.Notice(noticeBackup(err))
		return
	}
	r.prune(path)
}

func (r *Folder) copyTo(path string, f *os.File, size int64) error {
	if err := r.disk.MakeFolders(filepath.Dir(path), disk.FolderMode); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return r.disk.Place(path, r.disk.CopyFrom(f, size))
}

// prune removes the backups that no generation keeps.
func (r *Folder) prune(made string) {
	all, err := r.datedBackups()
	if err != nil {
		return
	}
	for _, b := range surplus(all, made) {
		_ = r.disk.Remove(b.path) // one too many does no harm
	}
}

func (r *Folder) backupFolder() string { return filepath.Join(r.dir, BackupFolder) }

// datedBackups returns the backups, oldest first.
func (r *Folder) datedBackups() ([]dated, error) {
	entries, err := os.ReadDir(r.backupFolder())
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
		return nil, err
	}
	var all []dated
	for _, entry := range entries {
		if at, ok := backupDate(entry.Name()); ok {
			all = append(all, dated{filepath.Join(r.backupFolder(), entry.Name()), at})
		}
	}
	slices.SortStableFunc(all, func(x, y dated) int { return x.at.Compare(y.at) })
	return all, nil
}

// What a backup's name ends in: made on the first change of a day, or asked for.
const (
	dailyName = time.DateOnly + ".toml"
	askedName = time.DateOnly + "-150405.toml"
)

// backupDate returns the day, or the moment, that a backup's name gives.
func backupDate(path string) (time.Time, bool) {
	name, ours := strings.CutPrefix(filepath.Base(path), "progress-")
	at, err := time.Parse(dailyName, name)
	if err != nil {
		at, err = time.Parse(askedName, name)
	}
	return at, ours && err == nil
}

// hasBackups reports whether there are any, good or not. A folder that can't be looked into may have some.
func (r *Folder) hasBackups() bool {
	all, err := r.datedBackups()
	return err != nil || len(all) > 0
}
