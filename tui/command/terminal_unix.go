//go:build unix

package command

import (
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// modes are how terminals were set before the screens came up.
type modes []mode

type mode struct {
	fd    uintptr
	state *term.State
}

// terminalModes are those of the files that are terminals.
func terminalModes(files ...any) modes {
	var out modes
	for _, file := range files {
		if f, ok := file.(*os.File); ok {
			if state, err := term.GetState(f.Fd()); err == nil {
				out = append(out, mode{f.Fd(), state})
			}
		}
	}
	return out
}

// putBack are the sequences that undo what the screens may have set.
const putBack = ansi.ResetModeSynchronizedOutput + ansi.ResetModeBracketedPaste + ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent +
	ansi.ResetModeMouseExtSgr + ansi.ResetModeFocusEvent + ansi.ResetModifyOtherKeys + "\x1b[<1u" + ansi.ResetStyle +
	ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable

// restore sets the terminals as they were. It never waits: where the terminal takes nothing, nothing is sent.
func (m modes) restore() {
	for _, t := range m {
		_ = term.Restore(t.fd, t.state) // on a terminal that has gone there is nothing to restore
	}
	part(putBack)
}

// part sends the terminal a last text, if it takes it at once.
func part(text string) {
	fd, err := unix.Open("/dev/tty", unix.O_WRONLY|unix.O_NONBLOCK|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	if err != nil {
		return
	}
	defer unix.Close(fd)
	_, _ = unix.Write(fd, []byte(text))
}

// unread is how long keys may lie unread before the event loop is taken to hang.
const unread = 500 * time.Millisecond

// attend looks for ctrl+c where keys lie unread, because the event loop hangs. What else was typed then is dropped. The function
// that is returned ends it.
func (k *keyboard) attend() (stop func()) {
	f, ok := k.from.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return func() {}
	}
	over, end, err := os.Pipe()
	if err != nil {
		return func() {} // then only signals end a program that hangs
	}
	go func() { // until end is closed
		defer over.Close()
		for k.lieUnread(int(f.Fd()), int(over.Fd())) {
			keys := make([]byte, 256)
			if n, err := unix.Read(int(f.Fd()), keys); err == nil && interrupts(keys[:n]) {
				k.ended()
			}
		}
	}()
	return func() { end.Close() }
}

// lieUnread waits until keys lie unread for too long; false when over is closed first, or the terminal has gone.
func (k *keyboard) lieUnread(fd, over int) bool {
	const forever = -1
	for {
		reads := k.reads.Load()
		if keys, ended := polled(fd, over, forever); ended || !keys {
			return false
		}
		if _, ended := polled(-1, over, int(unread.Milliseconds())); ended {
			return false
		}
		if keys, _ := polled(fd, over, 0); keys && k.reads.Load() == reads {
			return true
		}
	}
}

// polled waits, for so many milliseconds, for keys or for over to be closed. A negative fd has no keys.
func polled(fd, over, wait int) (keys, ended bool) {
	fds := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}, {Fd: int32(over), Events: unix.POLLIN}}
	for {
		_, err := unix.Poll(fds, wait)
		if err == nil {
			return fds[0].Revents&unix.POLLIN != 0 && fds[0].Revents&unix.POLLHUP == 0, fds[1].Revents != 0
		}
		if err != unix.EINTR {
			return false, true
		}
	}
}

// suspension is ctrl+z, and the signal that stands for it.
type suspension struct{ asked chan os.Signal }

func newSuspension() *suspension { return &suspension{make(chan os.Signal, 1)} }

// command stops the program until the shell lets it go on; Bubble Tea gives the terminal back for as long.
func (s *suspension) command() tea.ExecCommand { return s }

// heed calls ask when the system asks the program to stop, until the function that it returns is called.
func (s *suspension) heed(ask func()) (stop func()) {
	signal.Notify(s.asked, syscall.SIGTSTP)
	go func() {
		for range s.asked {
			ask()
		}
	}()
	return func() {
		signal.Stop(s.asked)
		close(s.asked)
	}
}

// Run stops all the processes that the shell started with this one, until it lets them go on. Where this process leads its session,
// there is no shell that could, and it goes on at once. A program that has once been told of SIGTSTP can't stop itself with it.
func (s *suspension) Run() error {
	if session, err := unix.Getsid(0); err != nil || session == unix.Getpgrp() {
		return err
	}
	goOn := make(chan os.Signal, 1)
	signal.Notify(goOn, syscall.SIGCONT)
	defer signal.Stop(goOn)
	if err := unix.Kill(0, unix.SIGSTOP); err != nil {
		return err
	}
	<-goOn // the system takes a moment to stop every thread
	return nil
}

// SetStdin does nothing: the program itself is what is stopped.
func (*suspension) SetStdin(io.Reader) {}

// SetStdout does nothing.
func (*suspension) SetStdout(io.Writer) {}

// SetStderr does nothing.
func (*suspension) SetStderr(io.Writer) {}
