package disktest

import (
	"io/fs"
	"os"

	"probity/progress/disk"
)

// Fault is an error that comes at a step. Steps that only look are not counted.
type Fault struct {
	At     int  // the number of the step; 0 is the first
	Lasts  bool // it comes at all later ones that change something, too
	Err    error
	Gone   bool // it does not come any more
	Struck Step // where it came first
	seen   int
}

// Came reports whether there were enough steps.
func (f *Fault) Came() bool { return f.seen > f.At }

// comes reports whether it comes at a step.
func (f *Fault) comes(s Step) bool {
	if f.Gone || s.Reads() {
		return false
	}
	n := f.seen
	f.seen++
	if n == f.At {
		f.Struck = s
	}
	return n == f.At || f.Lasts && n > f.At && s.Changes()
}

// Steps are real steps with the fault. A write that fails has written half, and a file is closed.
func (f *Fault) Steps() *disk.Steps {
	return Watched(func(s Step, do func() (*os.File, error)) error {
		if !f.comes(s) {
			_, err := do()
			return err
		}
		switch s.Name {
		case "Write":
			_, _ = s.File.Write(s.Text[:len(s.Text)/2])
		case "Close":
			_ = s.File.Close()
		}
		return &fs.PathError{Op: s.Name, Path: s.Path, Err: f.Err}
	})
}
