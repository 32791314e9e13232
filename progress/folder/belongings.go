// Belongings: everything in the data folder that is Probity's, found by name, and copies of it, which copies.go knows. What is
// neither is not ours to touch.

package folder

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"probity/progress/disk"
	"probity/progress/journal/file"
)

// Belonging is one file that Probity keeps for the learner.
type Belonging struct {
	Path string
	What string    // in words: "a backup of your record"
	Size int64     // in bytes; SizeUnknown when the file could not be looked at
	At   time.Time // when it was last changed; zero when that is not known
}

// SizeUnknown is the size of a file that is there and could not be looked at.
const SizeUnknown = -1

// pattern is a kind of file by its name, in the data folder or one of its folders.
type pattern struct {
	folder string // "" for the data folder itself, and the folder of the record if a symbolic link leads elsewhere
	name   string // as filepath.Match has it
	what   string
}

// sessionDay is how the name of a session begins.
const sessionDay = "[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]"

// patterns are all that Probity makes, the lock last: while it is there it keeps other windows out. A new kind of file is a line here, with a name
// that nobody else's file has: the data folder may be one that holds other things too.
func patterns() []pattern {
	return []pattern{
		{"", fileName, recordItself},
		{"", "progress.corrupt-*.toml", "a damaged record, set aside"},
		{"", "progress.torn-*.toml", "an entry that was not completely written, set aside"},
		{"", "progress.replaced-*.toml", "a record that a backup replaced"},
		{"", "progress.schema-*.toml", "your record as an older Probity wrote it"},
		{"", rescuedName, notSavedThen},
		{"", rescuedName + partly, unfinished},
		{"", erasedName, "marks of the reflections that you erased, so that none comes back"},
		{"", disk.TemporaryName, unfinished},
		{BackupFolder, "progress-*.toml", "a backup of your record"},
		{BackupFolder, disk.TemporaryName, unfinished},
		{DraftFolder, path.Base(CertificateDraft), "text begun and not saved"},
		{DraftFolder, disk.TemporaryName, unfinished},
		{keyFolder, path.Base(SigningKey), "the key that your certificates are signed with"},
		{keyFolder, path.Base(pseudonym), "the number that stands for you in xAPI statements"},
		{keyFolder, disk.TemporaryName, unfinished},
		{SessionFolder, sessionDay + "*.toml", "a facilitated session"},
		{SessionFolder, disk.TemporaryName, unfinished},
		{SessionFolder, sessionDay + "*.lock", "the lock of a facilitated session"},
		{DocumentFolder, "*.toml", "your own copy of a document"},
		{DocumentFolder, disk.TemporaryName, unfinished},
		{cacheFolder, path.Base(seenCopies), "what Probity can make again"},
		{cacheFolder, disk.TemporaryName, unfinished},
		{"", file.LockName, "the lock that keeps two windows apart"},
	}
}

// What is what a file beside a record is to its owner, by its name there.
func What(name string) string {
	in, base := path.Split(name)
	for _, p := range patterns() {
		if fits, _ := path.Match(p.name, base); fits && p.folder == path.Clean(in) {
			return p.what
		}
	}
	return path.Base(name)
}

const recordItself = "your record"

// notSavedThen is what a file is that PutElsewhere wrote.
const notSavedThen = "what could not be saved in your record"

const unfinished = "a file that was being written when the computer stopped"

// UnseenError reports what could not be looked at, so that nobody knows what is there.
type UnseenError struct{ Unseen []Remnant }

// Error names the places and causes.
func (e *UnseenError) Error() string { return "looking through the data folder: " + causes(e.Unseen) }

// Message says to a clinician what could not be looked at and what to do.
func (e *UnseenError) Message() string {
	return "Some of the data folder could not be looked at: " + listed(e.Unseen) + ". " + checkOwner
}

// Belongings lists every file of Probity's in the data folder, copies that others made of them included, and beside the
// record where a symbolic link leads elsewhere. An *UnseenError comes with what could be found all the same.
func (r *Folder) Belongings() ([]Belonging, error) {
	s := r.survey()
	if len(s.unseen) > 0 {
		return s.ours, &UnseenError{s.unseen}
	}
	return s.ours, nil
}

// Others lists what stands in Probity's folders and is not Probity's, as paths within the data folder. Erase leaves it.
func (r *Folder) Others() []string { return r.survey().others }

// survey is what stands in Probity's folders.
type survey struct {
	ours   []Belonging // the lock last
	others []string    // the rest, within the data folder; folders end in a slash
	unseen []Remnant   // what could not be looked at
}

func (r *Folder) survey() survey {
	var s survey
	if _, err := r.disk.Lstat(filepath.Join(r.dir, file.LockName)); errors.Is(err, fs.ErrPermission) { // the folder can't be entered
		s.miss(&fs.PathError{Op: "lstat", Path: filepath.Clean(r.dir), Err: err})
		return s
	}
	all := patterns()
	for _, p := range all[:len(all)-1] {
		s.take(r.matching(p))
	}
	for _, folder := range r.folders() {
		s.lookAround(r, folder)
	}
	if beside := filepath.Dir(r.file); beside != filepath.Clean(r.dir) {
		s.lookBeside(r, beside, filepath.Base(r.file))
	}
	s.take(r.matching(all[len(all)-1]))
	return s
}

// take adds the files of a kind. A folder that cannot be listed is named once.
func (s *survey) take(found []Belonging, err error) {
	s.ours = append(s.ours, found...)
	if err != nil {
		s.miss(err)
	}
}

// miss notes what could not be looked at, once for each path, and not again for what lies within it.
func (s *survey) miss(err error) {
	path := ""
	var at *fs.PathError
	if errors.As(err, &at) {
		path = at.Path
	}
	if !slices.ContainsFunc(s.unseen, func(u Remnant) bool { return u.Path == path || u.Path == filepath.Dir(path) }) {
		s.unseen = append(s.unseen, Remnant{Belonging{Path: path, What: "what is there is not known"}, err})
	}
}

func (s *survey) has(path string) bool {
	return slices.ContainsFunc(s.ours, func(b Belonging) bool { return b.Path == path })
}

// matching returns the files of one kind, by name. Where the folder cannot be listed, the error comes with what is there by a
// name that is known beforehand.
func (r *Folder) matching(p pattern) (found []Belonging, err error) {
	folders := []string{filepath.Join(r.dir, p.folder)}
	if beside := filepath.Dir(r.file); p.folder == "" && p.name != fileName && beside != filepath.Clean(r.dir) {
		folders = append(folders, beside)
	}
	for _, folder := range folders {
		names, listing := r.disk.Names(folder)
		if listing != nil {
			err = listing
			if info, looking := r.disk.Lstat(filepath.Join(folder, p.name)); looking == nil && info.Mode().IsRegular() {
				names = []string{p.name}
			}
		}
		for _, name := range names {
			if ours, _ := filepath.Match(p.name, name); ours && r.holds(p, filepath.Join(folder, name)) {
				found = r.appendBelonging(found, filepath.Join(folder, name), r.ofLink(filepath.Join(folder, name), p.what))
			}
		}
	}
	if p.name == fileName && r.file != r.path { // a symbolic link: what it leads to is the record
		found = r.appendBelonging(found, r.file, p.what)
	}
	return found, err
}

// holds reports whether a file with a name of a kind is one. The name of an own copy of a document does not say so, but its first lines do: one that
// cannot be read, or was changed there, is taken for another's.
func (r *Folder) holds(p pattern, path string) bool {
	if p.folder != DocumentFolder || p.what == unfinished {
		return true
	}
	if info, err := r.disk.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := r.disk.Open(path, os.O_RDONLY, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	lines := bufio.NewScanner(io.LimitReader(f, headLimit))
	return lines.Scan() && strings.HasPrefix(lines.Text(), "schema = ") && lines.Scan() && strings.HasPrefix(lines.Text(), "source = ")
}

// ofLink says of a link to a record that is on a disk or in a folder that is not there, what it is.
func (r *Folder) ofLink(path, what string) string {
	if path == r.path && disk.LeadsNowhere(path) {
		return "a link to " + r.file + ", which is not there; only the link can be erased"
	}
	return what
}

// appendBelonging adds a file or symbolic link, if it is there and is not a folder. One that cannot be looked at is there.
func (r *Folder) appendBelonging(to []Belonging, path, what string) []Belonging {
	info, err := r.disk.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && info.IsDir():
		return to
	case err != nil:
		return append(to, Belonging{Path: path, What: what, Size: SizeUnknown})
	}
	return append(to, Belonging{Path: path, What: what, Size: info.Size(), At: info.ModTime()})
}

// folders returns the folders of Probity's that there are, those within others first.
func (r *Folder) folders() []string {
	var found []string
	for _, p := range patterns() {
		folder := filepath.Join(r.dir, p.folder)
		if info, err := r.disk.Lstat(folder); err == nil && info.IsDir() {
			found = append(found, folder)
		}
	}
	slices.SortFunc(found, func(x, y string) int { return cmp.Or(cmp.Compare(len(y), len(x)), cmp.Compare(x, y)) })
	return slices.Compact(found)
}
