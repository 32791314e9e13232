package practise

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"probity/tui/keymap"
	"probity/tui/pane"
	"probity/tui/prose"
	"probity/tui/screen"
)

// reflectionLimit is the longest reflection, in characters: several pages.
const reflectionLimit = 8000

// startWriting opens the editor on what was begun before.
func (p *Practise) startWriting() tea.Cmd {
	p.editor = textarea.New()
	p.editor.CharLimit = reflectionLimit
	p.editor.ShowLineNumbers = false
	p.editor.Prompt = "│ "
	p.editor.Placeholder = "What will you take from this?"
	p.editor.SetValue(p.drafts[p.practice.Sitting.Current().ID])
	p.writing = true
	p.arrangeEditor()
	cmd := p.editor.Focus()
	p.draw()
	p.pane.ToTop()
	return cmd
}

func (p *Practise) arrangeEditor() {
	p.editor.SetWidth(max(1, p.measure()-2))
	p.editor.SetHeight(max(1, p.frame.Height-8))
	styles := textarea.DefaultStyles(p.frame.Theme.Name != "light")
	styles.Focused.Prompt, styles.Focused.Placeholder = p.frame.Theme.Accent, p.frame.Theme.Faint
	styles.Focused.CursorLine, styles.Focused.Text = p.frame.Theme.Text, p.frame.Theme.Text
	styles.Cursor.Blink = false
	p.editor.SetStyles(styles)
}

// write is a key press in the editor.
func (p *Practise) write(msg tea.KeyPressMsg) tea.Cmd {
	id := p.practice.Sitting.Current().ID
	switch {
	case keymap.Is(msg, keymap.Save()):
		return p.finishWriting(id)
	case keymap.Is(msg, keymap.Back()):
		p.drafts[id] = p.editor.Value()
		p.stopWriting()
		if strings.TrimSpace(p.drafts[id]) != "" {
			return screen.Notice("Not saved yet: r goes back to what you wrote.")
		}
		return nil
	}
	return p.edit(msg)
}

func (p *Practise) finishWriting(id string) tea.Cmd {
	text := p.editor.Value()
	p.stopWriting()
	delete(p.drafts, id)
	if strings.TrimSpace(text) == "" {
		return nil
	}
	p.practice.Reflect(text)
	return nil
}

func (p *Practise) stopWriting() {
	p.writing = false
	p.draw()
	p.pane.ToTop()
}

// paste takes pasted text as far as there is room, and says so when it was cut.
func (p *Practise) paste(msg tea.PasteMsg) tea.Cmd {
	room := max(0, reflectionLimit-p.editor.Length())
	text := prose.Text(head(msg.Content, 4*room+utf8.UTFMax))
	runes := []rune(text)
	cut := len(runes) > room || len(msg.Content) > 4*room+utf8.UTFMax
	cmd := p.edit(tea.PasteMsg{Content: string(runes[:min(len(runes), room)])})
	if cut {
		return tea.Batch(cmd, screen.Notice("That was too long: a reflection holds 8,000 characters, and the rest was left out."))
	}
	return cmd
}

// head is at most n bytes from the beginning of s.
func head(s string, n int) string { return s[:min(len(s), n)] }

func (p *Practise) edit(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	p.editor, cmd = p.editor.Update(msg)
	p.draw()
	return cmd
}

func (p *Practise) drawEditor() {
	s, th, width := p.practice.Sitting.Current(), p.frame.Theme, p.measure()
	p.pane.Set("\n" + pane.Hang("  ", "Reflection", width, th.Title) + "\n" + pane.Hang("  ", prose.Line(s.Reflect), width, th.Text) + "\n" +
		pane.Hang("  ", "Leave out anything that could identify a patient.", width, th.Faint) + "\n\n" + pane.Indent(p.editor.View(), 2))
}
