package practice

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/editor"
	"probity/tui/tutor"
)

// startWriting opens the editor on what was begun before, or on what was kept about the situation: one goes on with one's own words.
func (p *Screen) startWriting() (cmd tea.Cmd) {
	now := p.inView()
	if p.tutor.Record.Reflecting(now.Family) {
		return p.env.Notice(tutor.StillSaving)
	}
	text, begun := p.drafts[now]
	if !begun {
		text = p.kept(now)
	}
	p.editor, cmd = editor.New(p.env, p.frame, editor.Options{
		Heading: "Reflection", Prompt: now.Reflect, Value: text, Limit: tutor.ReflectionLimit, TooLong: tutor.TooLong,
		Esc: p.tutor.Record.IfKept("back, kept", "back"),
	})
	return cmd
}

// kept is what was kept about a situation in this practice; "" for nothing.
func (p *Screen) kept(s *scenarios.Situation) string {
	kept, _ := p.practice.Kept(s)
	return kept.Text
}

// write is a message while the learner writes.
func (p *Screen) write(msg tea.Msg) tea.Cmd {
	done, cmd := p.editor.Update(msg)
	if done == editor.Writing {
		return cmd
	}
	now := p.inView()
	written, kept := p.editor.Value(), p.kept(now)
	p.drafts[now] = written
	p.editor = nil
	if p.earlier == nil {
		p.feedback.Draw()
	}
	switch text := strings.TrimSpace(written); {
	case text == "" && kept == "":
	case text == "" || text == kept:
		delete(p.drafts, now)
		return p.env.Notice("Your reflection stays as it was.")
	case done == editor.Saved:
		p.written, p.reworded = true, kept != ""
		p.keepDraft()
	default:
		return p.env.Notice(p.tutor.Record.IfKept("r goes back to what you wrote; it is saved when you go on.", "r goes back to what you wrote."))
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
	said := "Your reflection is kept."
	if p.reworded {
		said = tutor.KeptAnew + ": under Progress, reflections, o erases that."
	}
	p.env.Notice(p.tutor.Record.IfKept(said, tutor.UntilYouQuit))
}
