package command

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"syscall"
)

// output is standard output where it is no terminal. It remembers that something could not be written, whoever wrote it, so
// that the program never ends as if all had been put out.
type output struct {
	io.Writer
	hosted bool  // it goes to somebody else's computer
	err    error // the first that there was
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if err != nil && o.err == nil {
		o.err = err
	}
	return n, err
}

// closed reports whether the reader of a pipe went away, as head does: it has what it wanted.
func (o *output) closed() bool {
	const brokenPipe, noData, noReader = syscall.Errno(109), syscall.Errno(232), syscall.Errno(233) // as Windows has them
	if o.hosted && errors.Is(o.err, io.EOF) {                                                       // as a session has it whose other end is closed
		return true
	}
	return errors.Is(o.err, syscall.EPIPE) || errors.Is(o.err, io.ErrClosedPipe) || runtime.GOOS == "windows" && (errors.Is(o.err, brokenPipe) || errors.Is(o.err, noData) || errors.Is(o.err, noReader))
}

// fault is what went wrong, in words.
func (o *output) fault() error {
	return fmt.Errorf("not everything could be put out: %w; what was saved is safe", o.err)
}
