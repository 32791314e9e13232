// What could not be saved, put where something can be written.

package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// rescuedName is the name of a file that PutElsewhere wrote, as filepath.Match has it.
const rescuedName = "probity-not-saved-*.toml"

// partly is what comes after the name of a file that is being written anew where no lock is held.
const partly = ".*.part"

// IsRescued reports whether a path has the name of a file that PutElsewhere wrote.
func IsRescued(path string) bool {
	ours, _ := filepath.Match(rescuedName, filepath.Base(path))
	return ours
}

// RescuedIn lists the files in a folder that PutElsewhere wrote, the earliest first; none where the folder cannot be read.
func RescuedIn(folder string) (paths []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if e.Type().IsRegular() && IsRescued(e.Name()) {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths
}

// RescuedElsewhere lists the files that PutElsewhere wrote in the other folders of Options, as far as they can be read, but for what is another
// record's, which is still there.
func (r *Folder) RescuedElsewhere() (all []Belonging) {
	for _, folder := range r.elsewhere {
		for _, path := range RescuedIn(folder) {
			whole, err := filepath.Abs(path)
			if err != nil || filepath.Dir(whole) == filepath.Clean(r.dir) || slices.ContainsFunc(all, func(b Belonging) bool { return b.Path == whole }) {
				continue
			}
			if s, err := file.InspectRegular(everyKind(), whole); !errors.Is(err, fs.ErrPermission) && !r.anothers(s.Head.Record) {
				all = append(all, Belonging{Path: whole, What: notSavedThen})
			}
		}
	}
	return all
}

// anothers reports whether what could not be saved in a record, by its whole path, is for another than this, which is still there.
func (r *Folder) anothers(record string) bool {
	return record != "" && record != r.Whole() && isFile(record)
}

// Rescued lists the files that PutElsewhere wrote in the data folder and in the first of some others, and what it wrote for this record in the rest of
// them, which others may share, as far as they hold what the record lacks. Where the record cannot be read, that is all of them, and sure is false.
func (r *Folder) Rescued(folders ...string) (paths []string, sure bool) {
	sure = true
	seen := map[string]bool{}
	for i, folder := range slices.Concat(folders, []string{r.dir}) {
		for _, path := range RescuedIn(folder) {
			whole, err := filepath.Abs(path)
			if err != nil || seen[whole] {
				continue
			}
			if shared := i > 0 && i < len(folders); shared && !r.itself(whole) {
				continue
			}
			seen[whole] = true
			lacks, known := r.lacks(path)
			sure = sure && known
			if lacks {
				paths = append(paths, path)
			}
		}
	}
	return paths, sure
}

// itself reports whether a file that PutElsewhere wrote is for this record, and from nobody else: nobody but its owner may read what it writes, so what can
// be read, and by no others, is the learner's own. Windows has no such modes, and no folder there that users share.
func (r *Folder) itself(path string) bool {
	info, err := os.Lstat(path)
	if err != nil || info.Mode().Perm() != disk.FileMode && runtime.GOOS != "windows" {
		return false
	}
	s, err := file.InspectRegular(everyKind(), path)
	return err == nil && s.Head.Record == r.Whole()
}

// lacks reports whether a file that PutElsewhere wrote holds what the record lacks, for all that can be told; known is false where the record cannot
// be read. What is another record's, which is still there, is not for this one.
func (r *Folder) lacks(path string) (yes, known bool) {
	m, err := r.PreviewMerge(path)
	var notRead noRecordError
	switch {
	case errors.As(err, &notRead):
		return false, true
	case err != nil: // it is the record that cannot be read
		return true, false
	}
	return m.New > 0 && !r.anothers(m.Record), true
}

// isFile reports whether there is a file at a path.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// Whole is the whole path of the record, as a file of what could not be saved in it names it.
func (r *Folder) Whole() string {
	path, err := filepath.Abs(r.file)
	if err != nil {
		path = r.file
	}
	return strings.ToValidUTF8(path, "?")
}

// PutElsewhere writes facts that could not be saved as a small record of their own, which Merge takes: into the first of some folders that can
// be written to, under a name that nothing has. It returns the whole path. record is the whole path of the record that they are for, which the file
// names; "" for none. It is for the learner's eyes only, as the record is.
func PutElsewhere(folders []string, l progress.Learner, record string, facts []progress.Fact, now time.Time) (path string, err error) {
	return putElsewhere(disk.Real(), folders, l, record, facts, now)
}

func putElsewhere(d *disk.Steps, folders []string, l progress.Learner, record string, facts []progress.Fact, now time.Time) (path string, err error) {
	text, _, err := tables.EncodeAll(recordKinds(), facts, 0, now)
	if err != nil {
		return "", err
	}
	text = append(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: l, Record: record}), text...)
	err = fs.ErrNotExist // where there is no folder
	for _, folder := range folders {
		if path, err = makeRescued(d, folder, text, now); err == nil {
			return path, nil
		}
	}
	return "", &NotDoneError{Doing: "putting elsewhere what is not saved", Outcome: "What is not saved could not be put elsewhere", Err: err}
}

// makeRescued makes the file in a folder, and returns its whole path. Where one of this second is there already, of another window, its name has a
// number.
func makeRescued(d *disk.Steps, folder string, text []byte, now time.Time) (path string, err error) {
	if whole, wrong := filepath.Abs(folder); wrong == nil {
		folder = whole
	}
	for at, n := now.Format("20060102-150405"), 1; ; n++ {
		which := at
		if n > 1 {
			which = fmt.Sprintf("%s-%d", at, n)
		}
		path = filepath.Join(folder, strings.Replace(rescuedName, "*", which, 1))
		if err = d.Make(path, disk.FileMode, text); !errors.Is(err, fs.ErrExist) {
			return path, err
		}
	}
}
