// Package list is a list to choose from: arrows and enter, or each line's own key.
package list

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
)

// Item is one line of a list, standing for a value.
type Item[T any] struct {
	Above   string // styled text that fits the list's width, shown before the heading; "" for none
	Heading string // shown above the line, to begin a group
	Key     string // chooses the line at once; "" for none
	Enter   bool   // enter stands in the place of the key while the learner is at the line
	Lead    string // a sign or a number before the text, the same width on every line; "" for none
	Text    string
	Bar     string   // styled, of one width on every line that has one: shown before the note where there is room; "" for none
	Note    string   // shown faintly beside the text, or below where there is no room
	Brief   bool     // the note is cut where its line has no room for it
	Below   string   // shown faintly on a line of its own below both; "" for none
	Strong  []string // words of the text and of the note that stand out, as they are written there
	Value   T
}

// List is the items, where the learner is in it, and the window on it.
type List[T any] struct {
	items []Item[T]
	at    int
	intro string
	outro string
	frame screen.Frame
	whole int // the width of the window, where the frame's is no more than widest
	pane  *pane.Pane
	spans [][2]int // the first and last line of each item
	begin int      // the first line of the intro that is not blank
}

// New is an empty list.
func New[T any]() *List[T] { return &List[T]{pane: pane.New()} }

// SetItems replaces the items and keeps the learner's place as far as it can: an item that was in the window still is. Whatever the texts hold,
// what is shown is harmless.
func (l *List[T]) SetItems(items []Item[T]) { l.Fill(l.intro, items) }

// Fill is SetIntro and SetItems at once.
func (l *List[T]) Fill(intro string, items []Item[T]) {
	for i, item := range items {
		items[i].Heading, items[i].Text, items[i].Note, items[i].Below = prose.Line(item.Heading), prose.Line(item.Text), bound(prose.Line(item.Note)), prose.Line(item.Below)
	}
	l.renew(func() {
		l.intro, l.items = intro, items
		l.at = max(0, min(l.at, len(items)-1))
	})
}

// renew draws the list with other texts, which need other room: if the item that the learner is at was in the window, it still is.
func (l *List[T]) renew(change func()) {
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
func (l *List[T]) SetIntro(text string) {
	l.renew(func() { l.intro = text })
}

// SetOutro sets what stands below the items: styled text that fits the list's width.
func (l *List[T]) SetOutro(text string) {
	l.renew(func() { l.outro = text })
}

// Place is the number of the item the learner is at.
func (l *List[T]) Place() int { return l.at }

// SetPlace goes to an item; to the top of everything for the first.
func (l *List[T]) SetPlace(at int) {
	if to := max(0, min(at, len(l.items)-1)); to != l.at {
		l.at = to
		l.draw()
	}
	l.pane.ToTop()
	if l.at > 0 {
		l.show()
	}
}

// Seek goes to the first item whose value is meant, such as the choice that holds now: enter pressed there changes nothing. Where none is
// meant it stays.
func (l *List[T]) Seek(meant func(T) bool) {
	if at := slices.IndexFunc(l.items, func(item Item[T]) bool { return meant(item.Value) }); at >= 0 {
		l.SetPlace(at)
	}
}

// widest is how wide a list with notes is at most, in cells: a note further from its text is hard to follow. A row without one goes as far as the
// window.
const widest = 110

// Layout takes the room and the look. If the item that the learner is at was in the window, it still is afterwards.
func (l *List[T]) Layout(f screen.Frame) {
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

// Current is the value the learner is at; ok is false in an empty list.
func (l *List[T]) Current() (value T, ok bool) {
	if l.at < 0 || l.at >= len(l.items) {
		return value, false
	}
	return l.items[l.at].Value, true
}

// Update moves, or returns the value that was chosen.
func (l *List[T]) Update(msg tea.KeyPressMsg) (chosen T, ok bool) {
	switch {
	case keymap.Is(msg, keymap.Up()):
		l.move(-1)
	case keymap.Is(msg, keymap.Down()):
		l.move(+1)
	case keymap.Is(msg, keymap.Enter("")) && !l.seen():
		l.readOn()
	case keymap.Is(msg, keymap.Enter("")):
		return l.Current()
	case keymap.Is(msg, keymap.Top()):
		l.SetPlace(0)
	case keymap.Is(msg, keymap.Bottom()):
		l.toEnd()
	case l.pane.Update(msg):
		l.follow()
	default:
		if i := slices.IndexFunc(l.items, func(item Item[T]) bool { return item.Key != "" && msg.String() == item.Key }); i >= 0 {
			l.at = i
			l.draw()
			l.show()
			return l.items[i].Value, true
		}
		l.browse(msg)
	}
	return chosen, false
}

// browse is a letter that pages and that no item has.
func (l *List[T]) browse(msg tea.KeyPressMsg) {
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
func (l *List[T]) toEnd() {
	l.SetPlace(len(l.items) - 1)
	l.pane.ToEnd()
}

// move goes to the next or the previous item. Text between that the learner has not seen is scrolled through first.
func (l *List[T]) move(by int) {
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
func (l *List[T]) readOn() {
	if _, below := l.pane.More(); below {
		l.pane.Scroll(l.pane.Page())
		return
	}
	l.show()
}

// seen reports whether the item that the learner is at is in the window.
func (l *List[T]) seen() bool { return l.at < len(l.spans) && l.pane.Sees(l.spans[l.at][0]) }

// show brings the item the learner is at into the window.
func (l *List[T]) show() {
	if l.at < len(l.spans) {
		l.pane.Show(l.spans[l.at][0], l.spans[l.at][1])
	}
}

// IntroRow is which line of the window the intro begins on; ok is false where it is outside.
func (l *List[T]) IntroRow() (row int, ok bool) { return l.pane.Row(l.begin) }

// follow takes the learner to an item that is in the window, after it was moved by pages.
func (l *List[T]) follow() {
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

// More reports whether items stand above and below the window.
func (l *List[T]) More() (above, below bool) { return l.pane.More() }

// Where says which card of how many is in the window; "" where there are no cards.
func (l *List[T]) Where() string { return l.pane.Where() }

// View draws the list.
func (l *List[T]) View() string { return l.pane.View() }

// Lines are the keys that choose a line at once, each with the line's text.
func (l *List[T]) Lines() (keys []key.Binding) {
	for _, item := range l.items {
		if item.Key != "" {
			keys = append(keys, keymap.New(item.Key, item.Text, item.Key))
		}
	}
	return keys
}

// Now is bindings as they work at the moment: enter reads on as long as the item that the learner is at is out of sight, and
// leads back to it from the end. In a list without items
// enter chooses nothing, and where all is seen nothing moves.
func (l *List[T]) Now(keys []key.Binding) []key.Binding {
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

// Keys are the bindings of every list.
func Keys(does string) []key.Binding {
	return []key.Binding{keymap.Enter(does), keymap.Move()}
}
