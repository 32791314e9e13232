package keymap

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/prose"
)

// Name is the name of the first key of a binding.
func Name(b key.Binding) string { return b.Keys()[0] }

// Said is a line of help that is about no key. It is a binding of a key that there is not.
func Said(what, does string) key.Binding { return New(what, does, "") }

// Again begins what a question says of the key that asked it: "Enter again", "s again".
func Again(msg tea.KeyPressMsg) string {
	name := Pressed(msg)
	if len(name) > 1 {
		name = prose.Capital(name)
	}
	return name + " again"
}

// Pressed is the name of a key that was pressed, for which Press is the same key press.
func Pressed(msg tea.KeyPressMsg) string { return msg.String() }

// Press is the key press that a name stands for: a letter, "enter", "ctrl+s", "shift+up".
func Press(name string) tea.KeyPressMsg {
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "home": tea.KeyHome, "end": tea.KeyEnd,
		"space": tea.KeySpace, "backspace": tea.KeyBackspace, "tab": tea.KeyTab,
	}
	var mod tea.KeyMod
	for word, m := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "shift+": tea.ModShift} {
		if rest, ok := strings.CutPrefix(name, word); ok {
			name, mod = rest, mod|m
		}
	}
	if code, ok := special[name]; ok {
		return tea.KeyPressMsg{Code: code, Mod: mod}
	}
	code := []rune(name)[0]
	if mod != 0 {
		return tea.KeyPressMsg{Code: code, Mod: mod}
	}
	return tea.KeyPressMsg{Code: code, Text: name}
}

// At is the name of the key that stands at a cell of a binding, as help spells it with what it does. Where help spells several, each is pressed
// by itself. What they do, written behind them, stands for the first of several that do the same, and for the one that goes on of two arrows; of
// a row of letters or numbers for none. "" where there is none.
func At(b key.Binding, cell int) string {
	spelt := b.Help().Key
	parts := strings.FieldsFunc(spelt, func(r rune) bool { return r == '/' || r == '–' })
	if len(parts) < 2 {
		return Name(b)
	}
	from, mod, arrows := 0, "", 0
	for _, part := range parts {
		to := from + ansi.StringWidth(part)
		name, shifted := strings.CutPrefix(part, "shift+")
		if shifted {
			mod = "shift+"
		}
		if arrow, ok := arrowed()[name]; ok {
			name = arrow
			arrows++
		}
		if cell >= from && cell < to && slices.Contains(b.Keys(), mod+name) {
			return mod + name
		}
		from = to + 1
	}
	switch {
	case cell < from || strings.Contains(spelt, "–"):
		return ""
	case arrows < len(parts):
		return Name(b)
	case strings.Contains(spelt, "→"):
		return mod + "right"
	}
	return mod + "down"
}

// arrowed is the names of the keys that help spells as arrows.
func arrowed() map[string]string {
	return map[string]string{"↑": "up", "↓": "down", "←": "left", "→": "right"}
}
