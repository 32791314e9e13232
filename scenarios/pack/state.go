package pack

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
)

// smallEnough is how large the files of a pack are in all, in bytes, so that their content is compared each time: those of any pack but a
// library. Of a larger one sizes and times are.
const smallEnough = 1 << 20

// StateDir is what the files of a pack are at a moment, by their names: two states are equal if nothing has changed that checking would look at.
// It is empty if the folder is not there or has too much in it. Content is compared, since a network drive may give two savings of one length
// the same time.
func StateDir(dir string) map[string]string {
	state := map[string]string{}
	root, err := openFolder(dir)
	if err != nil {
		return state
	}
	defer root.Close()
	in, total, seen := root.FS(), int64(0), 0
	_ = fs.WalkDir(in, ".", func(name string, d fs.DirEntry, err error) error {
		if seen++; seen > maxFiles {
			return fs.SkipAll
		}
		switch {
		case err != nil:
			state[name] = reason(err)
			return nil
		case name != "." && IsLeftover(path.Base(name)):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case path.Ext(name) != ".toml" && !misnamed().MatchString(name):
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return nil // it has gone meanwhile
		}
		state[name] = fmt.Sprint(d.Type(), info.Size(), info.ModTime().UnixNano())
		if total += info.Size(); total <= smallEnough && d.Type().IsRegular() {
			if text, err := read(in, name); err == nil {
				state[name] = fmt.Sprintf("%x", sha256.Sum256(text))
			}
		}
		return nil
	})
	return state
}
