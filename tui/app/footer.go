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

// hints are the keys that work here, as many as there is room for. The one that goes on has room before all others, cut if need be, and then help,
// in a small window without its word.
func (a *App) hints(th *theme.Theme) []hint {
	keys := a.keys()
	if a.help != nil {
		keys = a.turning()
	}
	var last []key.Binding
	if a.help == nil && !a.typing() {
		last = []key.Binding{a.helps()}
	}
	on := max(0, slices.IndexFunc(keys, func(k key.Binding) bool { return slices.Contains(k.Keys(), keymap.Name(keymap.Enter(""))) }))
	shown := func(many int) []key.Binding {
		first := slices.Clone(keys[:many])
		if on >= many {
			first = append(first, keys[on:min(on+1, len(keys))]...)
		}
		return append(first, last...)
	}
	if len(last) > 0 && over(shown(0), a.size.Width) > 0 {
		last[0].SetHelp(keymap.Name(last[0]), "")
	}
	many := len(keys)
	for many > 0 && over(shown(many), a.size.Width) > 0 {
		many--
	}
	return a.placed(shown(many), th)
}

// spelt is a key with what it does, as the foot has it.
func spelt(k key.Binding, th *theme.Theme) string {
	if k.Help().Desc == "" {
		return th.Letter.Render(k.Help().Key)
	}
	return th.Letter.Render(k.Help().Key) + " " + th.Faint.Render(k.Help().Desc)
}

// over is by how many cells some keys are wider than a foot has room for.
func over(keys []key.Binding, width int) int {
	wide := 2 - apart // a cell at either end
	for _, k := range keys {
		wide += apart + ansi.StringWidth(strings.TrimSpace(k.Help().Key+" "+k.Help().Desc))
	}
	return wide - width
}

// placed is keys one behind the other. The first is cut where they have no room.
func (a *App) placed(keys []key.Binding, th *theme.Theme) (hints []hint) {
	at, much := 1, over(keys, a.size.Width)
	for i, k := range keys {
		h := hint{k, at, spelt(k, th)}
		if a.unheard && slices.Contains(k.Keys(), keymap.Name(keymap.Enter(""))) {
			h.text = th.Faint.Render(ansi.Strip(h.text))
		}
		if i == 0 && much > 0 {
			h.text = cells.Cut(h.text, ansi.StringWidth(h.text)-much, "…")
		}
		hints = append(hints, h)
		at = h.to() + apart
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
	if help := keymap.Name(keymap.Help()); slices.Contains(h.key.Keys(), help) { // however it is spelt
		return help
	}
	return keymap.At(h.key, x-h.from)
}
