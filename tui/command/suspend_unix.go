//go:build !windows

package command

import (
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"
)

// awakeMsg says that the process was stopped, without having been told before, and goes on.
type awakeMsg struct{}

// control takes the terminal's signals to the event loop, until the function that it returns is called.
func (s *stage) control() (stop func()) {
	s.jobs, s.sizes = make(chan os.Signal, mostJobs), make(chan os.Signal, 1)
	done := make(chan struct{})
	s.attend()
	go func() {
		defer close(done)
		for {
			select {
			case sig, more := <-s.jobs:
				if !more {
					return
				}
				s.bidden(sig)
			case <-s.sizes:
				s.resized()
			}
		}
	}()
	return func() {
		signal.Stop(s.sizes)
		signal.Stop(s.jobs)
		close(s.jobs)
		<-done
	}
}

// mostJobs is how many signals of job control wait at most while the event loop does. Of another size one is enough, however many come: the
// window is measured then.
const mostJobs = 8

// bidden tells the event loop of a signal of job control.
func (s *stage) bidden(sig os.Signal) {
	switch sig {
	case syscall.SIGTSTP:
		s.program.Send(tea.SuspendMsg{})
	case syscall.SIGCONT:
		s.program.Send(awakeMsg{})
	}
}

// attend asks for the signals of the shell's job control, and of another size: Bubble Tea asks for that only when it has drawn
// already, and would miss a window that takes its place while the program starts.
func (s *stage) attend() {
	signal.Notify(s.jobs, syscall.SIGTSTP, syscall.SIGCONT)
	signal.Notify(s.sizes, syscall.SIGWINCH)
}

// resized tells the event loop the size of the window. It measures it itself: Bubble Tea, asked to, may do so twice at a time.
func (s *stage) resized() {
	terminal := terminalFile(s.sys.Out)
	if terminal == nil {
		return
	}
	if width, height := sizeOf(terminal); width > 0 && height > 0 {
		s.program.Send(tea.WindowSizeMsg{Width: width, Height: height})
	}
}

// suspended stops the process as ctrl+z does elsewhere. Bubble Tea lets go of the terminal before, and takes it up again after.
func (s *stage) suspended(tea.Msg) tea.Msg { return s.aside(s.rest) }

// awoken takes the terminal up anew: whoever had it in between may have set it otherwise and written on it.
func (s *stage) awoken() tea.Msg { return s.aside(func() {}) }

// aside is the message that has Bubble Tea let go of the terminal while something else has it.
func (s *stage) aside(meanwhile func()) tea.Msg {
	if s.yield != nil {
		s.yield()
	}
	return tea.Exec(pause{meanwhile}, nil)()
}

// rest stops the process group until it has the terminal again. In the background it takes nothing up, but ends when it is told
// to: that is how a shell's kill works.
func (s *stage) rest() {
	signal.Stop(s.jobs)
	goOn := make(chan os.Signal, 1)
	signal.Notify(goOn, syscall.SIGCONT)
	defer func() {
		signal.Stop(goOn)
		s.attend()
	}()
	s.clear()
	for {
		stop(goOn)
		if s.inForeground() {
			return
		}
		select {
		case <-s.leaving:
			unstoppable()
			return
		case <-time.After(graceLimit):
		}
	}
}

// stopLimit is how long the system may take to stop the process.
const stopLimit = 200 * time.Millisecond

// stop stops the process group until it is told to go on; where no shell would wake it, the system does not stop it. It takes
// SIGTTOU, which stops like SIGTSTP: Go keeps its handler of a signal that was asked for once, so that the system would no longer
// stop the process for that.
func stop(goOn <-chan os.Signal) {
	_ = syscall.Kill(0, syscall.SIGTTOU)
	select {
	case <-goOn:
	case <-time.After(stopLimit):
	}
}

// inForeground reports whether the terminal is this process's to use.
func (s *stage) inForeground() bool {
	terminal, ok := s.sys.In.(*os.File)
	if !ok {
		return true
	}
	group, err := unix.IoctlGetInt(int(terminal.Fd()), unix.TIOCGPGRP)
	return err != nil || group == unix.Getpgrp()
}

// unstoppable lets the process set the terminal's modes from the background, too: it is about to end.
func unstoppable() { signal.Ignore(syscall.SIGTTOU) }

// pause is what Bubble Tea calls a command.
type pause struct{ meanwhile func() }

// painterLimit is how long Bubble Tea's painter has to end. Were the terminal taken up before, the one that ends would stop the
// clock of the one that begins, and nothing would be painted any more.
const painterLimit = 50 * time.Millisecond

func (p pause) Run() error {
	time.Sleep(painterLimit)
	p.meanwhile()
	return nil
}
func (pause) SetStdin(io.Reader)  {}
func (pause) SetStdout(io.Writer) {}
func (pause) SetStderr(io.Writer) {}
