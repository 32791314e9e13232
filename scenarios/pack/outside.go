package pack

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// LoadDir reads a pack from a folder of the disk and merges it into the base. Nothing outside the folder can be reached
// from it: symbolic links and whatever else is no ordinary file are refused.
func LoadDir(dir string, base *Pack) (p *Pack, err error) {
	err = inFolder(dir, func(fsys fs.FS) error {
		p, err = Load(fsys, base)
		return err
	})
	return p, err
}

// inFolder does something with the folder of a pack.
func inFolder(dir string, do func(fs.FS) error) error {
	root, err := openFolder(dir)
	if err != nil {
		return Mistakes{unopened(dir, err)}
	}
	defer root.Close()
	if m := unlikely(root.FS()); m != nil {
		return Mistakes{*m}
	}
	return do(root.FS())
}

// openFolder opens a folder. A pipe in its place might never open.
func openFolder(dir string) (*os.Root, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: syscall.ENOTDIR}
	}
	return os.OpenRoot(dir)
}

// unopened says why the folder of a pack cannot be opened.
func unopened(dir string, err error) Mistake {
	info, statErr := os.Stat(dir)
	switch {
	case statErr == nil && !info.IsDir():
		return Mistake{File: dir, Problem: "is a file, not a folder", Mend: "unpack it if it is an archive, and name the folder that holds pack.toml"}
	case errors.Is(err, fs.ErrNotExist):
		return Mistake{File: dir, Problem: "is not there", Mend: "check its name; it has to be the folder that holds pack.toml"}
	case errors.Is(err, fs.ErrPermission):
		return Mistake{File: dir, Problem: "cannot be opened (" + reason(err) + ")", Mend: "check that you may read it"}
	}
	return Mistake{File: dir, Problem: "cannot be opened (" + reason(err) + ")", Mend: "name the folder that holds pack.toml"}
}

// unlikely returns the mistake of a folder without a manifest: somebody named another folder than they meant. It is nil for any other.
func unlikely(in fs.FS) *Mistake {
	entries, err := fs.ReadDir(in, ".")
	if err != nil {
		return &Mistake{File: ".", Problem: "cannot be read (" + reason(err) + ")", Mend: "check that you may read it"}
	}
	within := ""
	for _, e := range entries {
		if e.Name() == ManifestName {
			return nil
		}
		if _, err := fs.Stat(in, e.Name()+"/"+ManifestName); err == nil && e.IsDir() {
			within = e.Name()
		}
	}
	m := Mistake{File: ManifestName, Problem: "is missing, so this is no pack", Mend: "name the folder that holds pack.toml"}
	switch {
	case within != "":
		m.Mend = "name the folder " + filepath.ToSlash(within) + " within it, which has one"
	case len(entries) == 0:
		m.Problem = "is missing: the folder is empty"
	}
	return &m
}
