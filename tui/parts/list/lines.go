package list

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/screen"
)

// entry is an item without what it stands for.
type entry struct {
	Above, Heading string
	Key            string
	Enter          bool
	Lead, Text     string
	Bar            string
	Note           string
	Brief          bool
	Below          string
	Strong         []string
}

// lines is a list as it is drawn and moved in, whatever its items stand for: every List shares it, so that a program holds it once.
type lines struct {
	items []entry
	at    int
	intro string
	outro string
	frame screen.Frame
	whole int // the width of the window, where the frame's is no more than widest
	pane  *pane.Pane
	spans [][2]int // the first and last line of each item
	begin int      // the first line of the intro that is not blank
}

// fill replaces the intro and the items.
func (l *lines) fill(intro string, items []entry) {
	l.renew(func() {
		l.intro, l.items = intro, items
		l.at = max(0, min(l.at, len(items)-1))
	})
}

// renew draws the list with other texts, which need other room: if the item that the learner is at was in the window, it still is.
func (l *lines) renew(change func()) {
	above, _ := l.pane.More()
	held := l.seen() && (above || l.at > 0) // the first item at the top is there because the top is
	change()
	if l.draw(); held && !l.seen() {
		l.show()
	}
}

// bound is a line in which no break parts a figure from its sign.
func bound(line string) string { return strings.ReplaceAll(line, " %", "\u00a0%") }

// SetIntro sets what stands above the items: styled text that fits the list's width.
func (l *lines) SetIntro(text string) {
	l.renew(func() { l.intro = text })
}

// SetOutro sets what stands below the items: styled text that fits the list's width.
func (l *lines) SetOutro(text string) {
	l.renew(func() { l.outro = text })
}

// Place is the number of the item the learner is at.
func (l *lines) Place() int { return l.at }

// SetPlace goes to an item; to the top of everything for the first.
func (l *lines) SetPlace(at int) {
	if to := max(0, min(at, len(l.items)-1)); to != l.at {
		l.at = to
		l.draw()
	}
	l.pane.ToTop()
	if l.at > 0 {
		l.show()
	}
}

// widest is how wide a list with notes is at most, in cells: a note further from its text is hard to follow. A row without one goes as far as the
// window.
const widest = 110

// Layout takes the room and the look. If the item that the learner is at was in the window, it still is afterwards.
func (l *lines) Layout(f screen.Frame) {
	seen := l.seen()
	l.frame = f
	l.frame.Width, l.whole = min(f.Width, widest), f.Width
	l.pane.Resize(f.Width, f.Height)
	l.pane.SetColumn(f.Column)
	l.draw()
	if above, _ := l.pane.More(); seen && (above || l.at > 0) {
		l.show()
	}
}

// press moves, or reports that the item the learner is at was chosen.
func (l *lines) press(msg tea.KeyPressMsg) (chosen bool) {
	switch {
	case keymap.Is(msg, keymap.Up()):
		l.move(-1)
	case keymap.Is(msg, keymap.Down()):
		l.move(+1)
	case keymap.Is(msg, keymap.Enter("")) && !l.seen():
		l.readOn()
	case keymap.Is(msg, keymap.Enter("")):
		return len(l.items) > 0
	case keymap.Is(msg, keymap.Top()):
		l.SetPlace(0)
	case keymap.Is(msg, keymap.Bottom()):
		l.toEnd()
	case l.pane.Update(msg):
		l.follow()
	default:
		if i := slices.IndexFunc(l.items, func(item entry) bool { return item.Key != "" && msg.String() == item.Key }); i >= 0 {
			l.at = i
			l.draw()
			l.show()
			return true
		}
		l.browse(msg)
	}
	return false
}

// browse is a letter that pages and that no item has.
func (l *lines) browse(msg tea.KeyPressMsg) {
	switch {
	case keymap.Is(msg, keymap.First()):
		l.SetPlace(0)
	case keymap.Is(msg, keymap.Last()):
		l.toEnd()
	case l.pane.Browse(msg):
		l.follow()
	}
}

// toEnd goes to the last item, and to the end of what stands below it.
func (l *lines) toEnd() {
	l.SetPlace(len(l.items) - 1)
	l.pane.ToEnd()
}

// move goes to the next or the previous item. Text between that the learner has not seen is scrolled through first.
func (l *lines) move(by int) {
	if len(l.items) == 0 {
		l.pane.Scroll(by)
		return
	}
	to := max(0, min(l.at+by, len(l.items)-1))
	above, below := l.pane.More()
	switch {
	case !above && !below: // a list that is seen whole goes round
		to = (l.at + by + len(l.items)) % len(l.items)
	case by > 0 && (l.pane.Below(l.spans[l.at][0]) || l.pane.Far(l.spans[to][0]) || to == l.at && below):
		l.pane.Scroll(l.pane.Page())
		return
	case by < 0 && (l.at == 0 && above || l.pane.Far(l.spans[to][0]) || !l.pane.Sees(l.spans[l.at][0]) && !l.pane.Below(l.spans[l.at][0])):
		l.pane.Scroll(-l.pane.Page())
		return
	}
	l.at = to
	l.draw()
	l.show()
}

// readOn reads on towards the item that the learner is at, which is out of sight: what is chosen is seen first, and so is what stands before it.
// It never goes up, but from the end of what stands below the items, where there is nothing more to read: back to them.
func (l *lines) readOn() {
	if _, below := l.pane.More(); below {
		l.pane.Scroll(l.pane.Page())
		return
	}
	l.show()
}

// seen reports whether the item that the learner is at is in the window.
func (l *lines) seen() bool { return l.at < len(l.spans) && l.pane.Sees(l.spans[l.at][0]) }

// show brings the item the learner is at into the window.
func (l *lines) show() {
	if l.at < len(l.spans) {
		l.pane.Show(l.spans[l.at][0], l.spans[l.at][1])
	}
}

// IntroRow is which line of the window the intro begins on; ok is false where it is outside.
func (l *lines) IntroRow() (row int, ok bool) { return l.pane.Row(l.begin) }

// follow takes the learner to an item that is in the window, after it was moved by pages.
func (l *lines) follow() {
	for i := range l.items {
		if l.pane.Sees(l.spans[i][0]) {
			if !l.pane.Sees(l.spans[l.at][0]) {
				l.at = i
				l.draw()
			}
			return
		}
	}
}

// Keep has the list filled anew, and keeps the learner at the line that they went to, whatever came or went above it.
func (l *lines) Keep(fill func()) {
	at := l.Place()
	if at == 0 {
		fill()
		return
	}
	text := l.items[at].Text
	fill()
	same := func(i entry) bool { return i.Text == text }
	if now := slices.IndexFunc(l.items, same); now >= 0 && l.items[l.Place()].Text != text {
		l.SetPlace(now)
	}
}

// More reports whether items stand above and below the window.
func (l *lines) More() (above, below bool) { return l.pane.More() }

// Where says which card of how many is in the window; "" where there are no cards.
func (l *lines) Where() string { return l.pane.Where() }

// View draws the list.
func (l *lines) View() string { return l.pane.View() }

// Lines are the keys that choose a line at once, each with the line's text.
func (l *lines) Lines() (keys []key.Binding) {
	for _, item := range l.items {
		if item.Key != "" {
			keys = append(keys, keymap.New(item.Key, item.Text, item.Key))
		}
	}
	return keys
}

// Now is bindings as they work at the moment: enter reads on as long as the item that the learner is at is out of sight, and leads back to it from the
// end. In a list without items enter chooses nothing, and where all is seen nothing moves.
func (l *lines) Now(keys []key.Binding) []key.Binding {
	above, below := l.pane.More()
	is := func(k key.Binding, of ...key.Binding) bool {
		return slices.ContainsFunc(of, func(o key.Binding) bool { return slices.Equal(k.Keys(), o.Keys()) })
	}
	switch {
	case len(l.items) == 0:
		return slices.DeleteFunc(slices.Clone(keys), func(k key.Binding) bool {
			return is(k, keymap.Enter("")) || !above && !below && is(k, keymap.Move(), keymap.Arrows())
		})
	case l.seen():
		return keys
	}
	keys = slices.Clone(keys)
	enter := keymap.Enter("read on")
	if !below {
		enter = keymap.Enter("to the list")
	}
	for i, k := range keys {
		if is(k, keymap.Enter("")) {
			keys[i] = enter
		}
	}
	return keys
}
