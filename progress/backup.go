// Backups: a copy before the first change of each day, the newest seven kept.

package progress

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const backupsKept = 7

// Backup is a copy of the record as it was before the first change of a day.
type Backup struct {
	Path    string
	Date    time.Time // the day, in UTC
	Answers int       // how many answers it holds, as far as it reads
	Whole   bool      // it reads to the end
}

// Backups reads every backup through and returns them, newest first. That takes as long as History for each.
func (r *Record) Backups() ([]Backup, error) {
	paths, err := r.backupPaths()
	if err != nil {
		return nil, fmt.Errorf("looking for backups: %w", err)
	}
	var backups []Backup
	for _, path := range slices.Backward(paths) {
		date, _ := backupDate(path)
		b := Backup{Path: path, Date: date}
		b.Whole = nil == readAll(path, func(f Fact) {
			if _, ok := f.(Answer); ok {
				b.Answers++
			}
		})
		backups = append(backups, b)
	}
	return backups, nil
}

// backUp copies the first size bytes of the record on the first change of a day. A failure is only a notice: it must not
// keep an answer from being saved.
func (r *Record) backUp(f *os.File, size int64, now time.Time) {
	day := now.Format(time.DateOnly)
	if r.backedUp == day {
		return
	}
	r.backedUp = day
	path := filepath.Join(r.backupFolder(), "progress-"+day+".toml")
	if _, err := os.Stat(path); err == nil {
		return
	}
	if err := r.copyTo(path, f, size); err != nil {
		r.notice(noticeBackup(err))
		return
	}
	r.prune(path)
}

func (r *Record) copyTo(path string, f *os.File, size int64) error {
	if err := os.MkdirAll(filepath.Dir(path), folderMode); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return r.disk.place(path, r.disk.copyFrom(f, size))
}

// prune removes the oldest backups, never the one just made: a clock that was set back would make it the oldest.
func (r *Record) prune(made string) {
	paths, err := r.backupPaths()
	if err != nil {
		return
	}
	paths = slices.DeleteFunc(paths, func(path string) bool { return path == made })
	for len(paths) >= backupsKept {
		_ = os.Remove(paths[0]) // one too many does no harm
		paths = paths[1:]
	}
}

func (r *Record) backupFolder() string { return filepath.Join(r.dir, "backups") }

// backupPaths returns the backups, oldest first.
func (r *Record) backupPaths() ([]string, error) {
	entries, err := os.ReadDir(r.backupFolder())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var paths []string
	for _, entry := range entries { // sorted by name, and so by date
		if _, ok := backupDate(entry.Name()); ok {
			paths = append(paths, filepath.Join(r.backupFolder(), entry.Name()))
		}
	}
	return paths, nil
}

// backupDate returns the day that a backup's name gives.
func backupDate(path string) (time.Time, bool) {
	day, ours := strings.CutPrefix(filepath.Base(path), "progress-")
	date, err := time.Parse(time.DateOnly+".toml", day)
	return date, ours && err == nil
}

// HasBackups tells whether there are any, good or not.
func (r *Record) HasBackups() bool {
	paths, err := r.backupPaths()
	return err == nil && len(paths) > 0
}
