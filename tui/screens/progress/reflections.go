package progress

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/tui/parts/editor"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// edit opens a reflection to be written anew, or for the first time.
func (p *Screen) edit(r progress.Reflection) (cmd tea.Cmd) {
	prompt := ""
	if f, ok := p.tutor.Library.Pack().Bank.Family(r.Scenario); ok {
		prompt = f.Variants[0].Reflect
	}
	p.editing = &r
	o := editor.Options{
		Heading: p.tutor.Library.TitleOf(r.Scenario), Prompt: prompt, Value: r.Text, Limit: tutor.ReflectionLimit, TooLong: tutor.TooLong,
		Esc: p.tutor.Record.IfKept("back, kept", "back"), // a new one is kept as a draft
	}
	if r.Seq > 0 {
		o.Esc, o.Drops = "back, as it was", "What you typed is not saved: ctrl+s saves it, esc again drops it."
	}
	p.editor, cmd = editor.New(p.env, p.frame, o)
	return cmd
}

// write is a message while a reflection is written. Going back keeps one that was there as it was, and of a new one what is written so far.
func (p *Screen) write(msg tea.Msg) tea.Cmd {
	done, cmd := p.editor.Update(msg)
	switch {
	case done == editor.Writing:
		return cmd
	case p.editing.Seq == 0:
		p.draft = p.editor.Value()
		if done == editor.Saved {
			p.keepDraft()
		} else if strings.TrimSpace(p.draft) != "" {
			p.env.Notice(p.tutor.Record.IfKept("r goes back to what you wrote; it is saved when you go on.", "r goes back to what you wrote."))
		}
	case done == editor.Left:
		p.env.Notice("The reflection stays as it was.")
	case p.tutor.Record.Rewrite(*p.editing, p.editor.Value()):
		p.reworded = p.editing.Scenario
	}
	p.editor, p.editing = nil, nil
	p.feedback.Draw()
	p.look()
	return nil
}

// sayKept says that a reflection or a new wording is kept, once it is.
func (p *Screen) sayKept() {
	if p.tutor.Record.Waiting() > 0 {
		return
	}
	if p.written {
		p.env.Notice(p.tutor.Record.IfKept("Your reflection is kept: it is listed under reflections.", tutor.UntilYouQuit))
	}
	p.written = false
	if p.reworded == "" {
		return
	}
	of, h := p.reworded, p.tutor.Record.History()
	p.reworded = ""
	kept := func(r progress.Reflection) bool { return r.Scenario == of && h.Reworded(r) } // it may have been erased in another window
	if slices.ContainsFunc(h.Reflections(), kept) {
		p.env.Notice(p.tutor.Record.IfKept(tutor.KeptAnew+": under reflections, o erases that.", tutor.UntilYouQuit))
	}
}

// Close keeps what is being written when the program ends: quitting loses nothing.
func (p *Screen) Close() {
	switch {
	case p.editor != nil && p.editing.Seq > 0:
		p.tutor.Record.Rewrite(*p.editing, p.editor.Value())
		return
	case p.editor != nil:
		p.draft = p.editor.Value()
	}
	p.keepDraft()
}

// forgottenMsg is what came of erasing a reflection.
type forgottenMsg tutor.Forgotten

// pendingErase is what a second key press erases: a reflection, or what it said before it was edited.
type pendingErase struct {
	of      string // by its id
	earlier bool
}

// erase erases a reflection, or only what it said earlier, once the learner has confirmed it.
func (p *Screen) erase(r progress.Reflection, earlier bool) tea.Cmd {
	t := p.tutor
	if earlier && !t.Record.History().Reworded(r) {
		return nil
	}
	title := t.Library.TitleOf(r.Scenario)
	again, forget := " x again erases it.", t.Record.Forget
	if earlier {
		again, forget = " o again erases it.", t.Record.ForgetEarlier
	}
	if !p.confirm.Sure(pendingErase{r.ID(), earlier}, tutor.AsksToErase(title, earlier)+again) {
		return nil
	}
	return screen.Run(forget(r), func(f tutor.Forgotten) tea.Msg { return forgottenMsg(f) })
}

func (p *Screen) forgotten(msg forgottenMsg) tea.Cmd {
	if msg.Err != nil {
		return p.env.Failed(msg.Err)
	}
	p.look()
	return p.env.Notice(prose.Line(tutor.Forgotten(msg).Said()))
}
