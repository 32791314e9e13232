// What is typed and pasted, as it comes into the field.

package editor

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"probity/guidance/text"
	"probity/tui/cells"
	"probity/tui/parts/keymap"
)

// room is how many characters more there is room for.
func (e *Editor) room() int { return max(0, e.opt.Limit-utf8.RuneCountInString(e.area.Value())) }

// fitting is as much of a paste as there is room for; the learner is told when it was cut. On one line a line break is a blank.
func (e *Editor) fitting(msg tea.PasteMsg) tea.PasteMsg {
	pasted := text.Piece(msg.Content)
	if e.opt.Line {
		pasted = strings.ReplaceAll(pasted, "\n", " ")
	}
	if runes, room := []rune(pasted), e.room(); len(runes) > room {
		e.env.Notice(e.opt.TooLong)
		pasted = text.Block(string(runes[:room])) // without what is left of a sign that was cut through
	}
	return tea.PasteMsg{Content: pasted}
}

func (e *Editor) edit(msg tea.Msg) tea.Cmd {
	before := e.area.Value()
	var cmd tea.Cmd
	e.area, cmd = e.area.Update(msg)
	if e.area.Value() != before {
		e.refused = ""
		e.tidy()
	}
	if press, ok := msg.(tea.KeyPressMsg); ok && keymap.Is(press, e.area.KeyMap.CharacterForward, e.area.KeyMap.CharacterBackward) {
		for e.inside() {
			e.area, _ = e.area.Update(msg)
		}
	}
	e.draw()
	return cmd
}

// tidy takes out of what stands before the cursor what hides there: of a character by itself that can only be told by the next one.
func (e *Editor) tidy() {
	typed := []rune(strings.Split(e.area.Value(), "\n")[e.area.Line()])[:e.area.Column()]
	tidied := []rune(text.Typed(string(typed)))
	same := 0
	for same < min(len(typed), len(tidied)) && typed[same] == tidied[same] {
		same++
	}
	for range typed[same:] {
		e.area, _ = e.area.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	}
	if same < len(tidied) {
		e.area.InsertString(string(tidied[same:]))
	}
}

// inside reports whether the cursor is within a sign of several characters, where nobody sees it move.
func (e *Editor) inside() bool {
	return cells.Inside(strings.Split(e.area.Value(), "\n")[e.area.Line()], e.area.Column())
}
