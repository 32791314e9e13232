package app

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"probity/tui/parts/keymap"
)

// chosen is the name of the key that the cursor is at, which enter presses; "" while none is laid out.
func (h *help) chosen() string {
	if h.cursor >= len(h.keys) {
		return ""
	}
	return keymap.Name(h.keys[h.cursor])
}

// stay keeps the cursor at a key among those that are laid out now: another window has others to page with. Where the key is none of them, as at
// first, the cursor is at the first one that does not leave. It reports whether it has moved.
func (h *help) stay(at string) (moved bool) {
	if at != "" && h.chosen() == at {
		return false
	}
	was := h.cursor
	if h.cursor = slices.IndexFunc(h.keys, func(k key.Binding) bool { return keymap.Name(k) == at }); h.cursor < 0 {
		h.cursor = max(0, slices.IndexFunc(h.keys, func(k key.Binding) bool { return !leaves(k) }))
	}
	return h.cursor != was
}

// leaves reports whether a key leaves the screen or the program.
func leaves(k key.Binding) bool {
	return slices.ContainsFunc([]key.Binding{keymap.Quit(), keymap.Back(), keymap.Interrupt(), keymap.Suspend()}, func(l key.Binding) bool { return keymap.Name(l) == keymap.Name(k) })
}

// toKey goes to the next key that enter can press, or the one before; behind the last, to what help says further.
func (a *App) toKey(by int) {
	h := a.help
	was := h.cursor
	h.cursor = max(0, min(h.cursor+by, len(h.keys)-1))
	a.showHelp()
	if h.cursor == was {
		h.pane.Scroll(by)
		return
	}
	i := slices.IndexFunc(h.spots, func(s spot) bool { return keymap.Name(s.key) == h.chosen() })
	h.pane.Show(h.spots[i].line, h.spots[i].line)
}

// single reports whether a binding is one key that has something to do beside what arrows and enter do.
func single(k key.Binding) bool {
	name := keymap.Name(k)
	return name != "" && name != keymap.Name(keymap.Enter("")) && !strings.ContainsAny(strings.Trim(k.Help().Key, "/"), "/–")
}
