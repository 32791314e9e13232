// Package list is a list to choose from: arrows and enter, or each line's own key.
package list

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/prose"
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

// entry is the item as it is drawn. Whatever its texts hold, what is shown is harmless.
func (i Item[T]) entry() entry {
	return entry{
		Above: i.Above, Heading: prose.Line(i.Heading), Key: i.Key, Enter: i.Enter, Lead: i.Lead, Text: prose.Line(i.Text), Bar: i.Bar,
		Note: bound(prose.Line(i.Note)), Brief: i.Brief, Below: prose.Line(i.Below), Strong: i.Strong,
	}
}

// List is the items, where the learner is in it, and the window on it.
type List[T any] struct {
	lines
	values []T
}

// New is an empty list.
func New[T any]() *List[T] { return &List[T]{lines: lines{pane: pane.New()}} }

// SetItems replaces the items and keeps the learner's place as far as it can: an item that was in the window still is.
func (l *List[T]) SetItems(items []Item[T]) { l.Fill(l.intro, items) }

// Fill is SetIntro and SetItems at once.
func (l *List[T]) Fill(intro string, items []Item[T]) {
	entries := make([]entry, len(items))
	l.values = make([]T, len(items))
	for i, item := range items {
		entries[i], l.values[i] = item.entry(), item.Value
	}
	l.fill(intro, entries)
}

// Seek goes to the first item whose value is meant, such as the choice that holds now: enter pressed there changes nothing. Where none is
// meant it stays.
func (l *List[T]) Seek(meant func(T) bool) {
	if at := slices.IndexFunc(l.values, meant); at >= 0 {
		l.SetPlace(at)
	}
}

// Current is the value the learner is at; ok is false in an empty list.
func (l *List[T]) Current() (value T, ok bool) {
	if l.at < 0 || l.at >= len(l.values) {
		return value, false
	}
	return l.values[l.at], true
}

// Update moves, or returns the value that was chosen.
func (l *List[T]) Update(msg tea.KeyPressMsg) (chosen T, ok bool) {
	if !l.press(msg) {
		return chosen, false
	}
	return l.Current()
}

// Keys are the bindings of every list.
func Keys(does string) []key.Binding {
	return []key.Binding{keymap.Enter(does), keymap.Move()}
}
