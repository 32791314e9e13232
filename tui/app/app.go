// Package app is the root of the screens: it holds the one that is up and those behind it, frames them, and carries out
// what they ask for: going elsewhere, saving, leaving.
package app

import (
	"errors"
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
	sized  bool // the terminal has said how large it is
	notice string
	help   bool
	failed error                                // the library could not be loaded
	after  func(time.Duration, tea.Msg) tea.Cmd // a message later on; tests have it at once, or never
}

// New is the app at its first screen.
func New(o Options) *App {
	a := &App{opt: o, env: screen.Env{Tutor: o.Tutor, Markdown: markdown.New()}, dark: true, kind: o.Theme, after: later}
	if a.kind == "" {
		a.kind = theme.Auto
	}
	a.size = tea.WindowSizeMsg{Width: 80, Height: 24}
	a.stack = []screen.Screen{a.make(a.first())}
	a.arrange()
	return a
}

func later(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
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
	}
	a.say(a.opt.Tutor.Notices())
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
		return a.started()
	case screen.MendedMsg:
		return a.mended()
	case screen.GoMsg:
		return a.goTo(msg)
	case screen.BackMsg:
		return a.back()
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
		return a.known(msg)
	case wroteMsg:
		return a.wrote(msg.Written)
	case retryMsg:
		a.opt.Tutor.Retry()
	}
	return a.top().Update(screen.ChangedMsg{})
}

// known takes the record, or deals with one that cannot be read.
func (a *App) known(msg knownMsg) tea.Cmd {
	var corrupt *progress.CorruptError
	switch {
	case errors.As(msg.err, &corrupt):
		return a.push(screen.ToMend{Err: msg.err})
	case msg.err != nil:
		a.opt.Tutor.Unkeep(msg.err)
		a.say(a.opt.Tutor.Notices())
	default:
		a.opt.Tutor.Know(msg.history)
		a.lookOf()
	}
	return a.top().Update(screen.ChangedMsg{})
}

// say puts the first of some notices at the foot.
func (a *App) say(notices []string) {
	if len(notices) > 0 {
		a.notice = notices[0]
	}
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
		return tea.Batch(cmd, a.after(retryAfter, retryMsg{}))
	}
	a.say(a.opt.Tutor.Notices())
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

// started goes from the first run's questions to where the learner wanted to be.
func (a *App) started() tea.Cmd {
	a.stack = []screen.Screen{a.make(screen.ToHome{})}
	a.arrange()
	if a.opt.Start != nil {
		return a.push(a.opt.Start)
	}
	return a.open()
}

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
