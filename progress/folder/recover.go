// What can be done about a corrupt record: move it aside. Nothing is overwritten. And how a record that is gone is known.

package folder

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"probity/progress"
	"probity/progress/journal/file"
)

// SetAside moves a corrupt record to progress.corrupt-<time>.toml beside it and returns that path. Then there is no record,
// and Restore or Create may follow. A record that reads whole after all stays where it is, and the error is ErrSound.
func (r *Folder) SetAside() (movedTo string, err error) {
	err = r.Alone(func() error {
		var corrupt *file.CorruptError
		if err := file.ReadAll(everyKind(), r.file, func(progress.Fact) {}); err == nil {
			return ErrSound
		} else if !errors.As(err, &corrupt) {
			return err
		}
		movedTo = r.Unused("corrupt", r.now())
		if err := r.disk.Rename(r.file, movedTo); err != nil {
			return err
		}
		if err := r.disk.SyncFolder(filepath.Dir(r.file)); err != nil {
			return errors.Join(err, r.disk.Rename(movedTo, r.file))
		}
		return nil
	})
	if errors.Is(err, ErrSound) {
		return "", errors.Join(err, r.look())
	}
	if err != nil {
		return "", &NotDoneError{Doing: "setting the record aside", Outcome: "The record was not set aside", Err: err}
	}
	_ = r.Look()
	return movedTo, nil
}

// ErrSound is given by SetAside for a record that reads whole: another window may have put it right.
var ErrSound = errors.New("the record reads whole")

// LostError reports that there was a record here and there is none now: it left backups, or was set aside because it was damaged.
type LostError struct {
	Backups bool   // there are backups of it
	Aside   string // the path of the damaged one, the latest if there are several; "" for none
}

// Error names what was found.
func (e *LostError) Error() string {
	return fmt.Sprintf("reading the record: there is none, but backups: %v, set aside: %q", e.Backups, e.Aside)
}

// Found says to a clinician what there is.
func (e *LostError) Found() string {
	text := "There is no record here."
	if e.Backups {
		text = "There is no record here, but its backups are."
	}
	if e.Aside != "" {
		text += fmt.Sprintf(" A damaged one is kept as %s in %s. Mended in an editor and put back as %s, it is used again.",
			filepath.Base(e.Aside), filepath.Dir(e.Aside), fileName)
	}
	return text
}

// Message says it with what to do next.
func (e *LostError) Message() string {
	return e.Found() + " Start probity to go back to a backup or begin anew."
}

// Lost is a *LostError where a record was here and is gone; nil where there is one, or never was. Backups are made of a record
// that is there, so it is looked for once more after them: another window may just have made the first.
func (r *Folder) Lost() error {
	lost := LostError{Backups: r.hasBackups()}
	if damaged := r.damagedBeside(); len(damaged) > 0 {
		lost.Aside = damaged[0]
	}
	if lost == (LostError{}) {
		return nil
	}
	if err := r.look(); err != nil {
		return err
	}
	if _, exists := r.Learner(); exists {
		return nil
	}
	return &lost
}

// NewDamaged lists the damaged records that were set aside, the latest first, those that were listed before left out.
func (r *Folder) NewDamaged() (paths []string) { return r.unlisted(r.damagedBeside()) }

// damagedBeside returns the damaged records that were set aside, the latest first.
func (r *Folder) damagedBeside() (paths []string) {
	found, _ := r.matching(pattern{name: "progress.corrupt-*.toml"}) // what cannot be listed cannot be named
	for _, b := range found {
		paths = append(paths, b.Path)
	}
	slices.SortFunc(paths, func(x, y string) int {
		return cmp.Compare(strings.TrimSuffix(y, ".toml"), strings.TrimSuffix(x, ".toml"))
	})
	return paths
}
