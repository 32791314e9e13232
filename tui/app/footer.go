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

// footer is the keys that work here. Where one types, ? is a letter; in help it goes back.
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
	keys, room, at := a.keys(), a.size.Width+2, 1
	if a.help != nil {
		keys = a.turning()
	}
	more := a.help == nil && !a.typing()
	if more {
		room -= ansi.StringWidth(spelt(keymap.Help())) + 2*apart
	}
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
	if more {
		hints = append(hints, hint{keymap.Help(), at, spelt(keymap.Help())})
	}
	return hints
}

// hintAt is the hint at a cell of the foot; ok is false where there is none.
func (a *App) hintAt(x int) (h hint, ok bool) {
	hints := a.hints(a.theme)
	i := slices.IndexFunc(hints, func(h hint) bool { return x >= h.from && x < h.to() })
	if i < 0 {
		return hint{}, false
	}
	return hints[i], true
}

// hinted is the name of the key whose hint stands at a cell of the foot; "" where there is none.
func (a *App) hinted(x int) string {
	h, ok := a.hintAt(x)
	if !ok {
		return ""
	}
	return keymap.At(h.key, x-h.from)
}
