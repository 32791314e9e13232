package app

import (
	"regexp"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/keymap"
	"probity/tui/screen"
)

// notch is how many lines a notch of the wheel scrolls.
const notch = 3

// A second click in the place of one that counted is none: for a moment it is the other half of a double click, and for longer where the first has
// brought another stage up, since what stands there now was not what the hand was sent to.
const (
	doubled = 400 * time.Millisecond
	unseen  = 1500 * time.Millisecond
)

// pointer is what is known of the mouse.
type pointer struct {
	down    bool      // the button is held, and has not been moved since
	at      tea.Mouse // where it was pressed
	on      stage     // and on which stage
	clicked tea.Mouse // the last click that counted
	hint    string    // what was written there, at the foot; "" elsewhere
	when    time.Time
}

// point is what a mouse did: the wheel, or a click, which is a button pressed and let go in the same place. What else it does is left alone: a
// drag, and whatever is done with shift, alt or ctrl, is the terminal's. A press that falls into the moment in which a stage comes up was meant
// for the one before.
func (a *App) point(msg tea.MouseMsg) tea.Cmd {
	at, p := msg.Mouse(), &a.pointer
	if a.small() || at.Mod != 0 || !a.opt.Tutor.Profile.Mouse() {
		p.down = false
		return nil
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		a.wheel(at)
	case tea.MouseClickMsg:
		p.at, p.on = at, a.stage()
		p.down = (at.Button == tea.MouseLeft || at.Button == tea.MouseRight) && !a.settle.fresh()
	case tea.MouseMotionMsg:
		p.down = p.down && near(at, p.at, 0)
	case tea.MouseReleaseMsg:
		clicked := p.down && near(at, p.at, 0) && p.on == a.stage()
		if p.down = false; clicked && !a.again() {
			p.clicked, p.hint, p.when = p.at, a.written(p.at), a.settle.now()
			return a.click(p.at)
		}
	}
	return nil
}

// near reports whether two places are in one line, and no more than some cells apart.
func near(one, other tea.Mouse, cells int) bool {
	return one.Y == other.Y && max(one.X-other.X, other.X-one.X) <= cells
}

// written is the hint at a place of the foot; "" elsewhere.
func (a *App) written(at tea.Mouse) string {
	if h, ok := a.hintAt(at.X); ok && !a.alone() && at.Y == a.size.Height-1 {
		return ansi.Strip(h.text) // enter may be faint
	}
	return ""
}

// again reports whether the button was pressed where the last click was, too soon to be another. Where the same is written as before, and it does
// not answer a question, it is what the hand was sent to.
func (a *App) again() bool {
	const slip = 3 // cells, which a hand moves between two clicks
	p := a.pointer
	least := doubled
	same := p.hint != "" && p.hint == a.written(p.at) && a.notice.of == nil
	if !same && !a.settle.since.Before(p.when) {
		least = unseen
	}
	gap := a.settle.now().Sub(p.when)
	return near(p.at, p.clicked, slip) && gap >= 0 && gap < least
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

// row is the row of the screen, or of help, at a row of the window.
func (a *App) row(y int) int {
	if a.alone() {
		return y
	}
	return y - screen.Above
}

// click presses the key that a place of the window stands for. On a notice it does no more than take that away, but where a question names the key
// that answers it. The right button has a use where there is no line at the top to go back by.
func (a *App) click(at tea.Mouse) tea.Cmd {
	name := ""
	switch full, ok := a.top().(screen.FullScreen); {
	case at.Button == tea.MouseRight && (!ok || a.help != nil):
		return nil
	case at.Button == tea.MouseRight:
		name = full.RightClick()
	case a.onNotice(at.Y):
		name = a.answer(at.X, at.Y)
	default:
		name = a.clicked(at.X, at.Y)
	}
	if name != "" {
		a.settle.pointed()
		return a.take(keymap.Press(name))
	}
	a.readNotice()
	return nil
}

// noticeFrom is the row of the window on which the notice begins, and the one behind it: it ends above the keys, if there are any.
func (a *App) noticeFrom() (from, to int) {
	said, _ := a.said()
	to = a.size.Height
	if !a.alone() {
		to--
	}
	return to - len(said), to
}

// onNotice reports whether the notice stands at a row of the window.
func (a *App) onNotice(y int) bool {
	from, to := a.noticeFrom()
	return y >= from && y < to
}

// answer is the name of the key that a question names at a place of the window: where it says "Enter again", "s again". "" elsewhere.
func (a *App) answer(x, y int) string {
	if a.notice.key == "" {
		return ""
	}
	said, _ := a.said()
	from, _ := a.noticeFrom()
	whole := strings.Join(said, " ") // a line may end between the words
	named := regexp.MustCompile(`(?i)(?:^|\s)(` + regexp.QuoteMeta(keymap.Again(keymap.Press(a.notice.key))) + `)\b`).FindStringSubmatchIndex(whole)
	if named == nil {
		return ""
	}
	here := x - 1 // a cell stands before each line
	for _, line := range said[:y-from] {
		here += ansi.StringWidth(line) + 1
	}
	if here < ansi.StringWidth(whole[:named[2]]) || here >= ansi.StringWidth(whole[:named[3]]) || x > ansi.StringWidth(said[y-from]) {
		return ""
	}
	return a.notice.key
}

// clicked is the name of the key that a place of the window stands for: at the top line that which goes back, at the foot and in help the one
// that is written there, and else what the screen says; "" for none.
func (a *App) clicked(x, y int) string {
	framed := !a.alone()
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
	keys := []key.Binding{keymap.Said("click", "choose, mark, press")}
	if on, ok := a.top().(screen.Clicked); ok {
		if own := on.Clicks(); own != nil {
			keys = own
		}
	}
	if !a.fullScreen() {
		keys = append(keys, keymap.Said("top line", "click to go back"))
	}
	return append(keys, keymap.Said("wheel", "scroll"), keymap.Said("shift+drag", "select text"))
}
