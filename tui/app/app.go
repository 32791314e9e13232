// Package app is the root of the screens: it holds the one that is up and those behind it, frames them, and carries out
// what they ask for: going elsewhere, saving, leaving.
package app

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/scenarios/pack"
	"probity/tui/keymap"
	"probity/tui/markdown"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/theme"
	"probity/tui/tutor"
)

// Options are what the screens are started with.
type Options struct {
	Tutor *tutor.Tutor
	Start screen.Route // the screen after home; nil for home
	Theme theme.Kind   // --theme; "" for the learner's setting
	Mono  bool         // NO_COLOR: no colours whatever is set
	Err   error        // what is wrong with the record, if it could not be opened
}

// App is the root model.
type App struct {
	opt    Options
	env    screen.Env
	stack  []screen.Screen
	kind   theme.Kind
	dark   bool
	size   tea.WindowSizeMsg
	notice string
	help   bool
	failed error // the library could not be loaded
}

// New is the app at its first screen.
func New(o Options) *App {
	a := &App{opt: o, env: screen.Env{Tutor: o.Tutor, Markdown: markdown.New()}, dark: true, kind: o.Theme}
	if a.kind == "" {
		a.kind = theme.Auto
	}
	a.stack = []screen.Screen{a.make(a.first())}
	return a
}

// first is the screen to begin with.
func (a *App) first() screen.Route {
	switch {
	case a.opt.Err != nil:
		return screen.ToMend{Err: a.opt.Err}
	case !a.opt.Tutor.Learner().Complete():
		return screen.ToSetup{}
	}
	return screen.ToHome{}
}

// loadedMsg is the library, knownMsg the record, wroteMsg what came of a write.
type (
	loadedMsg struct {
		pack *pack.Pack
		err  error
	}
	knownMsg struct {
		history *progress.History
		err     error
	}
	wroteMsg struct{ tutor.Written }
	retryMsg struct{}
	askMsg   struct{}
)

// Init loads the library and reads the record at the same time as home is painted.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.load(), a.open()}
	if a.opt.Err == nil {
		cmds = append(cmds, a.read())
		if a.opt.Start != nil && a.opt.Tutor.Learner().Complete() {
			cmds = append(cmds, a.push(a.opt.Start))
		}
		if a.opt.Tutor.Learner().Complete() && !a.opt.Tutor.HasRecord() {
			create := a.opt.Tutor.Settle(a.opt.Tutor.Learner())
			cmds = append(cmds, func() tea.Msg { return screen.StartedMsg{Err: create()} })
		}
	}
	if notices := a.opt.Tutor.Notices(); len(notices) > 0 {
		a.notice = notices[0]
	}
	return tea.Batch(cmds...)
}

func (a *App) load() tea.Cmd {
	load := a.opt.Tutor.Load()
	return func() tea.Msg { p, err := load(); return loadedMsg{p, err} }
}

func (a *App) read() tea.Cmd {
	read := a.opt.Tutor.Read()
	return func() tea.Msg { h, err := read(); return knownMsg{h, err} }
}

// Update takes a message, and afterwards sends what waits to be saved on its way.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.handle(msg)
	return a, tea.Batch(cmd, a.write())
}

func (a *App) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return a.resize(msg)
	case tea.BackgroundColorMsg:
		a.dark = msg.IsDark()
		a.arrange()
	case askMsg:
		return tea.RequestBackgroundColor
	case tea.KeyPressMsg:
		return a.press(msg)
	case loadedMsg, knownMsg, wroteMsg, retryMsg:
		return a.arrived(msg)
	case screen.StartedMsg:
		return a.started(msg)
	case screen.MendedMsg:
		return a.mended()
	case screen.GoMsg:
		return a.goTo(msg)
	case screen.BackMsg:
		return a.back()
	case screen.QuitMsg:
		return tea.Quit
	case screen.NoticeMsg:
		a.notice = msg.Text
	case screen.ThemeMsg:
		a.kind = msg.Kind
		a.arrange()
	default:
		return a.top().Update(msg)
	}
	return nil
}

// arrived takes what commands bring back, and tells the screen.
func (a *App) arrived(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		if a.failed = msg.err; a.failed != nil {
			return tea.Quit
		}
		a.opt.Tutor.Loaded(msg.pack)
	case knownMsg:
		if msg.err != nil {
			return a.push(screen.ToMend{Err: msg.err})
		}
		a.opt.Tutor.Know(msg.history)
		a.lookOf()
	case wroteMsg:
		return a.wrote(msg.Written)
	}
	return a.top().Update(screen.ChangedMsg{})
}

// lookOf takes the theme the learner has set, unless a flag said otherwise.
func (a *App) lookOf() {
	if kind := theme.Kind(a.opt.Tutor.Setting(tutor.SettingTheme)); a.opt.Theme == "" && kind.Known() {
		a.kind = kind
		a.arrange()
	}
}

// retryAfter is how long to wait before a failed write is tried again.
const retryAfter = 4 * time.Second

func (a *App) wrote(w tutor.Written) tea.Cmd {
	a.opt.Tutor.Wrote(w)
	cmd := a.top().Update(screen.ChangedMsg{})
	if w.Err != nil {
		a.notice = prose.Worded(w.Err)
		return tea.Batch(cmd, tea.Tick(retryAfter, func(time.Time) tea.Msg { return retryMsg{} }))
	}
	if notices := a.opt.Tutor.Notices(); len(notices) > 0 {
		a.notice = notices[0]
	}
	return cmd
}

// write is the command that saves what waits. After a failure it is for retryMsg to begin again.
func (a *App) write() tea.Cmd {
	write := a.opt.Tutor.Write()
	if write == nil {
		return nil
	}
	return func() tea.Msg { return wroteMsg{write()} }
}

func (a *App) started(msg screen.StartedMsg) tea.Cmd {
	if msg.Err != nil {
		a.notice = prose.Worded(msg.Err)
	}
	if _, asking := a.top().(starter); !asking {
		return nil
	}
	a.stack[len(a.stack)-1] = a.make(screen.ToHome{})
	a.arrange()
	if a.opt.Start != nil {
		return a.push(a.opt.Start)
	}
	return a.open()
}

// starter marks the screen that a first run begins with.
type starter interface{ Starting() }

// mended begins again after a damaged record was dealt with.
func (a *App) mended() tea.Cmd {
	a.opt.Err = nil
	a.stack = []screen.Screen{a.make(a.first())}
	a.arrange()
	return tea.Batch(a.read(), a.open())
}

// press gives a key to what it is for: leaving, help, going back, or the screen.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	a.notice = ""
	top := a.top()
	typist, _ := top.(screen.Typist)
	typing := typist != nil && typist.Typing()
	switch {
	case keymap.Is(msg, keymap.Interrupt()):
		return tea.Quit
	case a.help:
		a.help = false
		return nil
	case keymap.Is(msg, keymap.Help()) && !typing:
		a.help = true
		return nil
	case keymap.Is(msg, keymap.Back()) && !typing:
		return a.back()
	}
	return top.Update(msg)
}
