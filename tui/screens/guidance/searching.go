// What is typed while searching.

package guidance

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/guidance/text"
	"probity/tui/cells"
	"probity/tui/parts/keymap"
	"probity/tui/tutor"
)

// find is a key press while searching: arrows and enter move in what was found, the rest is typed.
func (g *Screen) find(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case keymap.Is(msg, keymap.Back()):
		if !g.Back() {
			return g.env.Pop()
		}
		return nil
	case keymap.Is(msg, keymap.Enter("")):
		if chosen, ok := g.menu.Update(msg); ok {
			return g.open(chosen)
		}
		return nil
	case keymap.Is(msg, keymap.Arrows()), msg.Mod == 0 && keymap.Is(msg, keymap.PageUp(), keymap.PageDown()): // ctrl keys edit what is typed
		g.menu.Update(msg)
		return nil
	case keymap.Is(msg, keymap.CopyTyping()) && g.inView() != nil:
		return g.env.Copy(tutor.Quotations([]*guidance.Clause{g.inView()}))
	}
	return g.typed(msg)
}

// pasted is a paste while searching: one line, and as much of it as there is room for.
func (g *Screen) pasted(words string) tea.Cmd {
	words = text.Line(words)
	if utf8.RuneCountInString(words) > g.finder.CharLimit-utf8.RuneCountInString(g.finder.Value()) {
		g.env.Notice("That was too long to search for, and the rest was left out.")
	}
	return g.typed(tea.PasteMsg{Content: words})
}

// typed changes what is searched for. The key that opens a search begins another one where it is the first that is pressed.
func (g *Screen) typed(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	if press, is := msg.(tea.KeyPressMsg); is && g.fresh && keymap.Is(press, keymap.Find()) {
		g.finder.SetValue("")
	} else {
		g.finder, cmd = g.finder.Update(g.within(msg))
		g.tidy()
	}
	g.fresh = false
	if press, ok := msg.(tea.KeyPressMsg); ok && keymap.Is(press, g.finder.KeyMap.CharacterForward, g.finder.KeyMap.CharacterBackward) {
		for cells.Inside(g.finder.Value(), g.finder.Position()) {
			g.finder, _ = g.finder.Update(msg)
		}
	}
	g.here().id, g.here().all = g.finder.Value(), false
	g.fill()
	g.menu.SetPlace(0)
	return cmd
}

// tidy takes out of what stands before the cursor what hides there.
func (g *Screen) tidy() {
	words, at := []rune(g.finder.Value()), g.finder.Position()
	if typed := string(words[:at]); text.Typed(typed) != typed {
		tidied := text.Typed(typed)
		g.finder.SetValue(tidied + string(words[at:]))
		g.finder.SetCursor(utf8.RuneCountInString(tidied))
	}
}

// within is a key as the field can take it: told to delete the word that begins with the last character, Bubbles 2.2 looks behind the end, and panics.
func (g *Screen) within(msg tea.Msg) tea.Msg {
	press, ok := msg.(tea.KeyPressMsg)
	if ok && keymap.Is(press, g.finder.KeyMap.DeleteWordForward) && g.finder.Position() == utf8.RuneCountInString(g.finder.Value())-1 {
		return tea.KeyPressMsg{Code: tea.KeyDelete}
	}
	return msg
}
