// Forgetting: a reflection that its writer deletes is gone from the record, from every backup and from what was set aside.

package folder

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"probity/guidance/text"
	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/parallel"
	"probity/progress/journal/tables"
)

// ForgetReflection erases a reflection with all its other wordings, and the drafts that quote one. It is a rewrite of the record and of
// every copy beside it; each file is replaced whole or left as it was. What may hold some of it still is returned. On an error
// some copies may hold it too, and it may be called again.
func (r *Folder) ForgetReflection(reflection progress.Reflection) (Leftovers, error) {
	return r.forget(func(all []progress.Reflection) []progress.Reflection { return progress.Wordings(all, reflection) }, true)
}

// ForgetWording erases what a reflection said before it was edited, as ForgetReflection does, and keeps what it says now.
func (r *Folder) ForgetWording(reflection progress.Reflection) (Leftovers, error) {
	return r.forget(func(all []progress.Reflection) []progress.Reflection {
		return progress.EarlierWordings(all, reflection)
	}, false)
}

// forget erases those reflections that choose takes from the record's; from copies, where related says so, also what replaces
// them there: another computer may have edited them.
func (r *Folder) forget(choose func(all []progress.Reflection) []progress.Reflection, related bool) (left Leftovers, err error) {
	if err := r.unchangeable(); err != nil {
		return left, &NotForgottenError{err}
	}
	err = r.Alone(func() error {
		var all []progress.Reflection
		err := file.ReadAll(everyKind(), r.file, func(f progress.Fact) {
			if reflection, ok := f.(progress.Reflection); ok {
				all = append(all, reflection)
			}
		})
		if err != nil {
			return err
		}
		r.sweep()
		found := r.survey()
		if len(found.unseen) > 0 {
			return &UnseenError{found.unseen}
		}
		left.Others = found.others
		pendingErase := choose(all)
		if err := r.markErased(pendingErase); err != nil {
			return err
		}
		elsewhere := r.strikeElsewhere(pendingErase, related)
		left.Doubtful, err = r.strikeAll(found.ours, pendingErase, related)
		left.Doubtful = append(left.Doubtful, elsewhere...)
		return err
	})
	if err != nil {
		return left, &NotForgottenError{err}
	}
	return left, nil
}

// unchangeable returns why the record cannot be changed; nil if it can, for all that is known.
func (r *Folder) unchangeable() error {
	why, readOnly := r.ReadOnly()
	if !readOnly {
		return nil
	}
	if _, err := r.Unwritable(); err != nil {
		return err
	}
	return file.ReadOnly(why)
}

// strikeAll takes reflections out of every file that may hold them, the record last and when the others are on the disk: as long as it is there,
// all of it can be tried again. It returns the files that may hold some of them still.
func (r *Folder) strikeAll(files []Belonging, pendingErase []progress.Reflection, related bool) (doubtful []Belonging, err error) {
	for _, b := range files {
		if info, err := os.Stat(b.Path); r.keepsOn(b.Path) || err == nil && !info.Mode().IsRegular() { // a pipe holds nothing
			continue
		}
		why := ""
		folder := filepath.Dir(b.Path)
		if folder == filepath.Join(r.dir, DraftFolder) {
			why, err = r.strikeDraft(b.Path, pendingErase)
		} else {
			why, err = r.strike(b.Path, pendingErase, related)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(b.Path), err)
		}
		ofRecord := folder == r.backupFolder() || folder == filepath.Clean(r.dir) || folder == filepath.Dir(r.file)
		if why == cannotUnpack || why != "" && ofRecord {
			b.What = why
			doubtful = append(doubtful, b)
		}
	}
	if err := r.settle(); err != nil {
		return nil, err
	}
	why, err := r.strike(r.file, pendingErase, false)
	r.Replaced()
	if why != "" {
		doubtful = append(doubtful, Belonging{Path: r.path, What: brokenEnd})
	}
	return doubtful, err
}

// NotForgottenError says that a reflection could not be erased everywhere.
type NotForgottenError struct{ Err error }

// Error names the cause.
func (e *NotForgottenError) Error() string { return fmt.Sprintf("erasing the reflection: %v", e.Err) }

// Unwrap returns the cause.
func (e *NotForgottenError) Unwrap() error { return e.Err }

// Message says it for a clinician.
func (e *NotForgottenError) Message() string {
	const outcome = "The reflection could not be erased everywhere"
	var unseen *UnseenError
	if errors.As(e.Err, &unseen) {
		return outcome + ". " + unseen.Message()
	}
	return outcome + ": " + reason(e.Err)
}

// strike takes reflections out of a file and, where related says so, what replaces or is replaced by them there. A copy that
// is damaged loses the stretches that hold part of their text; one in UTF-16 that loses something is UTF-8 then. Where some of
// them may be in the file still, it says why.
func (r *Folder) strike(path string, pendingErase []progress.Reflection, related bool) (why string, err error) {
	path = disk.Resolve(path)
	file, err := disk.ReadRegular(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	} else if err != nil {
		return "", err
	}
	if isArchive(file) {
		return cannotUnpack, nil
	}
	whole := text.FromUnicode(file)
	all, kinds := stretches(whole), everyKind()
	if related {
		pendingErase = relatedIn(kinds, all, pendingErase)
	}
	left, doubt := clearedOf(kinds, all, pendingErase)
	if doubt {
		why = brokenPiece
	}
	switch {
	case len(left) == len(whole):
		return why, nil
	case len(bytes.Trim(left, tables.Blanks+"\r\n\x00")) == 0:
		return "", r.disk.Remove(path)
	case IsRescued(path): // it may lie among other people's files, and under no lock
		return why, r.disk.Deliver(path, disk.FileMode, true, func(w io.Writer) error { _, err := w.Write(left); return err })
	}
	return why, r.disk.Rewrite(path, left, nil)
}

// relatedIn adds to reflections the other wordings that a file has of them.
func relatedIn(kinds journal.Kinds, stretches [][]byte, pendingErase []progress.Reflection) []progress.Reflection {
	var there, found []progress.Reflection
	for _, fact := range parallel.All(stretches, func(stretch []byte) progress.Fact { return tables.Parse(kinds, stretch).Fact }) {
		if reflection, ok := fact.(progress.Reflection); ok {
			there = append(there, reflection)
			if slices.ContainsFunc(pendingErase, func(d progress.Reflection) bool {
				return d.Scenario == reflection.Scenario && d.At.Equal(reflection.At)
			}) {
				found = append(found, reflection) // its words may have been changed by hand
			}
		}
	}
	return append(progress.Wordings(there, found...), pendingErase...)
}

// stretches divides a file into its head and its facts.
func stretches(file []byte) [][]byte {
	end := tables.HeadEnd(file, true)
	return append([][]byte{file[:end]}, tables.Split(file[end:])...)
}

// strikeDraft removes a draft that was begun with one of the reflections, or quotes part of one. Where it may quote one for all
// that can be told, it says why.
func (r *Folder) strikeDraft(path string, pendingErase []progress.Reflection) (why string, err error) {
	file, err := disk.ReadRegular(path)
	if err != nil {
		return "", err
	}
	if isArchive(file) {
		return cannotUnpack, nil
	}
	if Quotes(file, pendingErase...) {
		return "", r.disk.Remove(path)
	}
	return "", nil
}

// Quotes reports whether a draft was begun with one of some reflections, or quotes part of one.
func Quotes(draft []byte, reflections ...progress.Reflection) bool {
	draft = text.FromUnicode(draft)
	return slices.ContainsFunc(reflections, func(d progress.Reflection) bool {
		return bytes.Contains(draft, []byte(d.ID())) || quotes(draft, d.Text)
	})
}
