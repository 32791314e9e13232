// Package menu is a list to choose from: arrows and enter, or each line's own key.
package menu

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
	"probity/tui/keymap"
	"probity/tui/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/theme"
)

// Item is one line of a menu, standing for a value.
type Item[T any] struct {
	Above   string // styled text that fits the menu's width, shown before the heading; "" for none
	Heading string // shown above the line, to begin a group
	Key     string // chooses the line at once; "" for none
	Lead    string // a sign or a number before the text, the same width on every line; "" for none
	Text    string
	Bar     string // styled, of one width on every line that has one: shown before the note where there is room; "" for none
	Note    string // shown faintly beside the text, or below where there is no room
	Value   T
}

// Menu is the list, where the learner is in it, and the window on it.
type Menu[T any] struct {
	items []Item[T]
	at    int
	intro string
	outro string
	frame screen.Frame
	pane  *pane.Pane
	lines []int // the line on which each item begins
}

// New is an empty menu.
func New[T any]() *Menu[T] { return &Menu[T]{pane: pane.New()} }

// SetItems replaces the items and keeps the learner's place as far as it can. Whatever the texts hold, what is shown is
// harmless.
func (m *Menu[T]) SetItems(items []Item[T]) {
	for i, item := range items {
		items[i].Heading, items[i].Text, items[i].Note = prose.Line(item.Heading), prose.Line(item.Text), prose.Line(item.Note)
	}
	m.items = items
	m.at = max(0, min(m.at, len(items)-1))
	m.draw()
}

// SetIntro sets what stands above the items: styled text that fits the menu's width.
func (m *Menu[T]) SetIntro(text string) {
	m.intro = text
	m.draw()
}

// SetOutro sets what stands below the items: styled text that fits the menu's width.
func (m *Menu[T]) SetOutro(text string) {
	m.outro = text
	m.draw()
}

// Place is the number of the item the learner is at.
func (m *Menu[T]) Place() int { return m.at }

// SetPlace goes to an item; to the top of everything for the first.
func (m *Menu[T]) SetPlace(at int) {
	m.at = max(0, min(at, len(m.items)-1))
	m.draw()
	m.pane.ToTop()
	if m.at > 0 {
		m.show()
	}
}

// Arrange tells the menu its room and look. The item the learner is at stays in sight if it was.
func (m *Menu[T]) Arrange(f screen.Frame) {
	seen := m.at < len(m.lines)-1 && m.pane.Sees(m.lines[m.at])
	m.frame = f
	m.pane.Resize(f.Width, f.Height)
	m.draw()
	if above, _ := m.pane.More(); seen && (above || m.at > 0) {
		m.show()
	}
}

// Current is the value the learner is at; ok is false in an empty menu.
func (m *Menu[T]) Current() (value T, ok bool) {
	if m.at < 0 || m.at >= len(m.items) {
		return value, false
	}
	return m.items[m.at].Value, true
}

// Update moves, or returns the value that was chosen.
func (m *Menu[T]) Update(msg tea.KeyPressMsg) (chosen T, ok bool) {
	switch {
	case keymap.Is(msg, keymap.Up()):
		m.move(-1)
	case keymap.Is(msg, keymap.Down()):
		m.move(+1)
	case keymap.Is(msg, keymap.Enter("")):
		return m.Current()
	case m.pane.Update(msg):
		m.follow()
	default:
		for i, item := range m.items {
			if item.Key != "" && msg.String() == item.Key {
				m.at = i
				m.draw()
				return item.Value, true
			}
		}
	}
	return chosen, false
}

// move goes to the next or the previous item. Text between that the learner has not seen is scrolled through first.
func (m *Menu[T]) move(by int) {
	if len(m.items) == 0 {
		m.pane.Scroll(by)
		return
	}
	to := max(0, min(m.at+by, len(m.items)-1))
	above, below := m.pane.More()
	switch {
	case !above && !below: // a menu that is seen whole goes round
		to = (m.at + by + len(m.items)) % len(m.items)
	case by > 0 && (m.pane.Below(m.lines[m.at]) || m.pane.Far(m.lines[to]) || to == m.at && below):
		m.pane.Scroll(m.pane.Page())
		return
	case by < 0 && (m.at == 0 && above || m.pane.Far(m.lines[to]) || !m.pane.Sees(m.lines[m.at]) && !m.pane.Below(m.lines[m.at])):
		m.pane.Scroll(-m.pane.Page())
		return
	}
	m.at = to
	m.draw()
	m.show()
}

// show brings the item the learner is at into the window.
func (m *Menu[T]) show() {
	if m.at < len(m.items) {
		m.pane.Show(m.lines[m.at], m.lines[m.at+1]-1)
	}
}

// follow takes the learner to an item that is in the window, after it was moved by pages.
func (m *Menu[T]) follow() {
	for i := range m.items {
		if m.pane.Sees(m.lines[i]) {
			if !m.pane.Sees(m.lines[m.at]) {
				m.at = i
				m.draw()
			}
			return
		}
	}
}

// draw lays the items out anew.
func (m *Menu[T]) draw() {
	th := m.frame.Theme
	if th == nil { // filled before it was arranged
		return
	}
	var b strings.Builder
	line := 0
	write := func(s string) {
		b.WriteString(s + "\n")
		line += 1 + strings.Count(s, "\n")
	}
	if m.intro != "" {
		write(m.intro + "\n")
	} else if len(m.items) > 0 && m.items[0].Heading == "" {
		write("")
	}
	m.lines = m.lines[:0]
	column := 0
	for i, item := range m.items {
		if item.Above != "" {
			write("\n" + item.Above)
		}
		if item.Heading != "" {
			if i > 0 || m.intro == "" {
				write("")
			}
			write(pane.Hang("  ", item.Heading, m.frame.Width, th.Accent))
		}
		if i == 0 || item.Heading != "" {
			column = m.column(i)
		}
		m.lines = append(m.lines, line)
		write(m.row(item, i == m.at, column, th))
	}
	m.lines = append(m.lines, line)
	if m.outro != "" {
		write("\n" + m.outro)
	}
	m.pane.Set(strings.TrimSuffix(b.String(), "\n"))
}

// column is where notes begin in the group of an item: after the longest text, or 0 when they stand below, for want of room.
// Beside a bar, long texts are cut rather than that.
func (m *Menu[T]) column(at int) int {
	text, note, bar := 0, 0, 0
	for _, item := range m.group(at) {
		if item.Note != "" {
			text, note = max(text, ansi.StringWidth(item.Lead+item.Text)), max(note, ansi.StringWidth(item.Note))
		}
		if item.Bar != "" {
			bar = max(bar, ansi.StringWidth(item.Bar)+1)
		}
	}
	const gap, leastText = 3, 28
	column := lead + text + gap + bar
	if bar > 0 && column+note > m.frame.Width && m.frame.Width-note >= lead+leastText+gap+bar {
		return m.frame.Width - note
	}
	if column+note > m.frame.Width {
		return 0
	}
	return column
}

// group is the items from one heading to the next, around an item.
func (m *Menu[T]) group(at int) []Item[T] {
	from, to := at, at+1
	for from > 0 && m.items[from].Heading == "" {
		from--
	}
	for to < len(m.items) && m.items[to].Heading == "" {
		to++
	}
	return m.items[from:to]
}

// lead is the room before an item's text: the cursor and the item's key.
const lead = 7

func (m *Menu[T]) row(item Item[T], here bool, column int, th *theme.Theme) string {
	before, style := "    ", th.Text
	if here {
		before, style = "  "+th.Cursor.Render("›")+" ", th.Cursor
	}
	if item.Key != "" {
		before += th.Letter.Render(item.Key) + "  "
	}
	if item.Lead != "" {
		before += style.Render(item.Lead) + "  "
	}
	if item.Note == "" {
		return pane.Hang(before, item.Text, m.frame.Width, style)
	}
	text, bar := before+style.Render(item.Text), item.Bar
	if bar != "" {
		bar += " "
	}
	if column > 0 {
		room := column - ansi.StringWidth(bar)
		if ansi.StringWidth(text) >= room {
			text = cells.Cut(text, room-1, "…")
		}
		gap := strings.Repeat(" ", max(1, room-ansi.StringWidth(text)))
		return pane.Hang(text+gap+bar, item.Note, m.frame.Width, th.Faint)
	}
	indent := strings.Repeat(" ", ansi.StringWidth(before))
	if ansi.StringWidth(indent+bar+item.Note) > m.frame.Width {
		bar = ""
	}
	return pane.Hang(before, item.Text, m.frame.Width, style) + "\n" + pane.Hang(indent+bar, item.Note, m.frame.Width, th.Faint)
}

// More tells whether items stand above and below the window.
func (m *Menu[T]) More() (above, below bool) { return m.pane.More() }

// View draws the menu.
func (m *Menu[T]) View() string { return m.pane.View() }

// Keys are the bindings of every menu.
func Keys(does string) []key.Binding {
	return []key.Binding{keymap.Enter(does), keymap.Move()}
}
