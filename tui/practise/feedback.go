package practise

import (
	"fmt"

	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/scenarios"
	"probity/tui/keymap"
	"probity/tui/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// read is a key press on the feedback.
func (p *Practise) read(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Enter("")):
		return p.next()
	case keymap.Is(msg, keymap.Changes()):
		if p.beside != changes && len(p.before()) == 0 && len(p.differences()) == 0 {
			return p.env.Notice(tutor.NothingChanged)
		}
		p.toggle(changes)
	case keymap.Is(msg, keymap.Report()):
		p.toggle(report)
	case keymap.Is(msg, keymap.Reflect()):
		return p.startWriting()
	case keymap.Is(msg, keymap.Up()):
		p.pane.Scroll(-1)
	case keymap.Is(msg, keymap.Down()):
		p.pane.Scroll(+1)
	default:
		p.pane.Update(msg)
	}
	return nil
}

// next goes on, or to the summary after the last situation.
func (p *Practise) next() tea.Cmd {
	p.keepDraft()
	p.practice.Sitting.Next()
	if p.practice.Sitting.Stage() == scenarios.Finished {
		return p.env.Become(screen.ToSummary{Practice: p.practice})
	}
	p.ask()
	return p.ahead()
}

// toggle shows something in place of the guidance, or the guidance again.
func (p *Practise) toggle(what beside) {
	if p.beside == what {
		what = nothing
	}
	p.beside = what
	p.draw()
	p.pane.ToTop()
}

func (p *Practise) feedbackKeys() []key.Binding {
	on := "next situation"
	if p.practice.Sitting.Upcoming() == nil {
		on = "summary"
	}
	keys := []key.Binding{keymap.Enter(on)}
	switch {
	case p.beside == changes:
		keys = append(keys, keymap.New("w", "back to the feedback", "w"))
	case p.beside == report:
		keys = append(keys, keymap.New("!", "back to the feedback", "!"))
	case len(p.before()) > 0 || len(p.differences()) > 0:
		keys = append(keys, keymap.Changes())
	}
	keys = append(append(keys, keymap.Reflect(), keymap.Move()), pane.Keys()...)
	return append(keys, keymap.Report(), keymap.Leave())
}

// drawFeedback lays out the marking and the guidance: one below the other, or side by side where there is room.
func (p *Practise) drawFeedback() {
	out, ok := p.practice.Result()
	if !ok {
		return
	}
	if p.frame.Wide() {
		left, right := p.columns()
		text := p.verdict(out, left) + "\n\n" + p.marking(out, left) + "\n" + p.stem(left)
		p.pane.Set(pane.Columns(text, left, p.guidance(right), gutter))
		return
	}
	width := pane.Measure(p.frame.Width)
	if p.beside != nothing {
		p.pane.Set(p.guidance(width))
		return
	}
	p.pane.Set(p.verdict(out, width) + "\n\n" + p.marking(out, width) + "\n\n" + p.guidance(width) + "\n" + p.stem(width))
}

// verdict is the mark in words, beside what chance brings.
func (p *Practise) verdict(out scenarios.Outcome, width int) string {
	th, m := p.frame.Theme, out.Marking
	word, style := "✗ Not this time", th.Wrong
	switch {
	case m.Of == 0:
		word, style = "There is no right answer here", th.Title
	case m.Marks == m.Of:
		word, style = "✓ Right", th.Right
	case m.Right():
		word, style = "✓ Nearly all of it", th.Right
	case m.Marks > m.Chance*m.Of:
		word, style = "◐ Part of the way", th.Warn
	}
	working := "Reasonable people differ: each position has something for it and against it."
	if m.Of > 0 {
		working = fmt.Sprintf("%s of %s. Chance alone brings %s.", prose.Number(m.Marks), prose.Count(m.Of, "mark"), prose.Number(m.Chance*m.Of))
	}
	if out.Sure != scenarios.NotAsked {
		working += " You were: " + out.Sure.Name() + "."
	}
	if note := out.Situation.Format.Note(); note != "" {
		working += " " + note
	}
	return "\n" + pane.Hang("  ", word, width, style) + "\n" + pane.Hang("  ", working+" "+p.saved(), width, th.Faint)
}

// saved says whether the answer is on the disk.
func (p *Practise) saved() string {
	t := p.env.Tutor
	switch {
	case t.Trouble() != nil:
		return "Not saved yet: trying again."
	case t.Waiting() > 0:
		return "Saving…"
	case !t.Kept():
		return "Not kept."
	}
	return "Saved."
}

// marking is each option with the learner's answer beside the key, its marks and its rationale, in the order shown.
func (p *Practise) marking(out scenarios.Outcome, width int) string {
	th := p.frame.Theme
	var blocks []string
	for _, line := range p.practice.Sitting.Attempt().Lines() {
		o, _ := out.Situation.Option(line.ID)
		m := out.Marking.Option(line.ID)
		sign, style := " ", th.Text
		switch {
		case out.Marking.Of == 0:
			if m.Yours != "" {
				style = th.Strong
			}
		case m.Right:
			sign, style = th.Right.Render("✓"), th.Right
		case m.Marks > 0:
			sign, style = th.Warn.Render("◐"), th.Text
		case m.Key != "" && m.Yours == "":
			sign, style = th.Right.Render("✓"), th.Strong
		case m.Yours != "":
			sign, style = th.Wrong.Render("✗"), th.Wrong
		}
		block := pane.Hang("  "+sign+" "+th.Letter.Render(line.Letter)+"  ", prose.Line(o.Text), width, style)
		if tags := tags(m); tags != "" {
			block += "\n" + pane.Hang("       ", tags, width, th.Accent)
		}
		blocks = append(blocks, block+"\n"+pane.Hang("       ", prose.Line(o.Why), width, th.Faint))
	}
	return strings.Join(blocks, "\n\n")
}

func tags(m scenarios.OptionMark) string {
	var parts []string
	for _, said := range []string{m.Yours, m.Key} {
		if said != "" {
			parts = append(parts, said)
		}
	}
	if m.Marks > 0 {
		parts = append(parts, prose.Count(m.Marks, "mark"))
	}
	return strings.Join(parts, " · ")
}

// guidance is the extracts that decide it, or what was asked for in their place.
func (p *Practise) guidance(width int) string {
	switch p.beside {
	case changes:
		return p.changed(width)
	case report:
		return p.reported(width)
	}
	th, s := p.frame.Theme, p.practice.Sitting.Current()
	heading := "The guidance that decides it"
	if s.Format.Available(s) == 0 {
		heading = "The guidance that bears on it"
	}
	deciding, also := p.env.Tutor.Cited(s)
	text := "\n" + pane.Hang("  ", heading, width, th.Title) + "\n"
	for _, c := range deciding {
		text += "\n" + p.extract(c, width) + "\n"
	}
	if len(also) > 0 {
		text += "\n" + pane.Hang("  ", "Also cited", width, th.Title) + "\n"
	}
	for _, c := range also {
		text += "\n" + p.extract(c, width) + "\n"
	}
	return text
}

// changed is what is different since 2013 and how the UK and Ireland differ, as far as it bears on this situation.
func (p *Practise) changed(width int) string {
	th := p.frame.Theme
	text := ""
	if before := p.before(); len(before) > 0 {
		text += "\n" + pane.Hang("  ", "What changed since 2013", width, th.Title) + "\n"
		for _, c := range before {
			text += "\n" + p.extract(c, width) + "\n\n" + pane.Hang("  ", "Now: "+prose.Line(c.Changed), width, th.Text) + "\n"
		}
	}
	if differ := p.differences(); len(differ) > 0 {
		text += "\n" + pane.Hang("  ", "The UK and Ireland", width, th.Title) + "\n"
		for _, d := range differ {
			md := prose.FromMarkdown("**" + d.Title + "**\n\n" + d.Says)
			text += "\n" + pane.Indent(p.env.Markdown.Render(md, width-2, th), 2) + "\n"
		}
	}
	return text
}

// reported is what to send to the author of an item that seems wrong.
func (p *Practise) reported(width int) string {
	th := p.frame.Theme
	return "\n" + pane.Hang("  ", "Does something seem wrong here?", width, th.Title) + "\n" +
		pane.Hang("  ", "Send this to whoever gave you Probity, with a sentence of your own:", width, th.Faint) + "\n\n" +
		pane.Hang("  │ ", prose.Line(p.practice.Report()), width, th.Text) + "\n"
}

func (p *Practise) extract(c *guidance.Clause, width int) string {
	md := prose.FromMarkdown(c.Markdown(p.env.Tutor.Learner().Reader()))
	return pane.Indent(p.env.Markdown.Render(md, width-2, p.frame.Theme), 2)
}

func (p *Practise) before() []*guidance.Clause {
	return p.env.Tutor.Pack().Guidance.Before(p.practice.Sitting.Current().Cites())
}

func (p *Practise) differences() []*guidance.Difference {
	return p.env.Tutor.Pack().Guidance.Differences(p.practice.Sitting.Current().Cites())
}

// ahead renders what the learner will read next, so that it is there when they get to it.
func (p *Practise) ahead() tea.Cmd {
	if p.practice == nil || p.practice.Sitting.Current() == nil {
		return nil
	}
	th, left, right := p.frame.Theme, pane.Measure(p.frame.Width), pane.Measure(p.frame.Width)
	if p.frame.Wide() {
		left, right = p.columns()
	}
	reader, upcoming := p.env.Tutor.Learner().Reader(), p.practice.Sitting.Upcoming()
	deciding, also := p.env.Tutor.Cited(p.practice.Sitting.Current())
	clauses := append(deciding, also...)
	return func() tea.Msg {
		for _, c := range clauses {
			p.env.Markdown.Render(prose.FromMarkdown(c.Markdown(reader)), right-2, th)
		}
		if upcoming != nil {
			p.env.Markdown.Render(prose.FromMarkdown(upcoming.Stem), left-2, th)
		}
		return nil
	}
}

func count(n, of int) string { return fmt.Sprintf("Situation %d of %d", n, of) }
