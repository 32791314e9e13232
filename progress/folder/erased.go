// What was erased stays erased: of each reflection that its owner erased a mark is kept, which tells nothing of what it said. A file that still
// holds it, wherever that lies, does not bring it back.

package folder

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"probity/progress"
	"probity/progress/disk"
)

// erasedName is the file of the marks, a line each: see progress.Reflection.ID.
const erasedName = "erased.txt"

// erased are the marks of the reflections that were erased; none where there is no such file.
func (r *Folder) erased() (marks []string, err error) {
	text, err := disk.ReadRegular(filepath.Join(r.dir, erasedName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return strings.Fields(string(text)), err
}

// markErased adds the marks of reflections. Others know by them what not to take in, so they stand before anything is gone.
func (r *Folder) markErased(all []progress.Reflection) error {
	marks, err := r.erased()
	if err != nil {
		return err
	}
	had := len(marks)
	for _, one := range all {
		if !slices.Contains(marks, one.ID()) {
			marks = append(marks, one.ID())
		}
	}
	if len(marks) == had {
		return nil
	}
	return r.disk.Rewrite(filepath.Join(r.dir, erasedName), []byte(strings.Join(marks, "\n")+"\n"), nil)
}

// struck finds among some reflections those that were erased, with their other wordings, unless the record still has one of these: then it was an
// earlier wording alone that was erased.
func struck(theirs, ours []progress.Reflection, marks []string) (out []progress.Reflection) {
	for _, one := range theirs {
		if !slices.Contains(marks, one.ID()) {
			continue
		}
		all := progress.Wordings(theirs, one)
		if slices.ContainsFunc(all, func(w progress.Reflection) bool { return among(ours, w) }) {
			all = []progress.Reflection{one}
		}
		for _, w := range all {
			if !among(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// among reports whether a reflection is one of some, whatever their numbers.
func among(all []progress.Reflection, one progress.Reflection) bool {
	return slices.ContainsFunc(all, func(other progress.Reflection) bool { return progress.Same(other, one) })
}

// reflectionsOf are those among some entries.
func reflectionsOf(entries []entry) (all []progress.Reflection) {
	for _, e := range entries {
		if one, ok := e.fact.(progress.Reflection); ok {
			all = append(all, one)
		}
	}
	return all
}

// withoutErased takes out of the entries of a file, which have no keys yet, the reflections that were erased here, by their marks.
func withoutErased(theirs, ours []entry, marks []string) (left []entry, out []progress.Reflection) {
	if len(marks) == 0 {
		return theirs, nil
	}
	out = struck(reflectionsOf(theirs), reflectionsOf(ours), marks)
	left = slices.DeleteFunc(theirs, func(e entry) bool {
		one, ok := e.fact.(progress.Reflection)
		return ok && among(out, one)
	})
	return left, out
}

// cannotChange is why a file elsewhere that holds what was erased is left.
const cannotChange = "it holds what could not be saved then, and could not be changed; remove it by hand"

// strikeElsewhere takes reflections out of the files that PutElsewhere wrote elsewhere, and removes one that holds nothing more. Those that may
// hold some of them still are returned.
func (r *Folder) strikeElsewhere(pendingErase []progress.Reflection, related bool) (doubtful []Belonging) {
	for _, b := range r.RescuedElsewhere() {
		why, err := r.strike(b.Path, pendingErase, related)
		if err == nil && why == "" {
			if left, wrong := readEntries(b.Path); wrong == nil && len(left) == 0 {
				err = errors.Join(r.disk.Remove(b.Path), r.disk.Settle(filepath.Dir(b.Path)))
			}
		}
		if err != nil {
			why = cannotChange
		}
		if why != "" {
			b.What = why
			doubtful = append(doubtful, b)
		}
	}
	return doubtful
}
