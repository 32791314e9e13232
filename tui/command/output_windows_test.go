package command

import (
	"io"
	"syscall"
	"testing"
)

// goneReader is a pipe of which the other end went away.
type goneReader struct{ err error }

func (f goneReader) Write([]byte) (int, error) { return 0, f.err }

// TestAReaderThatWentAwayHasWhatItWanted: Windows has three errors for it, by what kind of pipe it was.
func TestAReaderThatWentAwayHasWhatItWanted(t *testing.T) {
	for err, closed := range map[error]bool{syscall.Errno(109): true, syscall.Errno(232): true, syscall.Errno(233): true, syscall.Errno(112): false, io.ErrShortWrite: false} {
		out := &output{Writer: goneReader{err}}
		_, _ = out.Write([]byte("x"))
		if out.closed() != closed {
			t.Errorf("%v: closed is %v", err, !closed)
		}
	}
}
