// What could not be saved, put where something can be written.

package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

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
		path := filepath.Join(folder, "probity-not-saved-"+now.Format("20060102-150405")+".toml")
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
