package app

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"probity/tui/screen"
	"probity/tui/screens/agenda"
	"probity/tui/screens/certificate"
	"probity/tui/screens/exam"
	"probity/tui/screens/exammenu"
	"probity/tui/screens/examresult"
	"probity/tui/screens/guidance"
	"probity/tui/screens/home"
	"probity/tui/screens/notes"
	"probity/tui/screens/practice"
	"probity/tui/screens/practicemenu"
	"probity/tui/screens/progress"
	"probity/tui/screens/recovery"
	"probity/tui/screens/room"
	"probity/tui/screens/settings"
	"probity/tui/screens/setup"
	"probity/tui/screens/summary"
)

// make registers the screens: a line for each route.
func (a *App) make(to screen.Route) screen.Screen {
	switch to := to.(type) {
	case screen.ToHome:
		return home.New(a.env)
	case screen.ToSetup:
		return setup.New(a.env)
	case screen.ToRecovery:
		return recovery.New(a.env, to)
	case screen.ToPracticeMenu:
		return practicemenu.New(a.env)
	case screen.ToPractice:
		return practice.New(a.env, to)
	case screen.ToSummary:
		return summary.New(a.env, to)
	case screen.ToExamMenu:
		return exammenu.New(a.env)
	case screen.ToExam:
		return exam.New(a.env, to)
	case screen.ToExamResult:
		return examresult.New(a.env, to)
	case screen.ToGuidance:
		return guidance.New(a.env, to)
	case screen.ToProgress:
		return progress.New(a.env)
	case screen.ToCertificate:
		return certificate.New(a.env)
	case screen.ToAgenda:
		return agenda.New(a.env, to)
	case screen.ToRoom:
		return room.New(a.env, to)
	case screen.ToNotes:
		return notes.New(a.env)
	case screen.ToSettings:
		return settings.New(a.env)
	}
	panic(fmt.Sprintf("no screen is registered for %T", to))
}

func (a *App) top() screen.Screen { return a.stack[len(a.stack)-1] }

// carryOut does what screens have asked for, and what the screens that come up ask for in turn.
func (a *App) carryOut() tea.Cmd {
	var cmds []tea.Cmd
	for asked := a.env.Drain(); len(asked) > 0; asked = a.env.Drain() {
		for _, r := range asked {
			cmds = append(cmds, a.do(r))
		}
	}
	return tea.Batch(cmds...)
}

func (a *App) do(r screen.Action) tea.Cmd {
	switch r := r.(type) {
	case screen.Open:
		if r.Replace && len(a.stack) > 1 {
			a.drop()
		}
		return a.push(r.To)
	case screen.Close:
		return a.back()
	case screen.Say:
		a.notice = r.Text
	case screen.SetTheme:
		a.kind = r.Kind
		a.look()
		a.layout()
	case screen.Restart:
		return a.begin()
	}
	return nil
}

// begin goes on once it is settled who is learning and that there is a record to go on with.
func (a *App) begin() tea.Cmd {
	a.opt.Err = nil
	a.say(a.opt.Tutor.Notices())
	to := screen.Route(screen.ToHome{})
	if !a.opt.Tutor.Profile.Learner().Complete() {
		to = screen.ToSetup{}
	}
	a.stack = []screen.Screen{a.make(to)}
	a.layout()
	cmds := []tea.Cmd{a.read(), a.open()}
	if _, home := to.(screen.ToHome); home && a.opt.Start != nil {
		cmds = append(cmds, a.push(a.opt.Start))
	}
	return tea.Batch(cmds...)
}

// push puts a screen on top.
func (a *App) push(to screen.Route) tea.Cmd {
	a.stack = append(a.stack, a.make(to))
	a.layout()
	return a.open()
}

// open lets the screen on top begin.
func (a *App) open() tea.Cmd {
	if opener, ok := a.top().(screen.Opener); ok {
		return opener.Open()
	}
	return nil
}

// back goes back within the screen, or closes it; home stays.
func (a *App) back() tea.Cmd {
	if b, ok := a.top().(screen.Backer); ok && b.Back() {
		return nil
	}
	if len(a.stack) == 1 {
		return nil
	}
	a.drop()
	a.layout()
	return a.open()
}

// drop takes the screen on top away.
func (a *App) drop() {
	a.close(a.top())
	a.stack = a.stack[:len(a.stack)-1]
}

func (a *App) close(s screen.Screen) {
	if closer, ok := s.(screen.Closer); ok {
		closer.Close()
	}
}
