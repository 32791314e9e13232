package progress

import (
	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/tui/editor"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// edit opens a reflection to be written anew.
func (p *Progress) edit(r progress.Reflection) (cmd tea.Cmd) {
	prompt := ""
	if s, ok := p.env.Tutor.Pack().Bank.Situation(r.Scenario); ok {
		prompt = s.Reflect
	}
	p.editing = &r
	p.editor, cmd = editor.New(p.env, p.frame, editor.Options{
		Heading: p.env.Tutor.TitleOf(r.Scenario), Prompt: prompt, Value: r.Text, Limit: tutor.ReflectionLimit, TooLong: tutor.TooLong,
	})
	return cmd
}

// write is a message while a reflection is edited. Going back keeps it as it was.
func (p *Progress) write(msg tea.Msg) tea.Cmd {
	done, cmd := p.editor.Update(msg)
	switch done {
	case editor.Writing:
		return cmd
	case editor.Saved:
		if p.env.Tutor.Rewrite(*p.editing, p.editor.Value()) {
			p.env.Notice("Your reflection is kept as it is now.")
		}
	case editor.Left:
		p.env.Notice("The reflection stays as it was.")
	}
	p.editor, p.editing = nil, nil
	p.fill()
	return nil
}

// Close keeps a reflection that is being edited when the program ends: quitting loses nothing.
func (p *Progress) Close() {
	if p.editor != nil {
		p.env.Tutor.Rewrite(*p.editing, p.editor.Value())
	}
}

// forgottenMsg is what came of erasing a reflection.
type forgottenMsg struct{ tutor.Forgotten }

// erase erases the reflection at the cursor, once the learner has said so twice.
func (p *Progress) erase(doomed int64) tea.Cmd {
	c, _ := p.menu.Current()
	switch {
	case c.reflection == nil:
		return nil
	case doomed != c.reflection.Seq:
		p.doomed = c.reflection.Seq
		return p.env.Notice("Erase your reflection on “" + p.env.Tutor.TitleOf(c.reflection.Scenario) + "” for good, from the backups too? x again erases it.")
	}
	t := p.env.Tutor
	forget := t.Forget(*c.reflection)
	return func() tea.Msg {
		done := forget()
		return screen.SettledMsg{Settle: func() { t.Forgot(done) }, Then: forgottenMsg{done}}
	}
}

func (p *Progress) forgotten(msg forgottenMsg) tea.Cmd {
	if msg.Err != nil {
		return p.env.Notice(prose.Worded(msg.Err))
	}
	p.fill()
	return p.env.Notice("Erased.")
}
