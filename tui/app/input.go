package app

import (
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/atotto/clipboard"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
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

// misreadMsg says that the terminal sent a letter as no terminal of UTF-8 does.
type misreadMsg struct{}

// misreadAfter is how long after such a letter that is said: it comes together with the key after it, which would take a notice away.
const misreadAfter = 50 * time.Millisecond

// misread says, where something is typed, that a letter was left out: nobody knows which it is. Bubble Tea has its one byte as a character.
func (a *App) misread(sent uv.UnknownEvent) tea.Cmd {
	if byte, n := utf8.DecodeRuneInString(string(sent)); n < len(sent) || byte < utf8.RuneSelf || !a.typing() {
		return nil
	}
	return a.after(misreadAfter, misreadMsg{})
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
