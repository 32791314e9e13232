// Belongings: everything in the data folder that is Probity's, found by name. What isn't named here is not ours to touch.

package progress

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Belonging is one file that Probity keeps for the learner.
type Belonging struct {
	Path string
	What string    // in words: "a backup of your record"
	Size int64     // in bytes
	At   time.Time // when it was last changed
}

// pattern is a kind of file by its name, in the data folder or one of its folders.
type pattern struct {
	folder string // "" for the data folder itself, and the folder of the record if a symbolic link leads elsewhere
	name   string // as filepath.Match has it
	what   string
}

// patterns are all that Probity makes, the lock last: while it is there it keeps other windows out. A new kind of file is a
// line here.
func patterns() []pattern {
	return []pattern{
		{"", fileName, "your record"},
		{"", "progress.corrupt-*.toml", "a damaged record, set aside"},
		{"", "progress.torn-*.toml", "an entry that was not completely written, set aside"},
		{"", "progress.replaced-*.toml", "a record that a backup replaced"},
		{"", "progress.schema-*.toml", "your record as an older Probity wrote it"},
		{"", temporaryName, unfinished},
		{BackupFolder, "progress-*.toml", "a backup of your record"},
		{BackupFolder, temporaryName, unfinished},
		{DraftFolder, "*.toml", "text begun and not saved"},
		{DraftFolder, "*.new", unfinished},
		{KeyFolder, "*.pem", "the key that your certificates are signed with"},
		{KeyFolder, "*.new", unfinished},
		{SessionFolder, "*.toml", "a facilitated session"},
		{SessionFolder, "*.new", unfinished},
		{SessionFolder, "*.lock", "the lock of a facilitated session"},
		{DocumentFolder, "*.toml", "your own copy of a document"},
		{DocumentFolder, "*.new", unfinished},
		{CacheFolder, "*", "what Probity can make again"},
		{"", lockName, "the lock that keeps two windows apart"},
	}
}

const unfinished = "a file that was being written when the computer stopped"

// Belongings lists every file of Probity's in the data folder, and beside the record where a symbolic link leads elsewhere.
func (r *Record) Belongings() ([]Belonging, error) {
	var all []Belonging
	for _, p := range patterns() {
		found, err := r.matching(p)
		if err != nil {
			return nil, &NotDoneError{Doing: "listing the data folder", Outcome: "The data folder could not be listed", Err: err}
		}
		all = append(all, found...)
	}
	return all, nil
}

// matching returns the files of one kind, by name.
func (r *Record) matching(p pattern) ([]Belonging, error) {
	folders := []string{filepath.Join(r.dir, p.folder)}
	if beside := filepath.Dir(r.file); p.folder == "" && p.name != fileName && beside != filepath.Clean(r.dir) {
		folders = append(folders, beside)
	}
	var found []Belonging
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, entry := range entries {
			if ours, _ := filepath.Match(p.name, entry.Name()); ours {
				found = appendBelonging(found, filepath.Join(folder, entry.Name()), p.what)
			}
		}
	}
	if p.name == fileName && r.file != r.path { // a symbolic link: what it leads to is the record
		found = appendBelonging(found, r.file, p.what)
	}
	return found, nil
}

// appendBelonging adds a file or symbolic link, if it is there and is not a folder.
func appendBelonging(to []Belonging, path, what string) []Belonging {
	info, err := os.Lstat(path)
	if err != nil || info.IsDir() {
		return to
	}
	return append(to, Belonging{Path: path, What: what, Size: info.Size(), At: info.ModTime()})
}

// folders returns the folders of Probity's that there are, those within others first.
func (r *Record) folders() []string {
	var found []string
	for _, p := range patterns() {
		folder := filepath.Join(r.dir, p.folder)
		if info, err := os.Lstat(folder); err == nil && info.IsDir() {
			found = append(found, folder)
		}
	}
	slices.SortFunc(found, func(x, y string) int { return cmp.Or(cmp.Compare(len(y), len(x)), cmp.Compare(x, y)) })
	return slices.Compact(found)
}
