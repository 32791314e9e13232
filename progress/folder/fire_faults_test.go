package folder

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"probity/progress/disk"
	"probity/progress/disk/disktest"
)

// diskErrors are what may be wrong with a disk, and what a clinician is told of each.
var diskErrors = []struct {
	err  error
	said string
}{
	{syscall.ENOSPC, "the disk is full. Free some space"},
	{syscall.EIO, "the disk reported an error"},
	{syscall.EROFS, "the disk can be read and not written to"},
	{syscall.EINTR, "the computer reported"},
	{syscall.ENOLCK, "the computer reported"},
	{io.ErrShortWrite, "the computer reported"},
}

var fire = flag.Bool("fire", false, "make each step fail with every cause, and not with one of them in turn; kill 500 times, and not 25")

// record is where the record is, as held names it where it does not read as it is.
const record = "data/" + fileName

// TestEachStepFails of each way to save, with each cause, once or from then on: what was there is there, what went wrong is said in words, and when the
// same is tried again it is done once.
func TestEachStepFails(t *testing.T) {
	if testing.Short() {
		t.Skip("it is done by one goroutine, in which the race detector sees nothing")
	}
	for _, p := range savePaths() {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			w := p.begun(t)
			tree := disktest.Tree(t, w.root)
			before := must(held(t, w))(t)
			check(t, p.save(w)())
			after := must(held(t, w))(t)
			for at, came := 0, true; came; at++ {
				for n, c := range diskErrors {
					if !*fire && n != at%len(diskErrors) {
						continue
					}
					for _, lasts := range []bool{false, true} {
						f := &disktest.Fault{At: at, Err: c.err, Lasts: lasts}
						wrong := p.afterFault(t, tree, f, c.said, before, after)
						if came = f.Came(); wrong != "" {
							t.Errorf("%v at step %d, %s %s, and later: %v: %s", c.err, at, f.Struck.Name, filepath.Base(f.Struck.Path), lasts, wrong)
						}
					}
				}
			}
		})
	}
}

// afterFault saves on a disk with a fault, and again when that is gone, and says what is wrong.
func (p savePath) afterFault(t *testing.T, tree map[string]string, f *disktest.Fault, said string, before, after map[string]string) string {
	dir, err := os.MkdirTemp(t.TempDir(), "")
	check(t, err)
	defer os.RemoveAll(dir)
	w := world{root: dir, raw: p.raw, disk: f.Steps()}
	disktest.State{Tree: tree}.Lay(t, dir)
	save := p.save(w)
	failed := save()
	found, err := held(t, w)
	if err != nil && !f.Lasts {
		return fmt.Sprintf("it is damaged: %v", err)
	}
	if wrong := between(found, before, after); wrong != "" && !f.Lasts {
		return wrong
	}
	switch {
	case failed == nil && !slices.Equal(factsOf(found), factsOf(after)):
		return "it was not said that anything failed"
	case failed != nil && !partial(failed) && !f.Lasts && (!slices.Equal(factsOf(found), factsOf(before)) || found[record] != before[record]):
		return fmt.Sprintf("something was changed, and what is said is %q", message(failed))
	case failed != nil && !strings.Contains(message(failed), said) && !listing(failed):
		return fmt.Sprintf("it does not say %q: %q, %v", said, message(failed), failed)
	}
	if left := leftovers(t, w); len(left) > 0 && !f.Lasts {
		return fmt.Sprintf("left: %q", left)
	}
	if f.Gone = true; errors.As(failed, new(leftError)) || p.other && f.Lasts {
		return ""
	}
	if failed != nil {
		if err := save(); err != nil && !errors.Is(err, os.ErrNotExist) && !(errors.Is(failed, disk.ErrUnsettled) && errors.Is(err, os.ErrExist)) {
			return fmt.Sprintf("again: %v after %v", err, failed)
		}
	}
	found, err = held(t, w)
	if err != nil || !slices.Equal(factsOf(found), factsOf(after)) {
		return fmt.Sprintf("tried again there is %q, %v", factsOf(found), err)
	}
	if where := quoting(t, w, p.secret); len(where) > 0 {
		return fmt.Sprintf("%q is still in %q", p.secret, where)
	}
	return ""
}

// message is what a clinician is told.
func message(err error) string {
	var worded interface{ Message() string }
	if errors.As(err, &worded) {
		return worded.Message()
	}
	return "no words for: " + err.Error()
}

// partial reports whether an error says that something was done all the same.
func partial(err error) bool {
	var erased *NotErasedError
	var forgotten *NotForgottenError
	var left leftError
	return errors.Is(err, disk.ErrUnsettled) || errors.As(err, &left) || errors.As(err, &erased) || errors.As(err, &forgotten)
}

// listing reports whether an error names files that could not be looked at or removed, in place of causes.
func listing(err error) bool {
	var erased *NotErasedError
	var unseen *UnseenError
	var left leftError
	return errors.As(err, &erased) || errors.As(err, &unseen) || errors.As(err, &left)
}
