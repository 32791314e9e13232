// Package screen is the contract between the app and its screens. Screens don't know one another: they ask for a route,
// and the app opens what is registered for it.
package screen

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
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

// Bare is a screen for a projector: nothing is drawn around it. Notices and the keys on ? are still laid over it.
type Bare interface{ Bare() }

// Located is a screen about work in one country, whatever the learner's: ok is false while it is about none.
type Located interface {
	Country() (country guidance.Jurisdiction, ok bool)
}

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
	After    func(time.Duration, tea.Msg) tea.Cmd // a message to the screen after a while
	*Desk
}

// Route says where to go. The kinds are below; the app has a line for each.
type Route interface{ route() }

// The routes.
type (
	// ToHome is the first screen.
	ToHome struct{}
	// ToSetup asks who is learning.
	ToSetup struct{}
	// ToMend is where a record that is damaged or gone is dealt with.
	ToMend struct{ Err error } // a *file.CorruptError or *folder.LostError
	// ToPractiseMenu is the choice of what to practise.
	ToPractiseMenu struct{}
	// ToPractise begins a practice, or takes up the one that was left.
	ToPractise struct {
		Ask    tutor.Selection
		Resume bool
	}
	// ToSummary is the end of a practice.
	ToSummary struct{ Practice *tutor.Practice }
	// ToAssess is where an assessment is begun, taken up, and looked back on.
	ToAssess struct{}
	// ToExam is the assessment itself.
	ToExam struct{ Assessment *tutor.Assessment }
	// ToResult is an assessment that was handed in, by its sitting's id.
	ToResult struct{ Sitting string }
	// ToGuidance is the guidance, at a clause if one is named.
	ToGuidance struct{ Clause string }
	// ToProgress is what the record amounts to.
	ToProgress struct{}
	// ToCertificate is where a certificate is made.
	ToCertificate struct{}
	// ToAgenda is where an induction session is planned, or one that was left is carried on.
	ToAgenda struct {
		Plan   *induction.Plan // one that was brought along; nil for none
		People int             // in the room; 0 when that is still to be asked
	}
	// ToRoom leads an induction session: one that is open, or else one that is begun there.
	ToRoom struct {
		Room   *tutor.Room
		Plan   induction.Plan
		People int
	}
	// ToNotes is what the facilitator of an induction session sees and the room does not.
	ToNotes struct{}
	// ToSettings is what can be changed.
	ToSettings struct{}
)

func (ToHome) route()         {}
func (ToSetup) route()        {}
func (ToMend) route()         {}
func (ToPractiseMenu) route() {}
func (ToPractise) route()     {}
func (ToSummary) route()      {}
func (ToAssess) route()       {}
func (ToExam) route()         {}
func (ToResult) route()       {}
func (ToGuidance) route()     {}
func (ToProgress) route()     {}
func (ToCertificate) route()  {}
func (ToAgenda) route()       {}
func (ToRoom) route()         {}
func (ToNotes) route()        {}
func (ToSettings) route()     {}

// ChangedMsg tells a screen that the library, the record or the saving changed.
type ChangedMsg struct{}

// Desk is where screens leave what they ask of the app. The app takes it as soon as the screen is done with a message, so
// that the next key already meets the next screen.
type Desk struct{ asked []Request }

// Request is one thing a screen asks of the app: the types below.
type Request interface{ request() }

// What a screen can ask.
type (
	// Open puts a route on top of the screen, or in its place.
	Open struct {
		To      Route
		Replace bool
	}
	// Close closes the screen.
	Close struct{}
	// Say shows a sentence at the foot until the next key.
	Say struct{ Text string }
	// Look changes the colours.
	Look struct{ Kind theme.Kind }
	// Begin goes on after a first run has settled who is learning, or a damaged record has been dealt with.
	Begin struct{}
)

func (Open) request()  {}
func (Close) request() {}
func (Say) request()   {}
func (Look) request()  {}
func (Begin) request() {}

// Ask leaves a request. It returns no command, for screens to return in turn.
func (d *Desk) Ask(r Request) tea.Cmd {
	d.asked = append(d.asked, r)
	return nil
}

// Go asks for a route on top of this screen; esc comes back to it.
func (d *Desk) Go(to Route) tea.Cmd { return d.Ask(Open{To: to}) }

// Become asks for a route in place of this screen.
func (d *Desk) Become(to Route) tea.Cmd { return d.Ask(Open{To: to, Replace: true}) }

// Back asks to close this screen.
func (d *Desk) Back() tea.Cmd { return d.Ask(Close{}) }

// Notice asks for a sentence at the foot.
func (d *Desk) Notice(text string) tea.Cmd { return d.Ask(Say{text}) }

// Take hands over what was asked, oldest first.
func (d *Desk) Take() []Request {
	asked := d.asked
	d.asked = nil
	return asked
}
