package practise

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"probity/tui/keymap"
	"probity/tui/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// startWriting opens the editor on what was begun before.
func (p *Practise) startWriting() tea.Cmd {
	p.editor = textarea.New()
	p.editor.CharLimit = tutor.ReflectionLimit
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

// leastEditor is how many lines the editor keeps, whatever the window.
const leastEditor = 3

func (p *Practise) arrangeEditor() {
	p.editor.SetWidth(max(1, pane.Measure(p.frame.Width)-2))
	p.editor.SetHeight(max(leastEditor, p.frame.Height-strings.Count(p.editorHead(), "\n")-1))
	th := p.frame.Theme
	styles := textarea.DefaultStyles(th.Name != "light")
	styles.Focused.Prompt, styles.Focused.Placeholder = th.Accent, th.Faint
	styles.Focused.CursorLine, styles.Focused.Text, styles.Focused.EndOfBuffer = th.Text, th.Text, th.Text
	styles.Cursor.Blink, styles.Cursor.Color = false, nil
	p.editor.SetStyles(styles)
}

// editorHead is what stands above the editor: less of it the smaller the window.
func (p *Practise) editorHead() string {
	s, th, width := p.practice.Sitting.Current(), p.frame.Theme, pane.Measure(p.frame.Width)
	caution := pane.Hang("  ", "Leave out anything that could identify a patient.", width, th.Faint) + "\n"
	whole := "\n" + pane.Hang("  ", "Reflection", width, th.Title) + "\n" + pane.Hang("  ", prose.Line(s.Reflect), width, th.Text) + "\n" + caution + "\n"
	if strings.Count(whole, "\n")+leastEditor <= p.frame.Height {
		return whole
	}
	return caution
}

// write is a key press in the editor.
func (p *Practise) write(msg tea.KeyPressMsg) tea.Cmd {
	id := p.practice.Sitting.Current().ID
	switch {
	case keymap.Is(msg, keymap.Save()):
		p.drafts[id] = p.editor.Value()
		p.keepDraft()
		p.stopWriting()
		return p.env.Notice("Your reflection is kept.")
	case keymap.Is(msg, keymap.Back()):
		p.drafts[id] = p.editor.Value()
		p.stopWriting()
		if strings.TrimSpace(p.drafts[id]) != "" {
			return p.env.Notice("r goes back to what you wrote; it is saved when you go on.")
		}
		return nil
	}
	return p.edit(msg)
}

// keepDraft saves what was written about the current situation.
func (p *Practise) keepDraft() {
	now := p.practice.Sitting.Current()
	if now == nil {
		return
	}
	p.practice.Reflect(p.drafts[now.ID])
	delete(p.drafts, now.ID)
}

func (p *Practise) stopWriting() {
	p.writing = false
	p.feedback.Draw()
}

// paste takes pasted text as far as there is room, and says so when it was cut.
func (p *Practise) paste(msg tea.PasteMsg) tea.Cmd {
	room := max(0, tutor.ReflectionLimit-p.editor.Length())
	most := (room + 1) * utf8.UTFMax
	runes := []rune(prose.Text(msg.Content[:min(len(msg.Content), most)]))
	if len(runes) > room || len(msg.Content) > most {
		p.env.Notice(tutor.TooLong)
	}
	return p.edit(tea.PasteMsg{Content: string(runes[:min(len(runes), room)])})
}

func (p *Practise) edit(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	p.editor, cmd = p.editor.Update(msg)
	p.draw()
	return cmd
}

func (p *Practise) drawEditor() {
	p.pane.Set(p.editorHead() + pane.Indent(p.editor.View(), 2))
}
