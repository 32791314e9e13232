package tutor

import (
	"errors"
	"io/fs"
	"path/filepath"

	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/prose"
)

// Salvage returns the function that looks for backups of a record that is damaged or gone, newest first. It moves nothing, and
// until GoOn no record is made.
func (t *Tutor) Salvage() func() ([]folder.Backup, error) {
	t.pending = true
	return t.record.Backups
}

// SetAside returns the function that moves a damaged record aside, as the learner has agreed to; hand what it returns to GoOn.
func (t *Tutor) SetAside() func() (movedTo string, err error) {
	r := t.record
	return func() (string, error) { return aside(r) }
}

// Restore returns the function that puts a backup in the record's place, and moves a damaged record aside before; hand what it
// returns to GoOn.
func (t *Tutor) Restore(b folder.Backup) func() (movedTo string, err error) {
	r := t.record
	return func() (string, error) {
		moved, err := aside(r)
		if _, there := r.Learner(); err != nil || there {
			return moved, err
		}
		err = r.Restore(b)
		if errors.Is(err, fs.ErrExist) && r.Lost() == nil { // another window was first
			err = nil
		}
		return moved, err
	}
}

// aside moves a damaged record aside. There may be none, and another window may have put it right: then it is used.
func aside(r *folder.Folder) (movedTo string, err error) {
	movedTo, err = r.SetAside()
	if errors.Is(err, file.ErrSound) || errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return movedTo, err
}

// GoOn is the learner's word that what was wrong with the record is settled, and where a damaged one was moved, "" for nowhere.
// From now on a record may be made where there is none.
func (t *Tutor) GoOn(movedTo string) {
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
