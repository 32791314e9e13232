package agenda

import (
	"charm.land/bubbles/v2/key"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
)

// Keys are the bindings that work here.
func (a *Screen) Keys() []key.Binding {
	switch {
	case !a.started:
		return []key.Binding{keymap.Back()}
	case a.editor != nil:
		return a.editor.Keys()
	case a.peeked != nil:
		return append([]key.Binding{keymap.New("q/esc", "back to the plan", "q", "esc")}, pane.Keys()...)
	case a.plan != nil:
		return []key.Binding{
			keymap.New("b", "begin", "b"), keymap.Pick(), keymap.Peek(), keymap.Turn(), keymap.More(), keymap.Less(), keymap.Shift(), keymap.SavePlan(), keymap.Move(), keymap.Back(),
		}
	}
	return a.menu.Now(append(list.Keys("choose"), keymap.Back()))
}
