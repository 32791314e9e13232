package app

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/feedback"
	"probity/tui/parts/keymap"
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

// make registers the screens: a line for each route. A screen is given the parts of the tutor that it uses.
func (a *App) make(to screen.Route) screen.Screen {
	t := a.opt.Tutor
	reading := feedback.Parts{Copies: t.Copies, Library: t.Library, Profile: t.Profile}
	switch to := to.(type) {
	case screen.ToHome:
		return home.New(a.env, home.Parts{Clock: t.Clock, Library: t.Library, Record: t.Record, Profile: t.Profile, Practices: t.Practices, Assessments: t.Assessments})
	case screen.ToSetup:
		return setup.New(a.env, setup.Parts{Profile: t.Profile, Hosted: t.Hosted()})
	case screen.ToRecovery:
		return recovery.New(a.env, recovery.Parts{Record: t.Record}, to)
	case screen.ToPracticeMenu:
		return practicemenu.New(a.env, practicemenu.Parts{Library: t.Library, Record: t.Record, Practices: t.Practices})
	case screen.ToPractice:
		return practice.New(a.env, practice.Parts{Parts: reading, Clock: t.Clock, Record: t.Record, Practices: t.Practices}, to)
	case screen.ToSummary:
		return summary.New(a.env, summary.Parts{Parts: reading, Clock: t.Clock, Record: t.Record, Practices: t.Practices}, to)
	case screen.ToExamMenu:
		return exammenu.New(a.env, exammenu.Parts{Clock: t.Clock, Library: t.Library, Record: t.Record, Assessments: t.Assessments})
	case screen.ToExam:
		return exam.New(a.env, exam.Parts{Library: t.Library, Profile: t.Profile}, to)
	case screen.ToExamResult:
		return examresult.New(a.env, examresult.Parts{Parts: reading, Clock: t.Clock, Record: t.Record, Assessments: t.Assessments, Progress: t.Progress}, to)
	case screen.ToGuidance:
		return guidance.New(a.env, guidance.Parts{Library: t.Library, Profile: t.Profile, Copies: t.Copies}, to)
	case screen.ToProgress:
		return progress.New(a.env, progress.Parts{Parts: reading, Clock: t.Clock, Record: t.Record, Progress: t.Progress})
	case screen.ToCertificate:
		return certificate.New(a.env, certificate.Parts{Clock: t.Clock, Certificates: t.Certificates})
	case screen.ToAgenda:
		return agenda.New(a.env, agenda.Parts{Clock: t.Clock, Library: t.Library, Profile: t.Profile, Rooms: t.Rooms, Door: t.Door}, to)
	case screen.ToRoom:
		return room.New(a.env, room.Parts{Clock: t.Clock, Library: t.Library, Profile: t.Profile, Rooms: t.Rooms}, to)
	case screen.ToNotes:
		return notes.New(a.env, notes.Parts{Clock: t.Clock, Library: t.Library, Rooms: t.Rooms})
	case screen.ToSettings:
		return settings.New(a.env, settings.Parts{Profile: t.Profile})
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
	case screen.Unask:
		a.release()
	case screen.Open:
		a.release()
		if r.Replace && len(a.stack) > 1 {
			a.drop()
		}
		return a.push(r.To)
	case screen.Close:
		return a.back()
	case screen.Say:
		if r.Of != nil {
			a.hold(r.Text, r.Of)
		} else {
			a.sayNow(r.Text, r.Now)
		}
	case screen.Fail:
		a.fail(r.Words())
	case screen.Ask:
		a.hold(r.Text, r.Of)
		a.notice.key = keymap.Pressed(a.taken)
		a.settle.ask()
	case screen.Copy:
		return a.copy(r)
	case screen.SetTheme:
		a.kind = r.Kind
		a.look()
		a.layout()
		if r.Kind.Asks() { // the terminal may not have been asked yet
			return a.ask()
		}
	case screen.Restart:
		return a.begin()
	case screen.Quit:
		return a.leave(keymap.Quit().Help().Key)
	}
	return nil
}

// begin goes on once it is settled who is learning and that there is a record to go on with.
func (a *App) begin() tea.Cmd {
	a.opt.Err = nil
	a.say(a.opt.Tutor.Notices()...) // what became of the record is said at once, whoever is new here
	to := screen.Route(screen.ToHome{})
	if !a.opt.Tutor.Profile.Learner().Complete() {
		to = screen.ToSetup{}
	}
	a.stack = []screen.Screen{a.make(to)}
	a.layout()
	cmds := []tea.Cmd{a.read(), a.open(), a.findRescued()}
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

// drop takes the screen on top away, and a question of it that stands.
func (a *App) drop() {
	a.release()
	a.close(a.top())
	a.stack = a.stack[:len(a.stack)-1]
}

// closeAll lets all screens keep what they have, the one on top first.
func (a *App) closeAll() {
	for _, s := range slices.Backward(a.stack) {
		a.close(s)
	}
}

func (a *App) close(s screen.Screen) {
	if closer, ok := s.(screen.Closer); ok {
		closer.Close()
	}
}
