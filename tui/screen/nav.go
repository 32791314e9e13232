package screen

import (
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/theme"
	"probity/tui/prose"
)

// Nav is where screens leave what they ask of the app. The app drains it as soon as the screen is done with a message, so
// that the next key already meets the next screen.
type Nav struct{ requested []Action }

// Action is one thing a screen asks of the app: the types below.
type Action interface{ action() }

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
	// Fail says at the foot that something failed, before whatever else is said there.
	Fail struct{ Err error }
	// Ask shows a question at the foot, which the key that led to it answers when it is pressed again.
	Ask struct{ Text string }
	// Copy puts a text on the clipboard, and says at the foot what it is.
	Copy struct{ What, Text string }
	// SetTheme changes the colours.
	SetTheme struct{ Kind theme.Kind }
	// Restart goes on after a first run has settled who is learning, or a damaged record has been dealt with.
	Restart struct{}
	// Quit ends the program; what could not be saved is asked about first.
	Quit struct{}
)

func (Open) action()     {}
func (Close) action()    {}
func (Say) action()      {}
func (Fail) action()     {}
func (Ask) action()      {}
func (Copy) action()     {}
func (SetTheme) action() {}
func (Restart) action()  {}
func (Quit) action()     {}

// Spoken is an action that shows words at the foot.
type Spoken interface{ Words() string }

// Words are the sentence.
func (s Say) Words() string { return s.Text }

// Words are the failure, as a sentence.
func (f Fail) Words() string { return prose.Sentence(f.Err) }

// Words are the question.
func (a Ask) Words() string { return a.Text }

// Request leaves an action for the app to carry out. It returns no command, for screens to return in turn.
func (n *Nav) Request(a Action) tea.Cmd {
	n.requested = append(n.requested, a)
	return nil
}

// Push asks for a route on top of this screen; esc comes back to it.
func (n *Nav) Push(to Route) tea.Cmd { return n.Request(Open{To: to}) }

// Replace asks for a route in place of this screen.
func (n *Nav) Replace(to Route) tea.Cmd { return n.Request(Open{To: to, Replace: true}) }

// Pop asks to close this screen.
func (n *Nav) Pop() tea.Cmd { return n.Request(Close{}) }

// Notice asks for a sentence at the foot.
func (n *Nav) Notice(text string) tea.Cmd { return n.Request(Say{text}) }

// Failed asks for an error at the foot, as a sentence. It is the one way in which an error becomes a notice.
func (n *Nav) Failed(err error) tea.Cmd { return n.Request(Fail{err}) }

// Copy asks for a text to be put on the clipboard; what is what it is called.
func (n *Nav) Copy(what, text string) tea.Cmd { return n.Request(Copy{what, text}) }

// Ask asks for a question at the foot, which the same key answers.
func (n *Nav) Ask(text string) tea.Cmd { return n.Request(Ask{text}) }

// Drain hands over what was requested, oldest first.
func (n *Nav) Drain() []Action {
	requested := n.requested
	n.requested = nil
	return requested
}
