package question

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// Sure is a key press at "How sure are you?". ok reports that it was answered, or skipped.
func (q *Question) Sure(msg tea.KeyPressMsg) (c scenarios.Certainty, ok bool) {
	switch msg.String() {
	case "1":
		return scenarios.Guess, true
	case "2":
		return scenarios.FairlySure, true
	case "3":
		return scenarios.VerySure, true
	case "enter":
		return scenarios.NotAsked, true
	}
	q.pane.Update(msg)
	return scenarios.NotAsked, false
}

func certaintyKeys() []key.Binding {
	return []key.Binding{
		keymap.New("1", "a guess", "1"), keymap.New("2", "fairly sure", "2"), keymap.New("3", "very sure", "3"), keymap.Enter("skip"),
	}
}

// drawCertainty shows what was answered and asks how sure the learner is. In cards it asks first.
func (q *Question) drawCertainty() {
	s, th, width := q.situation, q.frame.Theme, pane.Measure(q.frame.Width)
	answered := []pane.Block{{Text: "\n" + pane.Hang("  ", prose.Line(s.Ask), width, th.Faint) + "\n"}}
	for _, line := range q.attempt.Lines() {
		if o, ok := s.Option(line.ID); ok && line.Said != "" {
			lead := "  " + th.Cursor.Render(line.Mark) + " " + th.Letter.Render(line.Letter) + "  "
			answered = append(answered, pane.Block{Text: pane.Hang(lead, prose.Line(o.Text), width, th.Strong)})
		}
	}
	sure := "\n" + pane.Hang("  ", "How sure are you?", width, th.Title) + "\n" +
		pane.Hang("  ", "It never changes the marks; it shows how well you know what you know.", width, th.Faint) + "\n"
	for _, c := range []scenarios.Certainty{scenarios.Guess, scenarios.FairlySure, scenarios.VerySure} {
		sure += "\n  " + th.Letter.Render(string(rune('0'+int(c)))) + "  " + prose.Capital(c.Name())
	}
	asked := pane.Block{Text: sure}
	if q.pane.SetBlocks(append(answered, asked)); q.Where() != "" {
		q.pane.SetBlocks(append([]pane.Block{asked}, answered...))
	}
}
