package app

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/screen"
)

// help is every key that works on the screen that is up.
type help struct{ pane *pane.Pane }

// showHelp lays the screen's keys out.
func (a *App) showHelp() {
	keys := a.keys()
	if len(a.stack) > 1 {
		if !slices.ContainsFunc(keys, func(k key.Binding) bool { return slices.Contains(k.Keys(), "esc") }) {
			keys = append(keys, keymap.Back())
		}
		if input, ok := a.top().(screen.TextInput); !ok || !input.Typing() {
			keys = append(keys, keymap.Leaving())
		}
	}
	lines := []string{"", "  " + a.theme.Title.Render("Keys that work here"), ""} // each whole on a card
	for _, k := range append([]key.Binding{keymap.Interrupt(), keymap.Suspend()}, keys...) {
		if !k.Enabled() {
			continue
		}
		name := k.Help().Key
		pad := strings.Repeat(" ", max(1, 11-ansi.StringWidth(name)))
		lines = append(lines, "  "+a.theme.Letter.Render(name)+pad+k.Help().Desc)
	}
	lines = append(lines, "", "  "+a.theme.Faint.Render("Any other key goes back."))
	a.help = &help{pane: pane.New()}
	a.help.pane.Resize(a.size.Width, max(1, a.size.Height-screen.Chrome))
	var blocks []pane.Block
	for _, l := range lines {
		blocks = append(blocks, pane.Block{Text: l})
	}
	a.help.pane.SetBlocks(blocks)
}

// keys are the bindings of the screen that is up. Those that page are left out where there is nothing to page.
func (a *App) keys() []key.Binding {
	keys := slices.Clone(a.top().Keys())
	s, ok := a.top().(screen.Scroller)
	if !ok {
		return keys
	}
	if above, below := s.More(); above || below {
		return keys
	}
	pages := func(k key.Binding) bool { return slices.Contains(pageKeys(), k.Help().Key) }
	return slices.DeleteFunc(keys, pages)
}

// pageKeys are how help spells the keys that page.
func pageKeys() (names []string) {
	for _, k := range pane.Keys() {
		names = append(names, k.Help().Key)
	}
	return names
}
