// Package pane is the scrolling text that screens are built from: lines, a window on them, and the keys that move it.
package pane

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/keymap"
)

// Pane shows lines through a window of some width and height.
type Pane struct {
	view  viewport.Model
	cards []int // the lines on which cards begin; none where the text is one flow
	at    []int // the first line of each block, where the text is in blocks
	lines []string
	held  place // where the window was put last: it stays there in cards of another height
	dealt int   // that height, as it was when the cards were dealt
	cut   bool  // a line was wider than the window
	slim  bool  // it is a column of a wider window
}

// New is an empty pane. It has no keys of its own, so that letters and arrows stay the screen's.
func New() *Pane {
	v := viewport.New()
	v.KeyMap = viewport.KeyMap{}
	v.MouseWheelEnabled = false
	return &Pane{view: v}
}

// Resize gives the pane its room, in cells.
func (p *Pane) Resize(width, height int) {
	p.view.SetWidth(max(0, width))
	p.view.SetHeight(max(0, height))
}

// Set gives the pane its text, in one flow. Lines wider than the pane are cut, so nothing is drawn past the edge. The window stays
// where it is as far as it can.
func (p *Pane) Set(text string) {
	p.cards, p.at = nil, nil
	p.setLines(strings.Split(text, "\n"))
}

// Update scrolls on the keys that page, and reports whether it did.
func (p *Pane) Update(msg tea.KeyPressMsg) bool {
	switch {
	case keymap.Is(msg, keymap.Top()):
		p.ToTop()
	case keymap.Is(msg, keymap.Bottom()):
		p.ToEnd()
	case keymap.Is(msg, keymap.PageUp()):
		p.Scroll(-p.Page())
	case keymap.Is(msg, keymap.PageDown()):
		p.Scroll(p.Page())
	default:
		return false
	}
	return true
}

// Read scrolls on the keys that page and on up and down, for a screen whose cursor keys have nothing else to do. It reports
// whether it did.
func (p *Pane) Read(msg tea.KeyPressMsg) bool {
	switch {
	case keymap.Is(msg, keymap.Up()):
		p.Scroll(-1)
	case keymap.Is(msg, keymap.Down()):
		p.Scroll(+1)
	default:
		return p.Update(msg)
	}
	return true
}

// Browse scrolls as Read does and on the letters that page, for a screen that is only read. It reports whether it did.
func (p *Pane) Browse(msg tea.KeyPressMsg) bool {
	switch {
	case keymap.Is(msg, keymap.SpaceDown()):
		p.Scroll(p.Page())
	case keymap.Is(msg, keymap.BackUp()):
		p.Scroll(-p.Page())
	case keymap.Is(msg, keymap.First()):
		p.ToTop()
	case keymap.Is(msg, keymap.Last()):
		p.ToEnd()
	default:
		return p.Read(msg)
	}
	return true
}

// Scroll moves the window by lines, down if positive. It stops at the end of a card, and from there goes to the next one.
func (p *Pane) Scroll(by int) {
	switch {
	case len(p.cards) > 0:
		p.scrollCards(by)
	case by < 0:
		p.view.ScrollUp(-by)
	default:
		p.view.ScrollDown(by)
	}
	p.mark()
}

// Show moves the window as little as is needed for lines from to to to be in it; if they don't fit, from is first.
func (p *Pane) Show(from, to int) {
	top, height := p.view.YOffset(), p.view.Height()
	switch {
	case len(p.cards) > 0:
		p.showCard(from, to)
	case from < top || to-from >= height:
		p.view.SetYOffset(from)
	case to >= top+height:
		p.view.SetYOffset(to - height + 1)
	}
	p.mark()
}

// ToTop moves the window to the first line.
func (p *Pane) ToTop() {
	p.view.GotoTop()
	p.mark()
}

// ToEnd moves the window to the last line.
func (p *Pane) ToEnd() {
	p.view.GotoBottom()
	p.mark()
}

// More reports whether there are lines above and below the window.
func (p *Pane) More() (above, below bool) {
	return !p.view.AtTop(), !p.view.AtBottom()
}

// Sees reports whether a line is in the window.
func (p *Pane) Sees(line int) bool {
	_, ok := p.Row(line)
	return ok
}

// Row is which line of the window a line is on; ok is false where it is outside.
func (p *Pane) Row(line int) (row int, ok bool) {
	row = line - p.view.YOffset()
	return row, row >= 0 && row < p.view.Height()
}

// Below reports whether a line is below the window.
func (p *Pane) Below(line int) bool { return line >= p.view.YOffset()+p.view.Height() }

// Far reports whether a line is more than a page outside the window.
func (p *Pane) Far(line int) bool {
	top, height := p.view.YOffset(), p.view.Height()
	return line < top-p.Page() || line >= top+height+p.Page()
}

// Page is how far a page goes: a window less two lines to hold on to.
func (p *Pane) Page() int { return max(1, p.view.Height()-2) }

// View draws the window: its lines, which are as wide as it at most, filled up with blanks.
func (p *Pane) View() string {
	width := p.view.Width()
	if width == 0 {
		return ""
	}
	rows := make([]string, p.view.Height())
	for i := range rows {
		if line := p.Line(i); line < len(p.lines) {
			rows[i] = p.lines[line]
		}
		rows[i] += strings.Repeat(" ", max(0, width-ansi.StringWidth(rows[i])))
	}
	return strings.Join(rows, "\n")
}

// Keys are the bindings that page.
func Keys() []key.Binding {
	return []key.Binding{keymap.PageDown(), keymap.PageUp(), keymap.Top(), keymap.Bottom()}
}
