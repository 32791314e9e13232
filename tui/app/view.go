package app

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
	"probity/tui/parts/theme"
	"probity/tui/prose"
	"probity/tui/screen"
)

// The least room in which the screens make sense.
const (
	leastWidth  = 24
	leastHeight = 8
)

// askAfter is when the terminal is asked for its background: after the first paint, which it must never delay.
const askAfter = 30 * time.Millisecond

func (a *App) resize(msg tea.WindowSizeMsg) tea.Cmd {
	first := !a.sized
	a.sized = true
	if msg.Width > 0 && msg.Height > 0 { // some terminals say 0 by 0: then a usual window is assumed
		a.size = msg
	}
	a.layout()
	if first && (a.mono || a.kind.Asks()) {
		return a.after(askAfter, askMsg{})
	}
	return nil
}

// ask asks the terminal for its background, and in high contrast for what its text is in: only once, since that may be set then.
func (a *App) ask() tea.Cmd {
	if a.kind != theme.Contrast || a.ink != nil {
		return tea.RequestBackgroundColor
	}
	return tea.Batch(tea.RequestForegroundColor, tea.RequestBackgroundColor)
}

// look makes the theme. Where the terminal has 16 colours or none, it has none: which they are is the terminal's, and nobody knows whether they can be
// read on its ground.
func (a *App) look() {
	kind := a.kind
	if a.mono {
		kind = theme.Mono
	}
	a.theme = theme.New(kind, a.dark)
	a.theme.Signs = a.opt.Signs
}

// layout gives the screen on top its room and look.
func (a *App) layout() {
	height := a.size.Height - screen.Chrome
	if a.fullScreen() {
		height = a.size.Height
	}
	a.top().Layout(screen.Frame{Width: max(1, a.size.Width), Height: max(1, height-a.lent), Theme: a.theme})
	if a.help != nil {
		a.showHelp()
	}
}

// View draws the screen on top in its frame.
func (a *App) View() tea.View {
	content := a.opt.Signs.Drawn(a.content())
	x, y, typing := a.caret()
	if !a.graphemes {
		if typing {
			x = min(cells.PaintedAt(strings.Split(content, "\n")[y], x), a.size.Width-1)
		}
		content = cells.Painted(content, a.size.Width)
	}
	v := tea.NewView(content)
	if typing {
		v.Cursor = tea.NewCursor(x, y)
		v.Cursor.Blink = false
	}
	v.AltScreen = true
	v.WindowTitle = "Probity"
	v.ForegroundColor = a.theme.Ink(a.ink, a.ground)
	if a.opt.Tutor.Profile.Mouse() && !a.opt.NoMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.KeyboardEnhancements.ReportAlternateKeys = true // so that ctrl keys are known in every layout
	return v
}

// caret is where the terminal's cursor stands in the window, while somebody types and sees where.
func (a *App) caret() (x, y int, ok bool) {
	careted, can := a.top().(screen.Careted)
	if !can || !a.sized || a.small() || a.help != nil {
		return 0, 0, false
	}
	x, y, ok = careted.Caret()
	ok = ok && y < a.clear()
	if !a.fullScreen() {
		y += screen.Above
	}
	return min(x, a.size.Width-1), y, ok
}

// small reports whether the window has less room than the screens make sense in.
func (a *App) small() bool { return a.size.Width < leastWidth || a.size.Height < leastHeight }

func (a *App) content() string {
	w, h := a.size.Width, a.size.Height
	switch {
	case !a.sized:
		return ""
	case a.small():
		return tooSmall(w, h)
	}
	th := a.theme
	lines := a.withNotice(a.body(), th)
	if a.alone() {
		return strings.Join(lines, "\n")
	}
	out := append([]string{a.header(th), th.Rule.Render(strings.Repeat("─", w))}, lines...)
	return strings.Join(append(out, a.footer(th)), "\n")
}

// fullScreen reports whether the screen is one for the whole window.
func (a *App) fullScreen() bool {
	_, full := a.top().(screen.FullScreen)
	return full
}

func tooSmall(w, h int) string {
	lines := strings.Split(cells.Wrap("This window is too small. Make it at least 24 by 8.", w), "\n")
	for i, l := range lines {
		lines[i] = cells.Cut(l, w, "")
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}

// leastTitle is how many cells the left end of the header keeps, with who the learner is at the right end.
const leastTitle = 48

// header says what this is, where the learner is, and who they are; of a session, the country that it is held in.
func (a *App) header(th *theme.Theme) string {
	brand, title := th.Brand.Render(" Probity"), prose.Line(a.top().Title())
	titled := func(title string) string {
		if title == "" {
			return brand
		}
		return brand + th.Faint.Render("  ") + th.Strong.Render(title)
	}
	left := titled(title)
	right := ""
	if l := a.opt.Tutor.Profile.Learner(); l.Complete() {
		right = th.Faint.Render(l.Role.Name()+" · "+l.Jurisdiction.Short()) + " "
	}
	if on, ok := a.top().(screen.Located); ok {
		if country, ok := on.Country(); ok {
			right = th.Faint.Render(country.Name()) + " "
		}
	}
	room := a.size.Width - ansi.StringWidth(right)
	if ansi.StringWidth(left) >= room && room < leastTitle { // in a small window where the learner is matters more than who
		right = ""
	}
	switch {
	case a.opt.Tutor.Troubled():
		right = th.Warn.Render("not saved") + " "
	case a.opt.Alone == nil && !a.opt.Tutor.Record.SavingEnabled():
		right = th.Warn.Render("not kept") + " "
	}
	return ends(titled(whole(title, a.size.Width-ansi.StringWidth(brand+right)-3)), right, a.size.Width)
}

// leastPart is how many cells of a title's last part are worth showing.
const leastPart = 12

// whole is a title without the parts behind the first that have no room: half of a time says nothing. Of the last part as much is left as says
// something.
func whole(title string, room int) string {
	parts := strings.Split(title, " · ")
	many := len(parts)
	for many > 1 && ansi.StringWidth(strings.Join(parts[:many], " · ")) > room {
		many--
	}
	fit := strings.Join(parts[:many], " · ")
	if many == len(parts)-1 && room-ansi.StringWidth(fit) >= leastPart {
		return title
	}
	return fit
}

// ends sets one text at either end of a line; the left one is cut where there is no room for both.
func ends(left, right string, width int) string {
	room := width - ansi.StringWidth(right) - 1
	left = cells.Cut(left, max(0, room), "…")
	return left + strings.Repeat(" ", max(0, width-ansi.StringWidth(left)-ansi.StringWidth(right))) + cells.Cut(right, width, "")
}

// lowerRule closes the screen off behind what stands at its beginning, and says when there is more of the screen, or which card of how many is up.
func (a *App) lowerRule(begin string, th *theme.Theme) string {
	var shown any = a.top()
	if a.help != nil {
		shown = a.help.pane
	}
	word := elsewhere(shown)
	if where := screen.Where(shown); where != "" {
		word = " " + where + " "
	}
	if begin == " " {
		begin = ""
	}
	room := a.size.Width - ansi.StringWidth(begin)
	if ansi.StringWidth(word)+2 > room { // a long notice leaves a cell or two: enough to say that there is more, and where
		word = cells.Cut(pointing(shown), room, "")
	}
	end := max(0, min(2, room-ansi.StringWidth(word)))
	rule := strings.Repeat("─", max(0, room-ansi.StringWidth(word)-end))
	return begin + th.Rule.Render(rule) + th.Accent.Render(word) + th.Rule.Render(strings.Repeat("─", end))
}

// elsewhere says whether there is more above and below the window; "" where there is not.
func elsewhere(shown any) string {
	switch above, below := outside(shown); {
	case above && below:
		return " ↑ more ↓ "
	case below:
		return " more ↓ "
	case above:
		return " ↑ more "
	}
	return ""
}

// pointing is the way to what is outside the window, below before above, in one sign; "" where nothing is.
func pointing(shown any) string {
	switch above, below := outside(shown); {
	case below:
		return "↓"
	case above:
		return "↑"
	}
	return ""
}

// outside reports whether there is more of what is shown above and below the window.
func outside(shown any) (above, below bool) {
	if s, ok := shown.(screen.Scroller); ok {
		return s.More()
	}
	return false, false
}
