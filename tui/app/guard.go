package app

import (
	"cmp"
	"errors"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Guarded keeps a fault in the program from leaving the terminal raw and the learner with a page of code: whatever
// panics, in a screen or in a command, ends the program in the ordinary way, and Close says so in one line.
type Guarded struct {
	app   *App
	view  tea.View
	crash error

	turn   sync.Mutex // held while the screens change
	closed bool       // by CloseAside: no screen changes any more
}

// Guard wraps the app.
func Guard(a *App) *Guarded { return &Guarded{app: a} }

// crashMsg is a panic in a command.
type crashMsg struct{ err error }

// Init begins the app.
func (g *Guarded) Init() (cmd tea.Cmd) {
	defer g.recover(&cmd)
	cmd = g.safe(g.app.Init())
	g.view = g.app.View()
	return cmd
}

// Update passes a message on, and draws: a panic in drawing is caught here as well.
func (g *Guarded) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	g.turn.Lock()
	defer g.turn.Unlock()
	if g.closed {
		return g, tea.Quit
	}
	model = g
	if crash, ok := msg.(crashMsg); ok {
		g.crash = crash.err
		return g, tea.Quit
	}
	defer g.recover(&cmd)
	_, cmd = g.app.Update(msg)
	cmd = g.safe(cmd)
	g.view = g.app.View()
	return g, cmd
}

// View is what Update drew.
func (g *Guarded) View() tea.View { return g.view }

func (g *Guarded) recover(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		g.crash = fault(r)
		*cmd = tea.Quit
	}
}

// safe makes a command whose panic comes back as a message, and so for each command of a batch.
func (g *Guarded) safe(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = crashMsg{fault(r)}
			}
		}()
		msg = cmd()
		switch m := msg.(type) {
		case tea.BatchMsg:
			for i, c := range m {
				m[i] = g.safe(c)
			}
		case tea.QuitMsg:
			g.leaving()
		}
		return msg
	}
}

// leaving says that the program is to end, before the event loop knows: it may not come to that.
func (g *Guarded) leaving() {
	if g.app.opt.Leaving != nil {
		g.app.opt.Leaving()
	}
}

// faultError is a panic.
type faultError struct{ of any }

func (e faultError) Error() string {
	return fmt.Sprintf("something went wrong in the program (%v): what was saved is safe; please start it again", e.of)
}

func fault(r any) error { return faultError{r} }

// Close settles everything when the program has ended, however it ended. Should a screen's last wish panic, what waits to be
// saved is saved all the same.
func (g *Guarded) Close() error {
	settled := false
	err := caught(func() error {
		err := g.app.Close()
		settled = true
		return err
	})
	if settled {
		return cmp.Or(err, g.crash)
	}
	left := caught(g.app.opt.Tutor.Leave)
	if errors.As(left, new(faultError)) { // which has been said
		return err
	}
	return errors.Join(err, left)
}

// How long a screen may take for a message before it counts as hanging, and how often it is looked at.
const (
	hangsAfter = 500 * time.Millisecond
	lookEvery  = 5 * time.Millisecond
)

// CloseAside is Close while the event loop goes on, or hangs in drawing: no screen changes any more afterwards. It is false where a screen hangs,
// of which nothing can be had.
func (g *Guarded) CloseAside() (settled bool, err error) {
	for end := time.Now().Add(hangsAfter); !g.turn.TryLock(); time.Sleep(lookEvery) {
		if time.Now().After(end) {
			return false, nil
		}
	}
	defer g.turn.Unlock()
	g.closed = true
	return true, g.Close()
}

// caught calls f and makes a panic an error.
func caught(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fault(r)
		}
	}()
	return f()
}
