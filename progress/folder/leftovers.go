// Leftovers: what is not removed and may still hold what its owner wanted gone. It is named, never passed over.

package folder

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"probity/progress/journal/file"
)

// Leftovers are what was left when something was erased.
type Leftovers struct {
	Doubtful []Belonging // Probity's files that may hold it still; What says why
	Others   []string    // what is not Probity's, within the data folder; folders end in a slash, and were not looked into
}

// Message names for a clinician what was left and why; "" for nothing.
func (l Leftovers) Message() string {
	var said []string
	for _, b := range l.Doubtful {
		said = append(said, fmt.Sprintf("%s may hold some of it still: %s.", b.Path, b.What))
	}
	if len(l.Others) > 0 {
		said = append(said, "Left where they are, since they are not Probity's: "+some(l.Others, 8)+".")
	}
	if slices.ContainsFunc(l.Others, func(path string) bool { return strings.HasSuffix(path, string(filepath.Separator)) }) {
		said = append(said, "The folders were not looked into: remove copies of yours in there by hand.")
	}
	return strings.Join(said, " ")
}

// Brief is Message where there is little room: names alone.
func (l Leftovers) Brief() string {
	var names []string
	for _, b := range l.Doubtful {
		name := filepath.Base(b.Path)
		if IsRescued(b.Path) { // which lies anywhere
			name = b.Path
		}
		names = append(names, name)
	}
	if names = append(names, l.Others...); len(names) == 0 {
		return ""
	}
	return "Not looked into, so a copy may be there: " + some(names, 4) + "."
}

// some joins names, the most that a sentence bears.
func some(names []string, most int) string {
	if n := len(names); n > most {
		names = append(names[:most:most], fmt.Sprintf("and %d more", n-most))
	}
	return strings.Join(names, ", ")
}

// Why a file of Probity's is left.
const (
	cannotUnpack = "it is an archive, which Probity does not look into"
	brokenPiece  = "it is damaged, and nobody can tell whether a broken piece is part of it"
	brokenEnd    = "it ends in an entry that was not completely written; the next save sets that aside"
)

// Discard removes files that Leftovers named, as their owner has agreed to. The record is none of them. Its errors are
// *NotErasedError, or *NotDoneError if it could not begin.
func (r *Folder) Discard(files []Belonging) error {
	return r.removeChosen("removing what was left", "Nothing was removed", files, func() ([]Belonging, error) {
		return slices.DeleteFunc(r.survey().ours, func(b Belonging) bool { return r.keepsOn(b.Path) }), nil
	})
}

// keepsOn reports whether a file is the record, its lock or the marks of what was erased, which stay when something in the record goes.
func (r *Folder) keepsOn(path string) bool {
	return path == r.path || path == r.file || filepath.Base(path) == file.LockName || filepath.Base(path) == erasedName
}
