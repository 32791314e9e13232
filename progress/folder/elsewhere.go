// What could not be saved, put where something can be written.

package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

// rescuedName is the name of a file that PutElsewhere wrote, as filepath.Match has it.
const rescuedName = "probity-not-saved-*.toml"

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

// Rescued lists the files that PutElsewhere wrote in the data folder and in some others, and that hold what the record lacks.
func (r *Folder) Rescued(folders ...string) (paths []string) {
	seen := map[string]bool{}
	for _, folder := range append(folders, r.dir) {
		for _, path := range RescuedIn(folder) {
			whole, err := filepath.Abs(path)
			if err != nil || seen[whole] {
				continue
			}
			seen[whole] = true
			if m, err := r.PreviewMerge(path); err == nil && m.New > 0 {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// PutElsewhere writes facts that could not be saved as a small record of their own, which Merge takes: into the first of some folders that can
// be written to, under a name that nothing has. It returns the whole path. It is for the learner's eyes only, as the record is.
func PutElsewhere(folders []string, l progress.Learner, facts []progress.Fact, now time.Time) (path string, err error) {
	text, _, err := tables.EncodeAll(journal.KindsOf(progress.Kinds()...), facts, 0, now)
	if err != nil {
		return "", err
	}
	text = append(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: l}), text...)
	err = fs.ErrNotExist // where there is no folder
	for _, folder := range folders {
		path := filepath.Join(folder, strings.Replace(rescuedName, "*", now.Format("20060102-150405"), 1))
		if whole, wrong := filepath.Abs(path); wrong == nil {
			path = whole
		}
		if err = writeNew(path, text); err == nil {
			return path, nil
		}
	}
	return "", err
}

// writeNew writes a file that is not there yet, and sees it to the disk.
func writeNew(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, disk.FileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
