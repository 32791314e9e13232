package app

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/screen"
)

// notch is how many lines a notch of the wheel scrolls.
const notch = 3

// point is what a mouse did: a click or the wheel. What else it does is left alone.
func (a *App) point(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	if a.size.Width < leastWidth || a.size.Height < leastHeight {
		return nil
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		a.wheel(at)
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft && !a.settle.fresh() {
			return a.click(at.X, at.Y)
		}
	}
	return nil
}

// wheel scrolls what is at the pointer.
func (a *App) wheel(at tea.Mouse) {
	lines := map[tea.MouseButton]int{tea.MouseWheelUp: -notch, tea.MouseWheelDown: notch}[at.Button]
	if lines == 0 {
		return
	}
	a.rollNotice()
	if a.help != nil {
		a.help.pane.Scroll(lines)
	} else if p, ok := a.top().(screen.Pointed); ok {
		p.Wheel(at.X, a.row(at.Y), lines)
	}
}

// row is the row of the screen at a row of the window.
func (a *App) row(y int) int {
	if a.fullScreen() {
		return y
	}
	return y - screen.Above
}

// click presses the key that a place of the window stands for. On a notice it does no more than take that away.
func (a *App) click(x, y int) tea.Cmd {
	name := ""
	if !a.onNotice(y) {
		name = a.clicked(x, y)
	}
	if name != "" {
		return a.press(keymap.Press(name))
	}
	a.readNotice()
	return nil
}

// onNotice reports whether the notice stands at a row of the window: it ends above the keys, if there are any.
func (a *App) onNotice(y int) bool {
	said, _ := a.said()
	end := a.size.Height
	if !a.alone() {
		end--
	}
	return y >= end-len(said) && y < end
}

// clicked is the name of the key that a place of the window stands for: at the top line that which goes back, at the foot and in help the one
// that is written there, and else what the screen says; "" for none.
func (a *App) clicked(x, y int) string {
	framed := a.help != nil || !a.fullScreen()
	switch {
	case framed && y == 0:
		return keymap.Name(keymap.Back())
	case framed && y == a.size.Height-1:
		return a.hinted(x)
	case a.help != nil:
		return a.clickHelp(x, a.row(y))
	}
	if p, ok := a.top().(screen.Pointed); ok && a.row(y) >= 0 && (!framed || y < a.size.Height-2) {
		return p.Click(x, a.row(y))
	}
	return ""
}

// clickHelp leaves help, and is the name of the key that stands at a place in it. So what has no room at the foot is within a mouse's reach.
func (a *App) clickHelp(x, y int) string {
	name := a.help.at(x, y)
	a.help = nil
	return name
}

// mouseKeys say in help what a mouse does, if it is used.
func (a *App) mouseKeys() []key.Binding {
	if !a.opt.Tutor.Profile.Mouse() {
		return nil
	}
	return []key.Binding{
		keymap.Said("click", "choose, mark, press"), keymap.Said("top line", "click to go back"), keymap.Said("wheel", "scroll"),
		keymap.Said("shift+drag", "select text"),
	}
}
