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
	keys := slices.Clone(a.top().Keys())
	if len(a.stack) > 1 && !slices.ContainsFunc(keys, func(k key.Binding) bool { return slices.Contains(k.Keys(), "esc") }) {
		keys = append(keys, keymap.Back())
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
