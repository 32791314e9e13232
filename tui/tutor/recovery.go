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
func (t *Tutor) FindBackups() Task[Backups] {
	t.pending = true
	r := t.record
	return looking(func() Backups {
		all, err := r.Backups()
		return Backups{all, err}
	})
}

// SetAside is the task of moving a damaged record aside, as the learner has agreed to. From then on a record may be made where
// there is none.
func (t *Tutor) SetAside() Task[error] {
	return t.settling(aside)
}

// Restore is the task of putting a backup in the record's place, with a damaged record moved aside before.
func (t *Tutor) Restore(b folder.Backup) Task[error] {
	return t.settling(func(r *folder.Folder) (movedTo string, err error) {
		moved, err := aside(r)
		if _, there := r.Learner(); err != nil || there {
			return moved, err
		}
		err = r.Restore(b)
		if errors.Is(err, fs.ErrExist) && r.Lost() == nil { // another window was first
			err = nil
		}
		return moved, err
	})
}

// settling is the task of putting right what was wrong with the record, and of saying where a damaged one was moved.
func (t *Tutor) settling(settle func(*folder.Folder) (movedTo string, err error)) Task[error] {
	r, moved := t.record, ""
	return surely(&t.tasks, Task[error]{
		Run: func() (err error) {
			moved, err = settle(r)
			return err
		},
		Done: func(err error) {
			if err == nil {
				t.goOn(moved)
			}
		},
	})
}

// aside moves a damaged record aside. There may be none, and another window may have put it right: then it is used.
func aside(r *folder.Folder) (movedTo string, err error) {
	movedTo, err = r.SetAside()
	if errors.Is(err, folder.ErrSound) || errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return movedTo, err
}

// goOn goes on with the record as it is now. A damaged one was moved to movedTo; "" for nowhere.
func (t *Tutor) goOn(movedTo string) {
	t.pending = false
	if movedTo != "" {
		t.notices = append(t.notices, "Nothing was deleted: the damaged record is kept as "+filepath.Base(movedTo)+", in the same folder.")
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
