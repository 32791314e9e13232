package practice

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/editor"
	"probity/tui/tutor"
)

// startWriting opens the editor on what was begun before.
func (p *Screen) startWriting() (cmd tea.Cmd) {
	now := p.inView()
	p.editor, cmd = editor.New(p.env, p.frame, editor.Options{
		Heading: "Reflection", Prompt: now.Reflect, Value: p.drafts[now], Limit: tutor.ReflectionLimit, TooLong: tutor.TooLong,
		Esc: p.tutor.Record.IfKept("back, kept", "back"),
	})
	return cmd
}

// write is a message while the learner writes.
func (p *Screen) write(msg tea.Msg) tea.Cmd {
	done, cmd := p.editor.Update(msg)
	if done == editor.Writing {
		return cmd
	}
	now := p.inView()
	p.drafts[now] = p.editor.Value()
	p.editor = nil
	if p.earlier == nil {
		p.feedback.Draw()
	}
	switch {
	case done == editor.Saved:
		p.written = strings.TrimSpace(p.drafts[now]) != ""
		p.keepDraft()
	case strings.TrimSpace(p.drafts[now]) != "":
		p.env.Notice(p.tutor.Record.IfKept("r goes back to what you wrote; it is saved when you go on.", "r goes back to what you wrote."))
	}
	return nil
}

// keepDraft saves what was written about the situation in view.
func (p *Screen) keepDraft() {
	now := p.inView()
	p.practice.ReflectOn(now, p.drafts[now])
	delete(p.drafts, now)
}

// sayKept says that a reflection is kept, once it is.
func (p *Screen) sayKept() {
	if !p.written || p.tutor.Record.Waiting() > 0 {
		return
	}
	p.written = false
	p.env.Notice(p.tutor.Record.IfKept("Your reflection is kept.", tutor.UntilYouQuit))
}
