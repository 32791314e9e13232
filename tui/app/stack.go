package app

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"probity/tui/guide"
	"probity/tui/home"
	"probity/tui/mend"
	"probity/tui/picker"
	"probity/tui/practise"
	"probity/tui/screen"
	"probity/tui/settings"
	"probity/tui/setup"
	"probity/tui/summary"
	"probity/tui/tally"
)

// make registers the screens: a line for each route.
func (a *App) make(to screen.Route) screen.Screen {
	switch to := to.(type) {
	case screen.ToHome:
		return home.New(a.env)
	case screen.ToSetup:
		return setup.New(a.env)
	case screen.ToMend:
		return mend.New(a.env, to)
	case screen.ToPractiseMenu:
		return picker.New(a.env)
	case screen.ToPractise:
		return practise.New(a.env, to)
	case screen.ToSummary:
		return summary.New(a.env, to)
	case screen.ToGuidance:
		return guide.New(a.env, to)
	case screen.ToProgress:
		return tally.New(a.env)
	case screen.ToSettings:
		return settings.New(a.env)
	}
	panic(fmt.Sprintf("no screen is registered for %T", to))
}

func (a *App) top() screen.Screen { return a.stack[len(a.stack)-1] }

func (a *App) goTo(msg screen.GoMsg) tea.Cmd {
	if msg.Replace && len(a.stack) > 1 {
		a.close(a.top())
		a.stack = a.stack[:len(a.stack)-1]
	}
	return a.push(msg.To)
}

// push puts a screen on top.
func (a *App) push(to screen.Route) tea.Cmd {
	a.stack = append(a.stack, a.make(to))
	a.arrange()
	return a.open()
}

// open lets the screen on top begin.
func (a *App) open() tea.Cmd {
	if opener, ok := a.top().(screen.Opener); ok {
		return opener.Open()
	}
	return nil
}

// insider is a screen that has places of its own to go back to.
type insider interface{ Back() bool }

// back goes back within the screen, or closes it; home stays.
func (a *App) back() tea.Cmd {
	if in, ok := a.top().(insider); ok && in.Back() {
		return nil
	}
	if len(a.stack) == 1 {
		return nil
	}
	a.close(a.top())
	a.stack = a.stack[:len(a.stack)-1]
	a.arrange()
	return a.open()
}

func (a *App) close(s screen.Screen) {
	if closer, ok := s.(screen.Closer); ok {
		closer.Close()
	}
}

// Close settles everything when the program has ended, however it ended: what was answered is saved here and now.
func (a *App) Close() error {
	if a.failed != nil {
		return fmt.Errorf("loading the built-in library: %w", a.failed)
	}
	for i := len(a.stack) - 1; i >= 0; i-- {
		a.close(a.stack[i])
	}
	return a.opt.Tutor.Flush()
}
