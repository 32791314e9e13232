//go:build !windows

package command

import (
	"io"
	"os"

	"github.com/muesli/cancelreader"
)

// console is the keyboard of this computer's terminal. To Bubble Tea it is the terminal, for its modes; without a name, so that Bubble Tea
// reads here and does not wait on the terminal itself.
type console struct {
	*keyboard
	terminal *os.File
}

// console is the keyboard of this computer.
func (s *stage) console() (io.Reader, *keyboard, error) {
	terminal, ok := s.sys.In.(*os.File)
	if !ok {
		return s.sys.In, nil, nil
	}
	source, err := cancelreader.NewReader(terminal)
	if err != nil {
		return nil, nil, err
	}
	k := s.keyboard(source)
	return console{k, terminal}, k, nil
}

// Fd is the terminal's, for Bubble Tea to set its modes.
func (k console) Fd() uintptr { return k.terminal.Fd() }

// Write writes to the terminal, which Bubble Tea's idea of one asks for.
func (k console) Write(p []byte) (int, error) { return k.terminal.Write(p) }

// Close leaves the terminal open: it is not the program's own.
func (k console) Close() error { return nil }
