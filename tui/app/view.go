package app

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/keymap"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/theme"
)

// The least room in which the screens make sense.
const (
	leastWidth  = 24
	leastHeight = 8
)

// chrome is the lines around a screen: two above, two below.
const chrome = 4

// askAfter is when the terminal is asked for its background: after the first paint, which it must never delay.
const askAfter = 30 * time.Millisecond

func (a *App) resize(msg tea.WindowSizeMsg) tea.Cmd {
	first := !a.sized
	a.size, a.sized = msg, true
	a.arrange()
	if first && a.kind == theme.Auto && !a.opt.Mono {
		return a.after(askAfter, askMsg{})
	}
	return nil
}

func (a *App) theme() *theme.Theme {
	if a.opt.Mono {
		return theme.New(theme.Mono, true)
	}
	return theme.New(a.kind, a.dark)
}

// arrange gives the screen on top its room and look.
func (a *App) arrange() {
	a.top().Arrange(screen.Frame{Width: max(1, a.size.Width), Height: max(1, a.size.Height-chrome), Theme: a.theme()})
}

// View draws the screen on top in its frame.
func (a *App) View() tea.View {
	v := tea.NewView(a.content())
	v.AltScreen = true
	v.WindowTitle = "Probity"
	return v
}

func (a *App) content() string {
	w, h := a.size.Width, a.size.Height
	switch {
	case !a.sized || w == 0 || h == 0:
		return ""
	case w < leastWidth || h < leastHeight:
		return tooSmall(w, h)
	}
	th := a.theme()
	body := a.top().View()
	if a.help {
		body = a.helpText(th)
	}
	lines := strings.Split(body, "\n")
	room := h - chrome
	lines = append(lines, make([]string, max(0, room-len(lines)))...)[:room]
	out := append([]string{a.header(th), th.Rule.Render(strings.Repeat("─", w))}, lines...)
	out = append(out, a.lowerRule(th), a.footer(th))
	return strings.Join(a.withNotice(out, th), "\n")
}

// noticeLines is how many lines a notice may take at the foot.
const noticeLines = 3

// withNotice lays a notice over the foot of the screen, until the next key.
func (a *App) withNotice(lines []string, th *theme.Theme) []string {
	if a.notice == "" {
		return lines
	}
	said := prose.Wrap(prose.Line(a.notice), a.size.Width-2)
	said = said[:min(len(said), noticeLines)]
	for i, l := range said {
		lines[len(lines)-len(said)+i] = " " + th.Warn.Render(l)
	}
	return lines
}

func tooSmall(w, h int) string {
	lines := prose.Wrap("This window is too small. Make it at least 24 by 8.", w)
	for i, l := range lines {
		lines[i] = ansi.Truncate(l, w, "")
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}

// header says what this is, where the learner is, and who they are.
func (a *App) header(th *theme.Theme) string {
	left := th.Brand.Render(" Probity")
	if title := a.top().Title(); title != "" {
		left += th.Faint.Render("  ") + th.Strong.Render(prose.Line(title))
	}
	right := ""
	if l := a.opt.Tutor.Learner(); l.Complete() {
		right = th.Faint.Render(l.Role.Name()+" · "+l.Jurisdiction.Short()) + " "
	}
	if a.opt.Tutor.Trouble() != nil {
		right = th.Warn.Render("not saved") + " "
	}
	return ends(left, right, a.size.Width)
}

// ends sets one text at either end of a line; where there is no room for both, the right one goes.
func ends(left, right string, width int) string {
	gap := width - ansi.StringWidth(left) - ansi.StringWidth(right)
	if gap < 2 {
		return ansi.Truncate(left, width, "…")
	}
	return left + strings.Repeat(" ", gap) + right
}

// scroller is a screen with more text than its window.
type scroller interface{ More() (above, below bool) }

// lowerRule closes the screen off, and says when there is more of it.
func (a *App) lowerRule(th *theme.Theme) string {
	word := ""
	if s, ok := a.top().(scroller); ok && !a.help {
		switch above, below := s.More(); {
		case above && below:
			word = " ↑ more ↓ "
		case below:
			word = " more ↓ "
		case above:
			word = " ↑ more "
		}
	}
	w := a.size.Width - ansi.StringWidth(word) - 2
	return th.Rule.Render(strings.Repeat("─", w)) + th.Accent.Render(word) + th.Rule.Render("──")
}

// footer is the keys that work here, as many as there is room for.
func (a *App) footer(th *theme.Theme) string {
	line, used := "", 1
	rest := th.Letter.Render("?") + " " + th.Faint.Render("keys")
	room := a.size.Width - ansi.StringWidth(rest) - 4
	for _, k := range a.top().Keys() {
		item := th.Letter.Render(k.Help().Key) + " " + th.Faint.Render(k.Help().Desc)
		if used+ansi.StringWidth(item)+3 > room {
			break
		}
		line += item + "   "
		used += ansi.StringWidth(item) + 3
	}
	return " " + line + rest
}

// helpText is every key that works here.
func (a *App) helpText(th *theme.Theme) string {
	out := []string{"", "  " + th.Title.Render("Keys that work here"), ""}
	keys := a.top().Keys()
	if len(a.stack) > 1 && !has(keys, "esc") {
		keys = append(keys, keymap.Back())
	}
	for _, k := range append(keys, keymap.Interrupt()) {
		name := k.Help().Key
		pad := strings.Repeat(" ", max(1, 10-ansi.StringWidth(name)))
		out = append(out, ansi.Truncate("  "+th.Letter.Render(name)+pad+k.Help().Desc, a.size.Width, "…"))
	}
	room := a.size.Height - chrome
	if len(out)+2 <= room {
		out = append(out, "", "  "+th.Faint.Render("Any key goes back."))
	}
	return strings.Join(out[:min(len(out), room)], "\n")
}

func has(keys []key.Binding, pressed string) bool {
	for _, k := range keys {
		for _, name := range k.Keys() {
			if name == pressed {
				return true
			}
		}
	}
	return false
}
