// Package keymap names every key of the screens once. A screen matches these bindings and shows the same values in its
// help, so that what is promised is what works.
package keymap

import (
	"runtime"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Is reports whether a key press is one of the bindings.
func Is(msg tea.KeyPressMsg, bindings ...key.Binding) bool { return key.Matches(msg, bindings...) }

// New is a binding: the keys it answers to, and how help spells it.
func New(help, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, does))
}

// Up moves to the line above.
func Up() key.Binding { return New("↑/k", "up", "up", "k") }

// Down moves to the line below.
func Down() key.Binding { return New("↓/j", "down", "down", "j") }

// Move is Up and Down in one line of help.
func Move() key.Binding { return New("↑/↓", "move", "up", "down", "k", "j") }

// Arrows is Up and Down where letters are text.
func Arrows() key.Binding { return New("↑/↓", "move", "up", "down") }

// PageUp shows what came before.
func PageUp() key.Binding { return New("pgup", "page up", "pgup", "ctrl+u", "ctrl+b") }

// PageDown shows what comes next.
func PageDown() key.Binding { return New("pgdn", "page down", "pgdown", "ctrl+d", "ctrl+f") }

// Top goes to the beginning.
func Top() key.Binding { return New("home", "to the top", "home") }

// Bottom goes to the end.
func Bottom() key.Binding { return New("end", "to the end", "end") }

// SpaceDown and the three after it page as readers of text do, where a letter means nothing else.
func SpaceDown() key.Binding { return New("space", "page down", "space") }

// BackUp shows what came before.
func BackUp() key.Binding { return New("b", "page up", "b") }

// First goes to the beginning.
func First() key.Binding { return New("g", "to the top", "g") }

// Last goes to the end.
func Last() key.Binding { return New("G", "to the end", "G") }

// Enter does what it says here: open, submit, go on.
func Enter(does string) key.Binding { return New("enter", does, "enter") }

// Back goes back.
func Back() key.Binding { return New("esc", "back", "esc") }

// Help shows the keys that work here.
func Help() key.Binding { return New("?", "keys", "?") }

// HelpArrow is Help where → means nothing else: so arrows and enter come to every key.
func HelpArrow() key.Binding { return New("→/?", "keys", "?", "right") }

// Quit leaves the tutor from its first screen. Elsewhere the key goes back, as Leaving says.
func Quit() key.Binding { return New("q", "quit", "q") }

// Leaving is Quit where there is something to go back to.
func Leaving() key.Binding { return New("q", "back, as esc", "q") }

// Interrupt leaves the tutor from anywhere, with nothing lost. An esc right before it is taken for alt.
func Interrupt() key.Binding { return New("ctrl+c", "quit from anywhere", "ctrl+c", "ctrl+alt+c") }

// Suspend gives the terminal back to the shell until fg returns. Windows has no such thing.
func Suspend() key.Binding {
	b := New("ctrl+z", "to the shell; fg returns", "ctrl+z")
	b.SetEnabled(runtime.GOOS != "windows")
	return b
}

// Mark marks the option at the cursor, or takes the mark away.
func Mark() key.Binding { return New("space/→", "mark this one", "space", "right") }

// Right marks the option at the cursor, moves it down an order, or rates it lower.
func Right() key.Binding { return New("→", "mark this one", "right") }

// Left moves the option at the cursor up an order, or rates it higher.
func Left() key.Binding { return New("←", "move it up", "left") }

// Leave goes back and leaves the sitting to be picked up later.
func Leave() key.Binding { return New("esc", "leave for now", "esc") }

// Situation tells the whole situation, or again no more than leaves room for what is asked.
func Situation() key.Binding { return New("s", "the situation", "s") }

// Options shows every option with its rationale.
func Options() key.Binding { return New("space", "every option", "space") }

// Cited shows all guidance that is cited.
func Cited() key.Binding { return New("g", "guidance", "g") }

// Changes shows what changed since 2013 and where the UK and Ireland differ.
func Changes() key.Binding { return New("w", "what changed", "w") }

// Copy copies an extract with where it stands, to be pasted elsewhere.
func Copy() key.Binding { return New("y", "copy it", "y") }

// CopyTyping is Copy where letters are text.
func CopyTyping() key.Binding { return New("ctrl+y", "copy it", "ctrl+y") }

// Original shows where the original stands.
func Original() key.Binding { return New("o", "the original", "o") }

// Reflect opens the reflection.
func Reflect() key.Binding { return New("r", "reflect", "r") }

// TakeBack takes an answer back that was a slip of the key.
func TakeBack() key.Binding { return New("u", "take it back", "u") }

// Ahead reviews what is not due yet.
func Ahead() key.Binding { return New("a", "more than is due", "a") }

// Next goes to the next situation of an assessment.
func Next() key.Binding { return New("n", "next", "n", "tab") }

// WithoutTurn goes on without the turn: to the next situation, or the summary.
func WithoutTurn(to string) key.Binding { return New("n", to, "n") }

// Previous goes to the situation before.
func Previous() key.Binding { return New("p", "previous", "p", "shift+tab") }

// Before shows the feedback before, in a practice.
func Before() key.Binding { return New("p", "the feedback before", "p") }

// Flag marks a situation to come back to, or takes the mark away.
func Flag() key.Binding { return New("x", "flag", "x") }

// Bookmark marks a family to come back to, or takes the mark away. It is shown as at a question, and b does so too.
func Bookmark() key.Binding { return New("*", "bookmark", "*", "b") }

// Star is Bookmark where a letter marks an option.
func Star() key.Binding { return New("*", "bookmark", "*") }

// Overview lists the situations of an assessment.
func Overview() key.Binding { return New("o", "overview", "o") }

// Clock shows or hides the time.
func Clock() key.Binding { return New("t", "time", "t") }

// Erase erases what the cursor is at.
func Erase() key.Binding { return New("x", "erase", "x") }

// EraseEarlier erases for good what a text said before it was edited.
func EraseEarlier() key.Binding { return New("o", "erase old wording", "o") }

// Preview shows the whole before it is exported.
func Preview() key.Binding { return New("v", "preview", "v") }

// Export writes a file to take away.
func Export() key.Binding { return New("x", "export", "x") }

// Save saves what is being written.
func Save() key.Binding { return New("ctrl+s", "save", "ctrl+s") }

// Paste puts in what is on the clipboard, where a terminal does not do so itself.
func Paste() key.Binding { return New("ctrl+v", "paste", "ctrl+v") }

// Find begins a search.
func Find() key.Binding { return New("/", "search", "/") }

// ShiftUp moves an option up in a ranking.
func ShiftUp() key.Binding { return New("K/shift+↑", "move it up", "K", "shift+up") }

// ShiftDown moves an option down in a ranking.
func ShiftDown() key.Binding { return New("J/shift+↓", "move it down", "J", "shift+down") }

// Shift is ShiftUp and ShiftDown in one line of help.
func Shift() key.Binding { return New("shift+↑/↓", "move it", "K", "J", "shift+up", "shift+down") }

// GoTo goes to an option by its letter, where that marks nothing.
func GoTo(letters ...string) key.Binding {
	return New(letters[0]+"–"+letters[len(letters)-1], "go to one", letters...)
}

// Order moves an option up and down a ranking.
func Order() key.Binding { return New("←/→", "move it", "left", "right") }

// Rate goes through the ratings.
func Rate() key.Binding { return New("→/←", "rate 4, 3, 2, 1", "right", "left") }

// Report shows what to send to the author when an item seems wrong.
func Report() key.Binding { return New("!", "this seems wrong", "!") }
