package command

import (
	"bytes"
	"errors"
	"io"
	"os"
	"sync/atomic"
)

// keyboard is the terminal that is typed on. It tells when there is nobody behind it any more, since nobody could end the program
// otherwise; and when the key that leaves was pressed, since the event loop may not be there to see it.
type keyboard struct {
	from    io.Reader
	ended   func()
	pressed func()
	gone    atomic.Bool  // nobody is there any more
	reads   atomic.Int64 // how often it was read
}

// file is the keyboard as Bubble Tea wants it: a file still.
func (k *keyboard) file() io.Reader {
	if f, ok := k.from.(*os.File); ok {
		return &watched{File: f, keyboard: k}
	}
	return k.from
}

// watched is a file whose reading is watched.
type watched struct {
	*os.File
	keyboard *keyboard
}

func (w *watched) Read(p []byte) (int, error) {
	w.keyboard.reads.Add(1)
	n, err := w.File.Read(p)
	switch {
	case err != nil && !errors.Is(err, os.ErrClosed):
		w.keyboard.gone.Store(true)
		w.keyboard.ended()
	case interrupts(p[:n]):
		go w.keyboard.pressed() // ends when the event loop takes a message, or with the program
	}
	return n, err
}

// interrupts reports whether ctrl+c is among the keys: as terminals have always sent it, and as the two newer protocols do.
func interrupts(keys []byte) bool {
	return bytes.IndexByte(keys, 0x03) >= 0 || bytes.Contains(keys, []byte("\x1b[99;5u")) || bytes.Contains(keys, []byte("\x1b[27;5;99~"))
}
