package app

import (
	"unicode"
	"unicode/utf8"

	"github.com/atotto/clipboard"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/guidance/text"
)

// mostPasted is how much of a paste is looked at, in bytes: more than any field takes.
const mostPasted = 1 << 20

// cleaned is a message with what was typed or pasted cleaned. All input passes here, so that no field can be given a character that
// acts or hides. Line breaks are LF, however the terminal sends them.
func cleaned(msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		msg.Text = text.Piece(msg.Text)
		return msg
	case tea.PasteMsg:
		return tea.PasteMsg{Content: text.Piece(msg.Content[:min(len(msg.Content), mostPasted)])}
	}
	return msg
}

// misread says once, where something is typed, that the terminal sends letters as no terminal of UTF-8 does. What they are nobody knows, so they are
// left out.
func (a *App) misread(sent string) {
	if a.misreads || !a.typing() || utf8.ValidString(sent) {
		return
	}
	a.misreads = true
	a.say([]string{"A letter was left out: the terminal does not send it as UTF-8. Set its character encoding to UTF-8."})
}

// latin is a key press as a Latin layout has it, where another layout was in use and the terminal says which key it was: ctrl keys always,
// and letters where nobody types.
func latin(msg tea.KeyPressMsg, typing bool) tea.KeyPressMsg {
	base := msg.BaseCode
	foreign := base >= 'a' && base <= 'z' && msg.Code > unicode.MaxASCII
	switch {
	case !foreign:
	case msg.Mod.Contains(tea.ModCtrl):
		msg.Code, msg.Text = base, ""
	case !typing && msg.Mod.Contains(tea.ModShift):
		msg.Code, msg.Text = base, string(unicode.ToUpper(base))
	case !typing:
		msg.Code, msg.Text = base, string(base)
	}
	return msg
}

// countsGraphemes reports whether the terminal says that it counts graphemes, by the rule that Bubble Tea's renderer goes by.
func countsGraphemes(msg tea.ModeReportMsg) bool {
	return msg.Mode == ansi.ModeUnicodeCore && (msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet)
}

// unpastedMsg says that the clipboard could not be read.
type unpastedMsg struct{}

// paste reads the clipboard, for terminals that leave the key to the program. Most paste by themselves. Where the learner sits at another
// computer, this one's clipboard is not theirs.
func (a *App) paste() tea.Msg {
	if a.opt.Clipboard == nil {
		return unpastedMsg{}
	}
	content, err := clipboard.ReadAll()
	if err != nil {
		return unpastedMsg{}
	}
	return tea.PasteMsg{Content: content}
}
