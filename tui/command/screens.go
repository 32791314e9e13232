// The program on a terminal, and the ways out of it. None of them depends on the event loop: a screen that hangs, or a terminal
// that takes nothing any more, is left all the same.

package command

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/tui/app"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// framesPerSecond halves the wait for a paint that Bubble Tea's usual 60 would bring.
const framesPerSecond = 120

// How long leaving waits: for the event loop to end and settle everything, and for what waits to be saved when it does not.
const (
	graceLimit = time.Second
	saveLimit  = 5 * time.Second
)

// screens runs the program on the terminal and settles everything when it has ended, however it ended.
func (c *cli) screens(o app.Options) error {
	var unreadable *progress.UnreadableError
	if errors.As(o.Err, &unreadable) {
		return o.Err
	}
	ctx, stop := signals()
	defer stop()
	s := &stage{tutor: o.Tutor, before: terminalModes(c.sys.In, c.sys.Out), leaving: make(chan struct{})}
	suspended := newSuspension()
	o.Suspend, o.Leaving = suspended.command(), s.leave
	s.root = app.Guard(app.New(o))
	s.keyboard = &keyboard{from: c.sys.In, ended: s.end, pressed: s.doubt}
	s.program = tea.NewProgram(s.root, tea.WithFPS(framesPerSecond), tea.WithInput(s.keyboard.file()), tea.WithOutput(c.sys.Out),
		tea.WithoutSignalHandler())
	defer suspended.heed(func() { s.program.Send(app.SuspendMsg{}) })()
	defer s.keyboard.attend()()
	return s.play(ctx)
}

// stage is the screens while they are up.
type stage struct {
	tutor    *tutor.Tutor
	root     *app.Guarded
	program  *tea.Program
	keyboard *keyboard
	before   modes
	once     sync.Once
	leaving  chan struct{} // closed when the program is to end
}

// play runs the event loop until it has ended; or until it has been asked to for too long.
func (s *stage) play(ctx context.Context) error {
	defer context.AfterFunc(ctx, s.end)()
	ended := make(chan error, 1)
	go func() { ended <- s.run(ctx) }() // where it hangs, it goes with the process
	select {
	case err := <-ended:
		return err
	case <-s.leaving:
	}
	select {
	case err := <-ended:
		return err
	case <-time.After(graceLimit):
		return s.abandon()
	}
}

// run is the event loop, and what there is to settle after it.
func (s *stage) run(ctx context.Context) error {
	_, err := s.program.Run()
	if err != nil && ctx.Err() == nil && !s.keyboard.gone.Load() {
		err = fmt.Errorf("the screen could not be used: %w", err)
	} else {
		err = nil // a signal, or a terminal that went away, is no fault of anybody's
	}
	return errors.Join(err, s.root.Close())
}

// leave says that the program is to end.
func (s *stage) leave() { s.once.Do(func() { close(s.leaving) }) }

// end asks the event loop to end.
func (s *stage) end() {
	s.leave()
	s.program.Quit()
}

// doubt asks whether the event loop is alive, when the key was pressed that leaves the program. While other keys are before that
// one it takes a message at once each time it is asked, or is given up.
func (s *stage) doubt() {
	const times = 10
	for range times {
		given := time.AfterFunc(graceLimit/2, s.leave)
		s.program.Send(nil)
		given.Stop()
		select {
		case <-s.leaving:
			return
		case <-time.After(graceLimit / times):
		}
	}
}

// abandon leaves an event loop that does not end: what waits in the outbox is saved, nothing else, and the terminal is put back
// without a write that could wait.
func (s *stage) abandon() error {
	saved := make(chan error, 1)
	go func() { saved <- s.tutor.Rescue() }() // joined below, or given up with the process
	var err error
	select {
	case err = <-saved:
	case <-time.After(saveLimit):
		err = errors.New("the disk did not answer: what was answered last may not be saved")
	}
	s.before.restore()
	if err == nil {
		return nil
	}
	part("probity: " + prose.Worded(err) + "\r\n")
	return errSaid
}

// errSaid is an error that was said already, as far as that was possible.
var errSaid = errors.New("said")
