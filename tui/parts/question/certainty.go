package question

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/cells"
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
		q.pane.Browse(msg)
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

// certaintyKeys are the keys that work there; enter, once the cursor is at a line.
func (q *Question) certaintyKeys() []key.Binding {
	keys := []key.Binding{numbers("1–3", "how sure", int(scenarios.VerySure)), sureKey(scenarios.NotAsked)}
	if q.sure != scenarios.NotAsked {
		return append(append([]key.Binding{keymap.Enter("take it")}, keys...), keymap.Move())
	}
	return append(keys, keymap.New("↑/↓", "choose, then enter", "up", "down", "k", "j"))
}

// drawCertainty shows what was answered and asks how sure the learner is. Where a small window has no room for all of it, both are in fewer
// words: an answer is never confirmed out of sight. In the smallest the letters stand beside the question, or where they have no room there, on
// the cards behind it.
func (q *Question) drawCertainty() {
	for _, answered := range q.answered() {
		for _, sure := range []string{"\n" + q.howSure(true), "\n" + q.howSure(false), q.howSure(false)} {
			if q.sureAt(append(answered, pane.Block{Text: sure}), len(answered)); q.Where() == "" {
				return
			}
		}
	}
	sure, forms := q.howSure(false), q.answered()
	letters := forms[len(forms)-1][0].Text
	if beside := letters + "  " + strings.TrimLeft(sure, " "); !strings.Contains(letters, "\n") && lipgloss.Width(beside) <= pane.Measure(q.frame.Width) {
		if q.sureAt([]pane.Block{{Text: beside}}, 0); q.Where() == "" {
			return
		}
	}
	q.sureAt(append([]pane.Block{{Text: sure}}, forms[0]...), 0)
}

// sureAt gives the pane its blocks, of which one asks how sure the learner is: that, or the line at the cursor, is in sight.
func (q *Question) sureAt(blocks []pane.Block, asks int) {
	at := q.pane.SetBlocks(blocks)[asks]
	q.surest = at + strings.Count(strings.TrimPrefix(blocks[asks].Text, "\n"), "\n")
	if q.sure != scenarios.NotAsked {
		at = q.surest - int(scenarios.VerySure-q.sure)
		q.pane.Show(at, at)
		return
	}
	q.pane.Show(at, q.surest)
}

// answered is what was answered, from the fullest: below what was asked, the options alone, a line of each, and at last their letters.
func (q *Question) answered() [][]pane.Block {
	s, th, width := q.situation, q.frame.Theme, pane.Measure(q.frame.Width)
	whole := []pane.Block{{Text: "\n" + pane.Hang("  ", prose.Line(s.Ask), width, th.Faint) + "\n"}}
	var options, lines, letters []string
	for _, line := range q.attempt.Lines() {
		o, ok := s.Option(line.ID)
		if !ok || line.Said == "" {
			continue
		}
		lead := "  " + th.Cursor.Render(line.Mark) + " " + th.Letter.Render(line.Letter) + "  "
		options = append(options, pane.Hang(lead, prose.Line(o.Text), width, th.Strong))
		lines = append(lines, lead+th.Strong.Render(cells.Clip(prose.Line(o.Text), width-ansi.StringWidth(lead))))
		letters = append(letters, line.Mark+"\u00a0"+line.Letter)
	}
	for _, option := range options {
		whole = append(whole, pane.Block{Text: option})
	}
	forms := [][]pane.Block{whole}
	for _, short := range []string{strings.Join(options, "\n"), strings.Join(lines, "\n"), pane.Hang("  ", strings.Join(letters, "  "), width, th.Strong)} {
		forms = append(forms, []pane.Block{{Text: short}})
	}
	return forms
}

// howSure asks how sure the learner is; with what that is for, where there is room.
func (q *Question) howSure(roomy bool) string {
	th, width := q.frame.Theme, pane.Measure(q.frame.Width)
	sure := pane.Hang("  ", "How sure are you?", width, th.Title)
	if roomy {
		sure += "\n" + pane.Hang("  ", "It never changes the marks; it shows how well you know what you know.", width, th.Faint) + "\n"
	}
	for _, c := range scenarios.Certainties() {
		lead := "  "
		if c == q.sure {
			lead = th.Cursor.Render("›") + " "
		}
		sure += "\n" + lead + th.Letter.Render(sureKey(c).Help().Key) + "  " + prose.Capital(c.Name())
	}
	return sure
}
