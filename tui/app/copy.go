package app

import (
	tea "charm.land/bubbletea/v2"

	"probity/guidance/text"
	"probity/tui/screen"
)

// copiedMsg says that something was copied, and whether it is certain that it was.
type copiedMsg struct {
	what    string
	certain bool
}

// copy asks the terminal to copy a text, which reaches the learner's own computer from afar too. Not every terminal does, and none says: so
// the computer's own clipboard is given it as well, where it is the learner's.
func (a *App) copy(r screen.Copy) tea.Cmd {
	content, clipboard := text.Block(r.Text), a.opt.Clipboard
	return tea.Batch(tea.SetClipboard(content), func() tea.Msg {
		return copiedMsg{what: r.What, certain: clipboard != nil && clipboard(content) == nil}
	})
}

func (a *App) sayCopied(msg copiedMsg) {
	said := "Copied: "
	if !msg.certain {
		said = "Copied, if your terminal lets programs copy: "
	}
	a.say(said + msg.what + ". Paste where you write.")
}
