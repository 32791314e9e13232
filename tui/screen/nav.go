package screen

import (
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/theme"
	"probity/tui/prose"
)

// Nav is where screens leave what they ask of the app. The app drains it as soon as the screen is done with a message, so
// that the next key already meets the next screen.
type Nav struct {
	requested []Action
	standing  any // what is held as long as the notice stands that is at the foot; nil for nothing
}

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
	// Say shows a sentence at the foot until the next key. What it is said of, if anything, is held as long as the sentence stands.
	Say struct {
		Text string
		Of   any
		Now  *func() string // what there is to say at the moment when it comes up, which may be later; nil for the text
	}
	// Fail says at the foot that something failed, before whatever else is said there.
	Fail struct{ Err error }
	// Ask shows a question at the foot, which the key that led to it answers when it is pressed again while the question stands.
	Ask struct {
		Text string
		Of   any
	}
	// Unask takes back the question that stands at the foot: its reason is gone.
	Unask struct{}
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
func (Unask) action()    {}
func (Copy) action()     {}
func (SetTheme) action() {}
func (Restart) action()  {}
func (Quit) action()     {}

// Spoken is an action that shows words at the foot. Holds is what is held as long as they stand there; nil for nothing.
type Spoken interface {
	Words() string
	Holds() any
}

// Words are the sentence.
func (s Say) Words() string { return s.Text }

// Words are the failure, as a sentence.
func (f Fail) Words() string { return prose.Sentence(f.Err) }

// Words are the question.
func (a Ask) Words() string { return a.Text }

// Holds is nothing.
func (f Fail) Holds() any { return nil }

// Holds is what the sentence is said of.
func (s Say) Holds() any { return s.Of }

// Holds is what is asked about.
func (a Ask) Holds() any { return a.Of }

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
func (n *Nav) Notice(text string) tea.Cmd { return n.Request(Say{Text: text}) }

// NoticeNow asks for a sentence at the foot that is to be true when it comes up: a failure may go first.
func (n *Nav) NoticeNow(say func() string) tea.Cmd { return n.Request(Say{Text: say(), Now: &say}) }

// Hold asks for a sentence at the foot, and holds something as long as it stands.
func (n *Nav) Hold(of any, text string) tea.Cmd { return n.Request(Say{Text: text, Of: of}) }

// Failed asks for an error at the foot, as a sentence. It is the one way in which an error becomes a notice.
func (n *Nav) Failed(err error) tea.Cmd { return n.Request(Fail{err}) }

// Copy asks for a text to be put on the clipboard; what is what it is called.
func (n *Nav) Copy(what, text string) tea.Cmd { return n.Request(Copy{what, text}) }

// Ask asks for a question at the foot, which the same key answers. Of is what it asks about.
func (n *Nav) Ask(of any, text string) tea.Cmd { return n.Request(Ask{text, of}) }

// Stands reports whether the sentence stands at the foot that something is held by, or stood there until the key came that is being dealt with.
func (n *Nav) Stands(of any) bool { return of != nil && n.standing == of }

// Stand is how the app says, when it is done with a message, what is held by the notice at the foot; nil for nothing. It reports whether
// that is something else than before.
func (n *Nav) Stand(of any) (changed bool) {
	changed = n.standing != of
	n.standing = of
	return changed
}

// Drain hands over what was requested, oldest first.
func (n *Nav) Drain() []Action {
	requested := n.requested
	n.requested = nil
	return requested
}
