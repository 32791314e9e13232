package exam

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/screen"
)

// up is the part of the screen that is up.
func (e *Screen) up() screen.Part {
	if e.listing {
		return e.overview
	}
	return e.question
}

// Clicks says what a click does on a situation.
func (e *Screen) Clicks() []key.Binding {
	if e.listing {
		return nil
	}
	return e.question.Clicks()
}

// Keys are the bindings that work now.
func (e *Screen) Keys() []key.Binding {
	switch {
	case e.listing && e.atEnd():
		return e.overview.Now(append(list.Keys("hand in"), keymap.Back()))
	case e.listing:
		return e.overview.Now(append(list.Keys("go there"), keymap.New("s", "hand in", "s"), keymap.Back()))
	case e.assessment.Exam.Weighing():
		return append(e.question.Keys(), keymap.Back())
	}
	var first, later []key.Binding
	for _, k := range e.question.Keys() {
		if slices.Contains([]string{"space/→", "→/←", "K/shift+↑", "J/shift+↓", "↑/↓", "pgdn", "pgup", "home", "end"}, k.Help().Key) || k.Help().Desc == keymap.GoTo("a").Help().Desc {
			later = append(later, k)
		} else {
			first = append(first, k)
		}
	}
	own := []key.Binding{keymap.Next(), keymap.Overview(), keymap.Flag(), keymap.Previous(), keymap.Clock(), keymap.Leave()}
	return append(append(first, own...), later...)
}
