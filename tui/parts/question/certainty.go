package question

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// Sure is a key press at "How sure are you?". ok reports that it was answered, or skipped. Enter takes the line at the cursor, and nothing
// while the cursor is at none.
func (q *Question) Sure(msg tea.KeyPressMsg) (c scenarios.Certainty, ok bool) {
	for _, c := range append(scenarios.Certainties(), scenarios.NotAsked) {
		if keymap.Is(msg, sureKey(c)) {
			return c, true
		}
	}
	switch {
	case keymap.Is(msg, keymap.Enter("")) && q.sure != scenarios.NotAsked:
		return q.sure, true
	case keymap.Is(msg, keymap.Enter("")):
		q.env.Notice("1, 2 or 3 says how sure you are; 0 skips this.")
	case keymap.Is(msg, keymap.Down()):
		q.lean(min(q.sure+1, scenarios.VerySure))
	case keymap.Is(msg, keymap.Up()):
		q.lean(max(q.sure-1, scenarios.Guess))
	default:
		q.pane.Update(msg)
	}
	return scenarios.NotAsked, false
}

// lean moves the cursor to a certainty.
func (q *Question) lean(to scenarios.Certainty) {
	q.sure = to
	q.draw()
}

// sureKey is the digit that a certainty has, in the record too.
func sureKey(c scenarios.Certainty) key.Binding {
	digit, does := strconv.Itoa(int(c)), c.Name()
	if c == scenarios.NotAsked {
		does = "skip"
	}
	return keymap.New(digit, does, digit)
}

func certaintyKeys() (keys []key.Binding) {
	for _, c := range append(scenarios.Certainties(), scenarios.NotAsked) {
		keys = append(keys, sureKey(c))
	}
	return append(keys, keymap.Move(), keymap.Enter("take it"))
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
	for _, c := range scenarios.Certainties() {
		lead := "  "
		if c == q.sure {
			lead = th.Cursor.Render("›") + " "
		}
		sure += "\n" + lead + th.Letter.Render(sureKey(c).Help().Key) + "  " + prose.Capital(c.Name())
	}
	asked := pane.Block{Text: sure}
	at := q.pane.SetBlocks(append(answered, asked))[len(answered)]
	if q.Where() != "" {
		at = q.pane.SetBlocks(append([]pane.Block{asked}, answered...))[0]
	}
	q.surest = at + strings.Count(strings.TrimPrefix(sure, "\n"), "\n")
	if q.sure != scenarios.NotAsked {
		line := q.surest - int(scenarios.VerySure-q.sure)
		q.pane.Show(line, line)
	}
}
