// The program on a terminal, and the ways out of it. None of them depends on the event loop: a screen that hangs, or a terminal
// that takes nothing any more, is left all the same.

package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"probity/progress/journal/file"
	"probity/tui/app"
	"probity/tui/parts/theme"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// framesPerSecond halves the wait for a paint that Bubble Tea's usual 60 would bring.
const framesPerSecond = 120

// How long leaving waits.
const (
	graceLimit = time.Second            // for the event loop to take the wish to leave, and then to put the terminal back
	saveLimit  = 5 * time.Second        // for what waits to be saved
	partLimit  = 300 * time.Millisecond // for the terminal to take the last that is sent to it
)

// screens runs the program on the terminal and settles everything when it has ended, however it ended.
func (c *cli) screens(o app.Options) error {
	var unreadable *file.UnreadableError
	if errors.As(o.Err, &unreadable) {
		return o.Err
	}
	ctx, stop := c.signals()
	defer stop()
	s := &stage{sys: c.sys, profile: c.sys.profile(), tutor: o.Tutor, leaving: ctx.Done(), overdue: make(chan struct{})}
	o.Leaving, o.Theme, o.Mono = s.hurry, theme.Kind(c.theme), s.profile <= colorprofile.ANSI
	o.Signs, o.NoMouse = c.sys.signs(), !c.sys.mouse()
	if c.sys.Host == nil && c.sys.Getenv("SSH_CONNECTION") == "" && c.sys.Getenv("SSH_TTY") == "" {
		o.Clipboard = clipboard.WriteAll
	}
	s.root = app.Guard(app.New(o))
	return s.play(ctx)
}

// stage is the screens while they are up.
type stage struct {
	sys     System
	profile colorprofile.Profile
	tutor   *tutor.Tutor
	root    *app.Guarded
	program *tea.Program
	yield   func()          // has the keyboard's reader end; nil where it is not read ahead
	jobs    chan os.Signal  // signals of job control, where there are such
	sizes   chan os.Signal  // and of another size of the window, which come in crowds and keep none of the others away
	leaving <-chan struct{} // closed when the system asks the program to end

	doubted atomic.Bool   // whether the event loop answers is being followed
	left    atomic.Bool   // nobody is at the keyboard any more
	closed  atomic.Bool   // the event loop has taken the wish to leave: from then on no screen changes
	once    sync.Once     // closes overdue
	overdue chan struct{} // closed when the event loop has not answered, or not put the terminal back, in time
}

// play runs the program until it ends, or until leaving it takes too long.
func (s *stage) play(ctx context.Context) error {
	before := modes(s.sys.In, s.sys.Out)
	ended := make(chan error, 1)
	go func() { ended <- attempt(func() error { return s.run(ctx) }) }()
	select {
	case err := <-ended:
		return errors.Join(err, s.saved(s.root.Close))
	case <-s.overdue:
	}
	err := s.abandon(ended)
	if s.sys.Host == nil {
		unstoppable()
	}
	before.restore()
	s.drop() // what was drawn meanwhile
	return s.part(err)
}

// abandon saves what can be had of a program that takes too long to leave. Unless it ends after all, it is left where it is, and ends with the
// process.
func (s *stage) abandon(ended <-chan error) error {
	over, err := s.unblock(ended)
	settle := s.settle
	if over {
		settle = s.root.Close
	}
	return errors.Join(err, s.saved(settle))
}

// unblock has the event loop end, if it is only waiting for the terminal to show what was drawn: that is dropped, as often as there is more.
func (s *stage) unblock(ended <-chan error) (over bool, err error) {
	for range graceLimit / 2 / askEvery {
		if !s.drop() {
			break
		}
		select {
		case err := <-ended:
			return true, err
		case <-time.After(askEvery):
		}
	}
	return false, nil
}

// drop drops what was drawn and is not shown yet, and reports whether it could.
func (s *stage) drop() bool {
	terminal := terminalFile(s.sys.Out)
	return terminal != nil && discard(terminal) == nil
}

// settle saves what can be had of a program that is left where it is.
func (s *stage) settle() error {
	if s.closed.Load() {
		return s.root.Close()
	}
	if settled, err := s.root.CloseAside(); settled {
		return err
	}
	return s.tutor.Rescue()
}

// saving is how long leaving waits for what is saved last. A host's store is tried again meanwhile, and each try ends by itself.
func (s *stage) saving() time.Duration {
	if h := s.sys.Host; h != nil {
		return h.Patience + 3*saveLimit
	}
	return saveLimit
}

// run is the event loop.
func (s *stage) run(ctx context.Context) error {
	typed, keyboard, err := s.typed()
	if err != nil {
		return fmt.Errorf("reading the keyboard: %w", err)
	}
	s.program = tea.NewProgram(s.root, append(s.sys.Host.options(), tea.WithColorProfile(s.profile),
		tea.WithInput(typed), tea.WithOutput(s.sys.Out), tea.WithoutSignalHandler(), tea.WithFilter(s.filter))...)
	defer keyboard.begin()()
	defer s.told()()
	defer context.AfterFunc(ctx, s.leave)()
	defer s.follow(ctx)()
	_, err = s.program.Run()
	s.clear()
	if err == nil || ctx.Err() != nil || s.left.Load() {
		return nil // a signal, or a terminal that went away, is no fault of anybody's
	}
	return fmt.Errorf("the screen could not be used: %w", err)
}

// clear clears the line that the shell goes on in. It is empty, but where a terminal has no second screen, as GNU screen has none unless it is told to:
// there it is the last line of what was drawn.
func (s *stage) clear() { _, _ = io.WriteString(s.sys.Out, ansi.EraseLineRight) }

// follow has the event loop told what other windows save, until the function is called that it returns.
func (s *stage) follow(ctx context.Context) (end func()) {
	ctx, stop := context.WithCancel(ctx)
	var following sync.WaitGroup
	following.Go(func() { s.tutor.Watch(ctx, func() { s.program.Send(app.OutdatedMsg{}) }) })
	return func() {
		stop()
		following.Wait()
	}
}

// answerMsg asks the event loop for nothing but to take it.
type answerMsg struct{}

// deliver gives the event loop a message. When it has not taken it in time, it hangs.
func (s *stage) deliver(msg tea.Msg) {
	late := time.AfterFunc(graceLimit, s.giveUp)
	defer late.Stop()
	s.program.Send(msg)
}

// leave asks the event loop to end.
func (s *stage) leave() { s.deliver(tea.QuitMsg{}) }

// askEvery is how often the event loop is asked whether it is alive, while that is in doubt.
const askEvery = 50 * time.Millisecond

// doubt follows the event loop for a while after ctrl+c was typed: it may hang already, or with what it makes of the key. A loop
// that answers all along took it for something else, such as part of a paste. Only one at a time follows it, and no longer than
// that.
func (s *stage) doubt() {
	if !s.doubted.CompareAndSwap(false, true) {
		return
	}
	go func() {
		defer s.doubted.Store(false)
		for range graceLimit / askEvery {
			s.deliver(answerMsg{})
			time.Sleep(askEvery)
		}
	}()
}

// hurry is for a program that was told to end by its own screens: the event loop may hang before it takes that.
func (s *stage) hurry() { time.AfterFunc(2*graceLimit, s.giveUp) }

func (s *stage) giveUp() { s.once.Do(func() { close(s.overdue) }) }

// filter sees what the event loop takes, before it does.
func (s *stage) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case answerMsg:
		return nil
	case tea.WindowSizeMsg:
		return s.sized(msg)
	case tea.QuitMsg:
		s.closed.Store(true)
		time.AfterFunc(graceLimit, s.giveUp)
	case tea.SuspendMsg:
		if s.sys.Host != nil { // whose process is not one session's to stop
			return nil
		}
		return s.suspended(msg)
	case awakeMsg:
		return s.awoken()
	}
	return msg
}

// putBack undoes what the program changed of the terminal, from wherever in a sequence it was stopped.
const putBack = "\x18" + ansi.ResetModeSynchronizedOutput + ansi.ResetModifyOtherKeys + "\x1b[<1u" + ansi.ResetModeAltScreenSaveCursor +
	ansi.SetModeTextCursorEnable + ansi.ResetModeBracketedPaste + ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseExtSgr +
	ansi.ResetModeUnicodeCore + ansi.ResetForegroundColor + ansi.ResetStyle

// part sends the terminal the last there is to send, and does not wait for one that takes nothing.
func (s *stage) part(err error) error {
	_ = within(partLimit, func() error {
		_, wrong := io.WriteString(s.sys.Out, putBack)
		if err != nil {
			fmt.Fprintln(s.sys.Err, "probity: "+prose.Worded(err))
		}
		return wrong
	})
	if err != nil {
		return said{err}
	}
	return nil
}

// said is an error that has been said already.
type said struct{ error }

// modes is how terminals are set.
func modes(terminals ...any) (set settings) {
	for _, t := range terminals {
		if f, ok := t.(*os.File); ok {
			if state, err := term.GetState(f.Fd()); err == nil {
				set = append(set, setting{f, state})
			}
		}
	}
	return set
}

type settings []setting

type setting struct {
	terminal *os.File
	state    *term.State
}

// restore sets the terminals as they were. It does not wait for what they have not shown yet.
func (set settings) restore() {
	for _, s := range set {
		_ = term.Restore(s.terminal.Fd(), s.state) // of a terminal that is gone there is nothing to restore
	}
}
