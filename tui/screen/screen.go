// Package screen is the contract between the app and its screens. Screens don't know one another: they ask for a route,
// and the app opens what is registered for it.
package screen

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/tui/markdown"
	"probity/tui/theme"
	"probity/tui/tutor"
)

// Screen is one thing the learner sees at a time. It belongs to the program's one goroutine; what takes time is a
// tea.Cmd.
type Screen interface {
	// Title is where the learner is, for the line at the top.
	Title() string
	// Arrange tells the screen its room and its look. It comes before the first View, and again when either changes.
	Arrange(Frame)
	// Update takes a message. Keys that mean the same everywhere never come here.
	Update(tea.Msg) tea.Cmd
	// View draws the screen, no larger than its frame. It changes nothing.
	View() string
	// Keys are the bindings that work now, the most useful first.
	Keys() []key.Binding
}

// Opener is a screen with something to begin when it comes up, the first time and when it is returned to.
type Opener interface{ Open() tea.Cmd }

// Typist is a screen in which letters may be text at the moment.
type Typist interface{ Typing() bool }

// Closer is a screen with something to settle before it goes away.
type Closer interface{ Close() }

// Frame is the room a screen has, in cells, and its look.
type Frame struct {
	Width, Height int
	Theme         *theme.Theme
}

// Wide tells whether two columns stand side by side.
func (f Frame) Wide() bool { return f.Width >= 108 }

// Env is what every screen is made with.
type Env struct {
	Tutor    *tutor.Tutor
	Markdown *markdown.Renderer
}

// Route says where to go. The kinds are below; the app has a line for each.
type Route interface{ route() }

// The routes.
type (
	// ToHome is the first screen.
	ToHome struct{}
	// ToSetup asks who is learning.
	ToSetup struct{}
	// ToMend is where a record that cannot be read is dealt with.
	ToMend struct{ Err error }
	// ToPractiseMenu is the choice of what to practise.
	ToPractiseMenu struct{}
	// ToPractise begins a practice, or takes up the one that was left.
	ToPractise struct {
		Ask    tutor.Ask
		Resume bool
	}
	// ToSummary is the end of a practice.
	ToSummary struct{ Practice *tutor.Practice }
	// ToGuidance is the guidance, at a clause if one is named.
	ToGuidance struct{ Clause string }
	// ToProgress is what the record amounts to.
	ToProgress struct{}
	// ToSettings is what can be changed.
	ToSettings struct{}
)

func (ToHome) route()         {}
func (ToSetup) route()        {}
func (ToMend) route()         {}
func (ToPractiseMenu) route() {}
func (ToPractise) route()     {}
func (ToSummary) route()      {}
func (ToGuidance) route()     {}
func (ToProgress) route()     {}
func (ToSettings) route()     {}

// The messages screens send the app, and the app sends screens.
type (
	// GoMsg opens a route on top of this screen, or in its place.
	GoMsg struct {
		To      Route
		Replace bool
	}
	// BackMsg closes this screen.
	BackMsg struct{}
	// NoticeMsg shows a sentence at the foot until the next key.
	NoticeMsg struct{ Text string }
	// ChangedMsg tells a screen that the library, the record or the saving changed.
	ChangedMsg struct{}
	// ThemeMsg asks for another look.
	ThemeMsg struct{ Kind theme.Kind }
	// StartedMsg tells that a first run has settled who is learning.
	StartedMsg struct{}
	// MendedMsg tells that a damaged record has been dealt with, and the tutor should begin again.
	MendedMsg struct{}
)

// Go asks for a route on top of this screen; esc comes back to it.
func Go(to Route) tea.Cmd { return send(GoMsg{To: to}) }

// Become asks for a route in place of this screen.
func Become(to Route) tea.Cmd { return send(GoMsg{To: to, Replace: true}) }

// Back asks to close this screen.
func Back() tea.Cmd { return send(BackMsg{}) }

// Quit leaves the tutor.
func Quit() tea.Cmd { return tea.Quit }

// Started tells that a first run has settled who is learning.
func Started() tea.Cmd { return send(StartedMsg{}) }

// Notice asks for a sentence at the foot.
func Notice(text string) tea.Cmd { return send(NoticeMsg{text}) }

// SetTheme asks for another look.
func SetTheme(k theme.Kind) tea.Cmd { return send(ThemeMsg{k}) }

func send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
