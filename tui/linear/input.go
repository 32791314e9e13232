package linear

import (
	"errors"
	"io"
	"os"
	"runtime"
	"syscall"
)

// input is the answers, from whatever the program was started on: a terminal, a pipe, a file, nothing at all. Every kind is
// read in the same way: asking the system to wait for input refuses files on Linux and pipes on Windows.
type input struct {
	pieces <-chan piece
	done   <-chan struct{}
	rest   []byte
	err    error // what ended the input; nil while it goes on
}

// piece is what one read brought.
type piece struct {
	bytes []byte
	err   error
}

// Interruptible is a reader that comes to its end when done is closed, even while it waits for a line. Its goroutine ends
// with the input or with done; where a person has still to type something at that moment, with the process.
func Interruptible(from io.Reader, done <-chan struct{}) io.Reader {
	pieces := make(chan piece)
	go func() {
		for {
			buffer := make([]byte, 16<<10) // Windows cuts a typed line at what is asked for
			n, err := from.Read(buffer)
			select {
			case pieces <- piece{buffer[:n], err}:
			case <-done:
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return &input{pieces: pieces, done: done}
}

// Read gives what is there, or waits for it. Once done is closed nothing more is given, whatever was typed ahead.
func (in *input) Read(p []byte) (int, error) {
	select {
	case <-in.done:
		return 0, io.EOF
	default:
	}
	for len(in.rest) == 0 && in.err == nil {
		select {
		case next := <-in.pieces:
			in.rest, in.err = next.bytes, orEnd(next.err)
		case <-in.done:
			return 0, io.EOF
		}
	}
	if len(in.rest) == 0 {
		return 0, in.err
	}
	n := copy(p, in.rest)
	in.rest = in.rest[n:]
	return n, nil
}

// What Windows says of an input that is not there: ERROR_INVALID_FUNCTION and ERROR_INVALID_HANDLE.
const (
	noInput  = syscall.Errno(1)
	noHandle = syscall.Errno(6)
)

// orEnd treats an input that is closed, as schedulers and services start programs, as one that came to its end.
func orEnd(err error) error {
	closed := errors.Is(err, os.ErrClosed) || errors.Is(err, syscall.EBADF)
	if runtime.GOOS == "windows" {
		closed = closed || errors.Is(err, noInput) || errors.Is(err, noHandle)
	}
	if closed {
		return io.EOF
	}
	return err
}
