// Package app is the root of the screens: it holds the one that is up and those behind it, frames them, and carries out
// what they ask for: going elsewhere, saving, leaving.
package app

import (
	"fmt"
	"image/color"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"probity/tui/cells"
	"probity/tui/parts/confirm"
	"probity/tui/parts/keymap"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Options are what the screens are started with.
type Options struct {
	Tutor     *tutor.Tutor
	Start     screen.Route       // the screen after home; nil for home
	Theme     theme.Kind         // --theme; "" for the learner's setting
	Mono      bool               // no colours, whatever is set, until Bubble Tea says which the terminal has
	Signs     cells.Signs        // what the terminal can draw
	NoMouse   bool               // the terminal can have none, whatever is set
	Err       error              // what is wrong with the record, if it could not be opened
	Alone     screen.Route       // the only screen there is, which has no use for the record but its settings; nil for the tutor
	Clipboard func(string) error // puts a text on the clipboard of the learner's own computer; nil where this is another
	Leaving   func()             // called from any goroutine once the program is to end; nil when nobody wants to know
}

// App is the root model.
type App struct {
	opt       Options
	env       screen.Env
	stack     []screen.Screen
	kind      theme.Kind
	dark      bool
	ground    color.Color // of the terminal, and what its text is in; nil for what it has not said
	ink       color.Color
	mono      bool // there are no colours, or none that can be relied on
	theme     *theme.Theme
	size      tea.WindowSizeMsg
	sized     bool // the terminal has said how large it is
	graphemes bool // and that it counts them, as Bubble Tea then does
	notice    notice
	unsaid    []notice // what waits for a key to be said: each is to be seen
	lent      int      // lines that the screen does without while a notice stands
	lentTo    notice   // that notice
	unsaved   string   // what was said of a write that failed
	rescued   string   // what was said of what an earlier run could not save
	asked     string   // what was asked before leaving with something unsaved
	confirm   *confirm.Confirm
	help      *help // nil unless it is shown
	retry     bool  // what failed will be tried again
	reading   bool  // the record is being read
	unread    bool  // it could not be read anew, and will be tried again
	settle    settle
	pointer   pointer
	taken     tea.KeyPressMsg // the last key that counted, pressed or clicked
	unheard   bool            // enter is not taken yet, and is faint at the foot
	failed    error           // what there is nothing without: the library, or a record that cannot be read
	after     func(time.Duration, tea.Msg) tea.Cmd
}

// New is the app at its first screen, for a usual window until the terminal says how large its own is.
func New(o Options) *App {
	a := &App{
		opt: o, env: screen.Env{Markdown: markdown.New(), Nav: &screen.Nav{}}, dark: true, mono: o.Mono, kind: o.Theme,
		size: tea.WindowSizeMsg{Width: 80, Height: 24}, after: later,
	}
	if a.kind == "" {
		a.kind = theme.Auto
	}
	a.env.After = func(d time.Duration, msg tea.Msg) tea.Cmd { return a.after(d, msg) }
	a.env.Await = func(cmd tea.Cmd) tea.Cmd { return cmd }
	a.settle.now = o.Tutor.Clock.Now
	a.confirm = confirm.New(a.env.Nav)
	a.look()
	a.stack = []screen.Screen{a.make(a.first())}
	a.layout()
	return a
}

// later is a message after a while.
func later(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// first is the screen to begin with.
func (a *App) first() screen.Route {
	switch {
	case a.opt.Alone != nil:
		return a.opt.Alone
	case a.opt.Err != nil:
		return screen.ToRecovery{Err: a.opt.Err}
	case !a.opt.Tutor.Profile.Learner().Complete():
		return screen.ToSetup{}
	}
	return screen.ToHome{}
}

// The messages of what is due later: to try again what failed, and to ask the terminal for its colours.
type (
	retryMsg struct{}
	askMsg   struct{}
	heardMsg struct{} // an enter is taken from now on: the foot says so
)

// OutdatedMsg says that another window saved something in the record, which is then read anew: whatever is up shows it, and what is begun
// afterwards goes on from it, as in one window.
type OutdatedMsg struct{}

// SayMsg is what whoever runs the program has to say, such as a host that is to end.
type SayMsg struct{ Text string }

// Init loads the library and reads the record at the same time as home is painted.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{run(a.opt.Tutor.Library.Load(), a.loaded), a.open()}
	if a.opt.Err == nil {
		cmds = append(cmds, a.read())
	}
	if _, home := a.first().(screen.ToHome); home && a.opt.Start != nil {
		cmds = append(cmds, a.push(a.opt.Start))
	}
	if a.opt.Err == nil { // what is wrong with the record comes first: the rest is said once that is settled
		a.notices()
	}
	cmd := tea.Batch(append(cmds, a.carryOut())...)
	a.makeRoom()
	return cmd
}

// thenMsg is how the app goes on after a task of its own.
type thenMsg func() tea.Cmd

// run is the command that runs a task, after which the app goes on with then.
func run[T any](task tutor.Task[T], then func(T) tea.Cmd) tea.Cmd {
	return screen.Run(task, func(result T) tea.Msg { return thenMsg(func() tea.Cmd { return then(result) }) })
}

// Update takes a message, carries out what screens asked for, sends what waits to be saved on its way, and reads what is new.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := tea.Batch(a.handle(msg), a.carryOut())
	a.comeUp()
	if a.env.Stand(a.notice.of) {
		a.layout() // what is held can be seen
	}
	a.makeRoom()
	return a, tea.Batch(cmd, a.listen(), a.write(), a.readAnew())
}

func (a *App) handle(msg tea.Msg) tea.Cmd {
	switch msg := cleaned(msg).(type) {
	case tea.WindowSizeMsg:
		return a.resize(msg)
	case tea.ForegroundColorMsg:
		a.ink = msg.Color
	case tea.BackgroundColorMsg:
		a.dark, a.ground = msg.IsDark(), msg.Color
		a.look()
		a.layout()
	case tea.ColorProfileMsg:
		a.mono = msg.Profile <= colorprofile.ANSI
		a.look()
		a.layout()
	case tea.ModeReportMsg:
		a.graphemes = a.graphemes || countsGraphemes(msg)
	case askMsg:
		return a.ask()
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.MouseMsg:
		return a.point(msg)
	case screen.RanMsg:
		return a.handle(msg.Done())
	case thenMsg:
		return msg()
	case nil:
	case uv.UnknownEvent:
		return a.misread(msg)
	case misreadMsg:
		a.say("A letter was left out: the terminal does not send it as UTF-8. Set its character encoding to UTF-8.")
	case unpastedMsg:
		a.say("The clipboard can't be read. Paste with your terminal's own key.")
	case copiedMsg:
		a.sayCopied(msg)
	case heardMsg:
	case SayMsg:
		a.fail(msg.Text)
	case OutdatedMsg:
		a.opt.Tutor.Record.Outdate()
	case retryMsg:
		a.tryAgain()
	default:
		return a.top().Update(msg)
	}
	return nil
}

// press is a key press: unless it is held down, it goes to what it is for, which is leaving, help, going back, or the screen.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	typing := a.typing()
	msg = latin(msg, typing)
	if a.settle.early(msg, typing) {
		return nil
	}
	return a.take(msg)
}

// take gives a key that counts to what it is for, pressed or clicked.
func (a *App) take(msg tea.KeyPressMsg) tea.Cmd {
	typing := a.typing()
	a.taken = msg
	a.readNotice()
	switch {
	case keymap.Is(msg, keymap.Interrupt()):
		return a.leave(keymap.Interrupt().Help().Key)
	case keymap.Is(msg, keymap.Suspend()):
		return tea.Suspend
	case a.help != nil:
		return a.readHelp(msg)
	case !typing && keymap.Is(msg, a.helps()):
		a.showHelp()
		return nil
	case keymap.Is(msg, keymap.Back()) && !typing, !typing && len(a.stack) > 1 && keymap.Is(msg, keymap.Leaving()) && !names(a.top().Keys(), msg.String()):
		return a.back()
	case keymap.Is(msg, keymap.Paste()) && typing:
		return a.paste
	}
	return a.top().Update(msg)
}

// listen looks at the stage that is up, and has the foot say when it takes an enter.
func (a *App) listen() tea.Cmd {
	came, left := a.settle.look(a.stage(), a.rated(), a.typing()), a.settle.unheard()
	if a.unheard = left > 0 && !a.typing(); !came || !a.unheard {
		return nil
	}
	return a.after(left+time.Millisecond, heardMsg{})
}

// typing reports whether letters are text now.
func (a *App) typing() bool {
	input, ok := a.top().(screen.TextInput)
	return ok && input.Typing() && a.help == nil
}

// loaded goes on once the library is up: the learner's own copies are read, and it is looked for what an earlier run could not save. Nothing
// waits for either.
func (a *App) loaded(err error) tea.Cmd {
	if err != nil {
		a.failed = fmt.Errorf("loading the built-in library: %w", err)
		return tea.Quit
	}
	cmds := []tea.Cmd{a.changed(), run(a.opt.Tutor.Copies.Read(), a.copied)}
	if a.opt.Alone == nil {
		cmds = append(cmds, a.findRescued())
	}
	return tea.Batch(cmds...)
}

// copied goes on once the copies are read.
func (a *App) copied(found tutor.CopySet) tea.Cmd {
	if found.None() {
		return nil
	}
	a.notices()
	return a.changed()
}

// notices says what there is to be said once. Who has not said yet who they are is told afterwards: at home, where they go on from.
func (a *App) notices() {
	if a.opt.Tutor.Profile.Learner().Complete() {
		a.say(a.opt.Tutor.Notices()...)
	}
}

// changed tells the screen that there is something new to show.
func (a *App) changed() tea.Cmd { return a.top().Update(screen.ChangedMsg{}) }

// Close settles everything when the program has ended, however it ended: what was answered is saved here and now.
func (a *App) Close() error {
	if a.failed != nil {
		return a.failed
	}
	a.closeAll()
	return a.opt.Tutor.Leave()
}
