package app

import (
	"slices"
	"strconv"

	"charm.land/bubbles/v2/key"

	"probity/tui/parts/keymap"
	"probity/tui/prose"
	"probity/tui/screen"
)

// atHarmless puts the cursor of help, which has just come up, at the first key that does not leave.
func (a *App) atHarmless() {
	leaves := func(k key.Binding) bool {
		return slices.ContainsFunc([]key.Binding{keymap.Quit(), keymap.Back(), keymap.Interrupt(), keymap.Suspend()}, func(l key.Binding) bool { return keymap.Name(l) == keymap.Name(k) })
	}
	if i := slices.IndexFunc(a.help.keys, func(k key.Binding) bool { return !leaves(k) }); i > 0 {
		a.help.cursor = i
		a.showHelp()
	}
}

// answers reports whether a digit is a key of the screen: then it means on the page of the keys what it means there.
func (a *App) answers(digit string) bool {
	if _, err := strconv.Atoi(digit); err != nil {
		return false
	}
	return slices.ContainsFunc(slices.Concat(a.keys(), screen.Lines(a.top())), func(k key.Binding) bool { return k.Enabled() && slices.Contains(k.Keys(), digit) })
}

// numbered reports whether a digit of a word is a key of the screen.
func (a *App) numbered() bool {
	for i := range prose.Explanations() {
		if a.answers(strconv.Itoa(i + 1)) {
			return true
		}
	}
	return false
}
