// Kinds of terminals: one that answers what it is asked, one that says nothing, one that is slow, and those that take nothing any more.
package command_test

import (
	"bytes"
	"syscall"

	"golang.org/x/sys/unix"
)

// kind is a kind of terminal: what it is to begin with, and what becomes of it at the screen that is left.
type kind struct {
	answers bool
	frozen  bool // what is written to it is not shown any more
	late    bool // it is read when the program is gone
	becomes func(*terminal)
}

// kinds are all of them.
var kinds = map[string]kind{
	"quick":               {answers: true, becomes: func(*terminal) {}},
	"without answers":     {becomes: func(*terminal) {}},
	"slow":                {answers: true, late: true, becomes: (*terminal).slows},
	"with nobody to read": {answers: true, frozen: true, late: true, becomes: (*terminal).stall},
	"held":                {frozen: true, becomes: (*terminal).freeze},
}

// replies are what a terminal says when it is asked: that it paints a frame as a whole, that it counts graphemes, and which its colours are.
var replies = map[string]string{
	"\x1b[?2026$p": "\x1b[?2026;2$y", "\x1b[?2027$p": "\x1b[?2027;2$y",
	"\x1b]10;?": "\x1b]10;rgb:dddd/dddd/dddd\x1b\\", "\x1b]11;?": "\x1b]11;rgb:1111/1111/1111\x1b\\",
}

// answer answers the questions in what was written since the last time. What it is called with is held.
func (term *terminal) answer() {
	if !term.answers.Load() {
		return
	}
	written := term.raw.Bytes()
	for question, reply := range replies {
		from := max(0, term.asked-len(question)+1)
		for range bytes.Count(written[from:], []byte(question)) {
			_, _ = term.keys.WriteString(reply) // to a program that is gone there is nothing to say
		}
	}
	term.asked = len(written)
}

// freeze holds what is written to the terminal, and has something drawn, which goes nowhere.
func (term *terminal) freeze() {
	term.t.Helper()
	const hold = 0 // TCOOFF
	if err := unix.IoctlSetInt(int(term.slave.Fd()), unix.TCXONC, hold); err != nil {
		term.t.Fatal(err)
	}
	term.redraws(100)
}

// stall stops reading, and has the program draw until the terminal takes no more.
func (term *terminal) stall() {
	term.t.Helper()
	term.stalled.Store(true)
	term.t.Cleanup(term.thaw)
	term.fill()
}

// thaw has the terminal read again.
func (term *terminal) thaw() {
	term.stalled.Store(false)
	term.thawed.Do(func() { close(term.read) })
}

// slows has the program draw until the terminal takes no more, which is read a little at a time from then on.
func (term *terminal) slows() {
	term.t.Helper()
	term.answers.Store(false)
	term.stalled.Store(true)
	term.fill()
	term.slow.Store(true)
	term.thaw()
}

// fill has the program draw until the terminal takes no more.
func (term *terminal) fill() {
	term.t.Helper()
	width := 0
	term.until("the terminal to be full", func() bool {
		width++
		term.redraws(200 + width%100)
		room := []unix.PollFd{{Fd: int32(term.slave.Fd()), Events: unix.POLLOUT}}
		n, err := unix.Poll(room, 0)
		return err == nil && n == 0
	})
}

// redraws gives the window another width, of which the system tells a program alone whose own terminal it is.
func (term *terminal) redraws(width int) {
	term.t.Helper()
	term.size(width, 60)
	term.signal(unix.SIGWINCH)
}

// signal sends the program a signal.
func (term *terminal) signal(s syscall.Signal) {
	term.t.Helper()
	if err := term.cmd.Process.Signal(s); err != nil {
		term.t.Fatal(err)
	}
}
