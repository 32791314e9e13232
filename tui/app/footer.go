package app

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
	"probity/tui/parts/keymap"
	"probity/tui/parts/theme"
)

// hint is a key at the foot of the window, with what it does.
type hint struct {
	key  key.Binding
	from int    // the cell at which it begins
	text string // styled
}

// to is the cell behind a hint.
func (h hint) to() int { return h.from + ansi.StringWidth(h.text) }

// apart is the room between two hints.
const apart = 3

// footer is the keys that work here.
func (a *App) footer(th *theme.Theme) string {
	line, at := "", 0
	for _, h := range a.hints(th) {
		line += strings.Repeat(" ", h.from-at) + h.text
		at = h.to()
	}
	return line
}

// hints are the keys that work here, as many as there is room for: the first one always, cut if need be.
func (a *App) hints(th *theme.Theme) []hint {
	spelt := func(k key.Binding) string {
		return th.Letter.Render(k.Help().Key) + " " + th.Faint.Render(k.Help().Desc)
	}
	keys, rest := a.keys(), keymap.Help()
	if a.help != nil {
		keys, rest = []key.Binding{nextPage()}, keymap.Back()
	}
	room, at := a.size.Width-ansi.StringWidth(spelt(rest))-4, 1
	var hints []hint
	for _, k := range keys {
		h := hint{k, at, spelt(k)}
		if h.to()+apart > room {
			if len(hints) > 0 {
				break
			}
			h.text = cells.Cut(h.text, room-at-apart, "…")
		}
		hints = append(hints, h)
		at = h.to() + apart
	}
	return append(hints, hint{rest, at, spelt(rest)})
}

// hinted is the name of the key whose hint stands at a cell of the foot; "" where there is none.
func (a *App) hinted(x int) string {
	hints := a.hints(a.theme)
	i := slices.IndexFunc(hints, func(h hint) bool { return x >= h.from && x < h.to() })
	if i < 0 {
		return ""
	}
	return keymap.At(hints[i].key, x-hints[i].from)
}
