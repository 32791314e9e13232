package practise

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/keymap"
	"probity/tui/pane"
	"probity/tui/prose"
)

// weigh is a key press at "How sure are you?".
func (p *Practise) weigh(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "1":
		p.practice.Weigh(scenarios.Guess)
	case "2":
		p.practice.Weigh(scenarios.FairlySure)
	case "3":
		p.practice.Weigh(scenarios.VerySure)
	case "enter":
		p.practice.Weigh(scenarios.NotAsked)
	default:
		p.pane.Update(msg)
		return nil
	}
	p.draw()
	p.pane.ToTop()
	return nil
}

func certaintyKeys() []key.Binding {
	return []key.Binding{
		keymap.New("1", "a guess", "1"), keymap.New("2", "fairly sure", "2"), keymap.New("3", "very sure", "3"),
		keymap.Enter("skip"), keymap.Leave(),
	}
}

// drawCertainty shows what was answered and asks how sure the learner is.
func (p *Practise) drawCertainty() {
	s, th, width := p.practice.Sitting.Current(), p.frame.Theme, pane.Measure(p.frame.Width)
	text := "\n" + pane.Hang("  ", prose.Line(s.Ask), width, th.Faint) + "\n\n"
	for _, line := range p.practice.Sitting.Attempt().Lines() {
		if o, ok := s.Option(line.ID); ok && line.Said != "" {
			text += pane.Hang("  "+th.Cursor.Render(line.Mark)+" "+th.Letter.Render(line.Letter)+"  ", prose.Line(o.Text), width, th.Strong) + "\n"
		}
	}
	text += "\n" + pane.Hang("  ", "How sure are you?", width, th.Title) + "\n" +
		pane.Hang("  ", "It never changes the marks; it shows how well you know what you know.", width, th.Faint) + "\n\n"
	for _, c := range []scenarios.Certainty{scenarios.Guess, scenarios.FairlySure, scenarios.VerySure} {
		text += "  " + th.Letter.Render(string(rune('0'+int(c)))) + "  " + prose.Capital(c.Name()) + "\n"
	}
	p.pane.Set(text)
}
