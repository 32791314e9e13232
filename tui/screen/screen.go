// Package screen is the contract between the app and its screens. Screens don't know one another: they request a route,
// and the app opens the screen that is registered for it.
package screen

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
)

// Screen is one thing the learner sees at a time. It belongs to the program's one goroutine; what takes time is a
// tea.Cmd.
type Screen interface {
	// Title says where the learner is, for the line at the top.
	Title() string
	// Layout gives the screen its room and its look. It is called before the first View, and again when either changes.
	Layout(Frame)
	// Update takes a message. Keys that mean the same everywhere never come here.
	Update(tea.Msg) tea.Cmd
	// View draws the screen, no larger than its frame. It changes nothing.
	View() string
	// Keys are the bindings that work now, the most useful first.
	Keys() []key.Binding
}

// A screen has the capabilities below as far as it needs them. The app asks for each by its interface. What every screen
// has is listed in a test of the app, so that none is missing without a word.

// Opener is a screen that does something when it comes up, the first time and when the learner returns to it.
type Opener interface{ Open() tea.Cmd }

// Closer is a screen that has something to save or release before it goes away.
type Closer interface{ Close() }

// Backer is a screen with places of its own to go back to, or a question to ask before it is left. Back is called when the
// learner presses esc. It reports whether the screen stays; if not, the app closes it.
type Backer interface{ Back() bool }

// Staged is a screen on which enter means something else from one stage to the next. Stage is any value that can be compared: a stage that has
// just come up takes no enter for a moment, so that none is answered or gone past by a key that is held.
type Staged interface{ Stage() any }

// Rowed is a screen on which a digit is for one row and goes on to the next. Row is any value that can be compared; nil where digits are for
// something else. A digit that is held is for one row alone.
type Rowed interface{ Row() any }

// TextInput is a screen in which letters can be text. While Typing reports true, the app leaves it every key but ctrl+c, ctrl+z
// and ctrl+v.
type TextInput interface{ Typing() bool }

// Writer is a screen that keeps what is being written in it when it goes away, and not before. Writing reports whether there is such.
type Writer interface{ Writing() bool }

// Filler is a screen with a form, whose fields are kept in a draft. Filling reports whether one is begun that is kept as the program ends, and why
// it can't be as it stands; nil where it can.
type Filler interface {
	Filling() (begun bool, unfit error)
}

// Careted is a screen with a field in it. Caret is where the next letter goes, in cells of the screen's frame: the terminal's cursor stands
// there, which input methods, magnifiers and braille displays follow. ok is false while nobody types, and while the place is out of sight.
type Careted interface{ Caret() (x, y int, ok bool) }

// Scroller is a screen that can have more text than its frame. More reports whether there is more above and below.
type Scroller interface{ More() (above, below bool) }

// Carded is a screen, or a part of one, that shows its text in cards in a small window. Where says which card of how many is up; "" while
// there are none.
type Carded interface{ Where() string }

// Where is what a screen or a part says of its cards; "" where it has none.
func Where(shown any) string {
	if c, ok := shown.(Carded); ok {
		return c.Where()
	}
	return ""
}

// Lister is a screen, or a part of one, that lists lines with keys of their own. Lines are those keys, each with what its line says. The foot has
// no need of them, since they stand on the lines; help lists them.
type Lister interface{ Lines() []key.Binding }

// Lines are the keys of the lines that are shown; none where there are none.
func Lines(shown any) []key.Binding {
	if l, ok := shown.(Lister); ok {
		return l.Lines()
	}
	return nil
}

// Pointed is a screen, or a part of one, that can be used with a mouse. Places are cells of its frame. A click does nothing of its own: it goes
// to what stands at a place and names the key that does the rest, which the app presses. So the mouse can do no more than keys do, and what
// is held of a key is held of a click.
type Pointed interface {
	// Click goes to what stands at a place, and returns the name of the key that chooses or marks it; "" where there is nothing more to do.
	Click(x, y int) (key string)
	// Wheel scrolls what stands at a place by lines, down if positive.
	Wheel(x, y, lines int)
}

// Part is what a screen shows at the moment, where it shows one part of several.
type Part interface {
	View() string
	Scroller
	Pointed
}

// Up gives the part that is up, of a screen that shows one of several. A screen that embeds it is drawn, scrolled and clicked on as that part is.
type Up func() Part

// View draws the part.
func (up Up) View() string { return up().View() }

// More reports whether there is more above and below the window.
func (up Up) More() (above, below bool) { return up().More() }

// Where says which card of how many is up.
func (up Up) Where() string { return Where(up()) }

// Lines are the keys of the lines that are listed.
func (up Up) Lines() []key.Binding { return Lines(up()) }

// Click goes to what stands at a place.
func (up Up) Click(x, y int) string { return up().Click(x, y) }

// Wheel scrolls what stands at a place.
func (up Up) Wheel(x, y, lines int) { up().Wheel(x, y, lines) }

// Clicked is a screen on which a click does something of its own. Clicks says in help what; none where it does what clicks do elsewhere.
type Clicked interface{ Clicks() []key.Binding }

// FullScreen is a screen for a projector: nothing is drawn around it. Notices and the list of keys are still laid over it. Since it has no line
// at the top to go back by, the right button does, with the key that RightClick names.
type FullScreen interface{ RightClick() (key string) }

// Located is a screen about work in one country, whatever the learner's own. ok is false while it is about none.
type Located interface {
	Country() (country guidance.Jurisdiction, ok bool)
}

// The lines of a window around a screen: all of them, and those above it.
const (
	Chrome = 4
	Above  = 2
)

// Frame is the room a screen has, in cells, and its look.
type Frame struct {
	Width, Height int
	Theme         *theme.Theme
	Column        bool // it is a column of a wider window
}

// Wide reports whether two columns fit side by side.
func (f Frame) Wide() bool { return f.Width >= 96 }

// Env is what every screen is made with, beside the parts of the tutor that it uses.
type Env struct {
	Markdown *markdown.Renderer
	After    func(time.Duration, tea.Msg) tea.Cmd // brings the screen a message after a while
	Await    func(tea.Cmd) tea.Cmd                // a command that may take as long as the screen is up, such as waiting for phones
	*Nav
}

// ChangedMsg says that the library, the record, or whether the record is saved has changed.
type ChangedMsg struct{}
