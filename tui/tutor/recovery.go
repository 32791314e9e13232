package tutor

import (
	"errors"
	"io/fs"
	"path/filepath"

	"probity/progress/folder"
	"probity/tui/prose"
)

// Backups are those of a record, newest first, or why they could not be looked for.
type Backups struct {
	All []folder.Backup
	Err error
}

// FindBackups is the task of looking for backups of a record that is damaged or gone. It moves nothing, and until SetAside or
// Restore is done no record is made.
func (r *Record) FindBackups() Task[Backups] {
	r.undecided = true
	file := r.folder
	return runOnly(func() Backups {
		all, err := file.Backups()
		return Backups{all, err}
	})
}

// SetAside is the task of moving a damaged record aside, as the learner has agreed to. From then on a record may be made where
// there is none.
func (r *Record) SetAside() Task[error] {
	return r.settling(aside)
}

// Restore is the task of putting a backup in the record's place, with a damaged record moved aside before.
func (r *Record) Restore(b folder.Backup) Task[error] {
	return r.settling(func(file *folder.Folder) (movedTo string, err error) {
		moved, err := aside(file)
		if _, there := file.Learner(); err != nil || there {
			return moved, err
		}
		err = file.Restore(b)
		if errors.Is(err, fs.ErrExist) && file.Lost() == nil { // another window was first
			err = nil
		}
		return moved, err
	})
}

// settling is the task of putting right what was wrong with the record, and of saying where a damaged one was moved.
func (r *Record) settling(settle func(*folder.Folder) (movedTo string, err error)) Task[error] {
	file, moved := r.folder, ""
	return mustFinish(r.tasks, Task[error]{
		Run: func() (err error) {
			moved, err = settle(file)
			return err
		},
		Done: func(err error) {
			if err == nil {
				r.goOn(moved)
			}
		},
	})
}

// aside moves a damaged record aside. There may be none, and another window may have put it right: then it is used.
func aside(file *folder.Folder) (movedTo string, err error) {
	movedTo, err = file.SetAside()
	if errors.Is(err, folder.ErrSound) || errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return movedTo, err
}

// goOn goes on with the record as it is now. A damaged one was moved to movedTo; "" for nowhere.
func (r *Record) goOn(movedTo string) {
	r.undecided = false
	if movedTo != "" {
		r.notices.add("Nothing was deleted: the damaged record is kept as " + filepath.Base(movedTo) + ", in the same folder.")
	}
}

// Offered are the backups worth going back to: the one with most answers, the newest of these; then the newest with any, where
// that is another, since it may hold what came later.
func Offered(backups []folder.Backup) (worth []folder.Backup) {
	var fullest, newest folder.Backup
	for _, b := range backups {
		if !b.Whole {
			continue
		}
		if fullest.Path == "" || b.Answers > fullest.Answers {
			fullest = b
		}
		if newest.Path == "" && b.Answers > 0 {
			newest = b
		}
	}
	if fullest.Path != "" {
		worth = append(worth, fullest)
	}
	if newest.Path != "" && newest.Path != fullest.Path {
		worth = append(worth, newest)
	}
	return worth
}

// Described says of which day a backup is and what it holds.
func Described(b folder.Backup) string {
	return "of " + b.Date.Format("2 January 2006") + ", with " + prose.Count(float64(b.Answers), "answer")
}
