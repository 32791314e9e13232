// Package disktest is for tests of what becomes of a learner's files when the disk fails or the power is cut: it makes the steps of a save fail one
// after another, and it models what a disk may hold when the power is cut between two of them.
package disktest

import (
	"io/fs"
	"os"

	"github.com/gofrs/flock"

	"probity/progress/disk"
)

// Step is one step as it was asked for.
type Step struct {
	Name string // as disk.Steps calls it: "Write"
	Path string
	To   string   // of a renaming
	File *os.File // of what is done with an open file
	Flag int      // of opening
	Size int64    // of cutting
	Text []byte   // of writing
}

// Changes reports whether a step changes what is on the disk.
func (s Step) Changes() bool {
	switch s.Name {
	case "Close", "Writable", "Lock", "Lstat", "ReadDir":
		return false
	case "Open":
		return s.Flag&os.O_CREATE != 0
	}
	return true
}

// Reads reports whether a step only looks.
func (s Step) Reads() bool {
	switch s.Name {
	case "Writable", "Lstat", "ReadDir":
		return true
	case "Open":
		return s.Flag == os.O_RDONLY
	}
	return false
}

// Unsynced are the real steps but for those that wait for the disk: nothing is found out by waiting where the power stays on.
func Unsynced() *disk.Steps {
	d := disk.Real()
	d.Sync = func(*os.File) error { return nil }
	d.SyncFolder = func(string) error { return nil }
	return d
}

// Watched are such steps, each of which goes through around. do makes it, and gives the file that was opened.
func Watched(around func(s Step, do func() (*os.File, error)) error) *disk.Steps {
	real := Unsynced()
	plain := func(s Step, do func() error) error {
		return around(s, func() (*os.File, error) { return nil, do() })
	}
	return &disk.Steps{
		Open: func(name string, flag int, mode fs.FileMode) (f *os.File, err error) {
			err = around(Step{Name: "Open", Path: name, Flag: flag}, func() (*os.File, error) { f, err = real.Open(name, flag, mode); return f, err })
			return f, err
		},
		Write: func(f *os.File, text []byte) (n int, err error) {
			err = plain(Step{Name: "Write", Path: f.Name(), File: f, Text: text}, func() error { n, err = real.Write(f, text); return err })
			return n, err
		},
		Sync: func(f *os.File) error {
			return plain(Step{Name: "Sync", Path: f.Name(), File: f}, func() error { return real.Sync(f) })
		},
		Close: func(f *os.File) error {
			return plain(Step{Name: "Close", Path: f.Name(), File: f}, func() error { return real.Close(f) })
		},
		Truncate: func(f *os.File, size int64) error {
			return plain(Step{Name: "Truncate", Path: f.Name(), File: f, Size: size}, func() error { return real.Truncate(f, size) })
		},
		Rename: func(from, to string) error {
			return plain(Step{Name: "Rename", Path: from, To: to}, func() error { return real.Rename(from, to) })
		},
		RenameNew: func(from, to string) error {
			return plain(Step{Name: "RenameNew", Path: from, To: to}, func() error { return real.RenameNew(from, to) })
		},
		Remove: func(path string) error {
			return plain(Step{Name: "Remove", Path: path}, func() error { return real.Remove(path) })
		},
		MakeFolder: func(path string, mode fs.FileMode) error {
			return plain(Step{Name: "MakeFolder", Path: path}, func() error { return real.MakeFolder(path, mode) })
		},
		SyncFolder: func(folder string) error {
			return plain(Step{Name: "SyncFolder", Path: folder}, func() error { return real.SyncFolder(folder) })
		},
		Writable: func(path string) error {
			return plain(Step{Name: "Writable", Path: path}, func() error { return real.Writable(path) })
		},
		Lock: func(lock *flock.Flock) (got bool, err error) {
			err = plain(Step{Name: "Lock", Path: lock.Path()}, func() error { got, err = real.Lock(lock); return err })
			return got, err
		},
		Lstat: func(path string) (info fs.FileInfo, err error) {
			err = plain(Step{Name: "Lstat", Path: path}, func() error { info, err = real.Lstat(path); return err })
			return info, err
		},
		ReadDir: func(folder string) (entries []fs.DirEntry, err error) {
			err = plain(Step{Name: "ReadDir", Path: folder}, func() error { entries, err = real.ReadDir(folder); return err })
			return entries, err
		},
	}
}
