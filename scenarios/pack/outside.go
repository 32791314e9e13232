package pack

import (
	"fmt"
	"io/fs"
	"os"
)

// maxFiles is more than any pack needs.
const maxFiles = 5000

// LoadDir reads a pack from a folder of the disk and merges it into the base. Nothing outside the folder can be reached
// from it: symbolic links and whatever else is no ordinary file are refused.
func LoadDir(dir string, base *Pack) (*Pack, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, Mistakes{{File: dir, Problem: "cannot be opened (" + reason(err) + ")", Mend: "name the folder that holds pack.toml"}}
	}
	defer root.Close()
	if odd := irregular(root.FS()); len(odd) > 0 {
		return nil, odd
	}
	return Load(root.FS(), base)
}

// irregular lists what is neither a folder nor an ordinary file.
func irregular(fsys fs.FS) Mistakes {
	var out Mistakes
	n := 0
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if n++; n > maxFiles {
			out = append(out, Mistake{File: name, Problem: fmt.Sprintf("the folder holds more than %d files", maxFiles), Mend: "name the folder of the pack alone"})
			return fs.SkipAll
		}
		if err != nil {
			out = append(out, Mistake{File: name, Problem: "cannot be read (" + reason(err) + ")", Mend: "check that you may read it"})
			return nil
		}
		if !d.IsDir() && !d.Type().IsRegular() {
			out = append(out, Mistake{File: name, Problem: "is a link or a device", Mend: "put the file itself there"})
		}
		return nil
	})
	if err != nil {
		out = append(out, Mistake{File: ".", Problem: "cannot be read (" + reason(err) + ")", Mend: "check that you may read it"})
	}
	return out
}
