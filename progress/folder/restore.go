// Putting a backup in the record's place, and saying before what would be lost by it. Nothing is overwritten.

package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/file"
)

// Loss is what the record has and a backup lacks.
type Loss struct {
	Answers     int
	Reflections int
	Others      int       // sittings, settings, and whatever else is kept
	First, Last time.Time // between which all that happened; zero when nothing would be lost
	Damaged     bool      // the record is damaged: what can still be read of it is counted
}

// None reports whether nothing would be lost.
func (l Loss) None() bool { return l.Answers+l.Reflections+l.Others == 0 && !l.Damaged }

// WouldLose says what restoring a backup would lose. Its errors are *NotDoneError.
func (r *Folder) WouldLose(b Backup) (Loss, error) {
	var loss Loss
	if err := readable(b.Path); err != nil {
		return loss, notRestored(err)
	}
	held, err := readEntries(b.Path)
	if err != nil {
		return loss, notRestored(err)
	}
	ours, err := readEntries(r.file)
	var corrupt *file.CorruptError
	if errors.As(err, &corrupt) {
		loss.Damaged = true
		ours, err = readDamaged(r.file)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Loss{}, notRestored(err)
	}
	for _, e := range lacking(ours, held) {
		loss.add(e)
	}
	return loss, nil
}

func (l *Loss) add(e entry) {
	switch e.table {
	case progress.Answer{}.Table():
		l.Answers++
	case progress.Reflection{}.Table():
		l.Reflections++
	default:
		l.Others++
	}
	l.First, l.Last = spanWith(l.First, l.Last, e.at)
}

// lacking returns the entries that others don't have.
func lacking(entries, others []entry) []entry {
	held := places(others)
	var found []entry
	for _, e := range entries {
		if !held[e.key] {
			found = append(found, e)
		}
	}
	return found
}

// Restore puts a copy of a backup in the place of the record, which must be absent or set aside. The backup must read
// whole. The Folder then stands for the restored one. Its errors are *NotDoneError.
func (r *Folder) Restore(b Backup) error {
	err := readable(b.Path)
	if err == nil {
		err = r.Alone(func() error { return r.placeCopy(r.file, b.Path) })
	}
	if err != nil {
		return notRestored(err)
	}
	return r.look()
}

// RestoreOver puts a copy of a backup in the place of the record that is there, sound or not, and keeps that one as
// progress.replaced-<time>.toml beside it. It returns the path of what it kept, "" if there was no record. Its errors are
// *NotDoneError; then the record is as it was, unless something was kept.
func (r *Folder) RestoreOver(b Backup) (kept string, err error) {
	if err = readable(b.Path); err == nil {
		err = r.Alone(func() error { kept, err = r.restoreLocked(b.Path); return err })
	}
	if err != nil {
		return kept, notRestored(err)
	}
	return kept, r.look()
}

func (r *Folder) restoreLocked(from string) (kept string, err error) {
	if !disk.Exists(r.file) {
		return "", r.placeCopy(r.file, from)
	}
	f, err := r.disk.Open(from, os.O_RDONLY, 0)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	kept = r.Unused("replaced", r.now())
	if err := r.placeCopy(kept, r.file); err != nil {
		return "", err
	}
	err = r.disk.Swap(r.file, r.disk.CopyFrom(f, info.Size()), readable)
	if err != nil && !errors.Is(err, disk.ErrUnsettled) {
		return "", errors.Join(err, r.disk.Discard(kept))
	}
	return kept, err
}

// placeCopy makes the file path, which must not exist, a copy of another.
func (r *Folder) placeCopy(path, of string) error {
	if err := r.disk.MakeFolders(filepath.Dir(path), disk.FolderMode); err != nil {
		return err
	}
	f, err := r.disk.Open(of, os.O_RDONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	return r.disk.Place(path, r.disk.CopyFrom(f, info.Size()))
}

func notRestored(err error) error {
	outcome := "The backup was not restored"
	if errors.Is(err, disk.ErrUnsettled) {
		outcome = "The backup is in place, but it may not be after a power cut"
	}
	return &NotDoneError{Doing: "restoring the backup", Outcome: outcome, Err: err}
}
