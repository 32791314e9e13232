package list

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// pointed is a list of two groups in a window of some height. On the lines stand: a blank, the heading, one, two below its note, a blank, the other
// heading, three.
func pointed(height int) *List[string] {
	l := New[string]()
	l.Layout(screen.Frame{Width: 30, Height: height, Theme: theme.New(theme.Mono, true), Column: true})
	l.SetItems([]Item[string]{
		{Heading: "First", Text: "one", Value: "one"}, {Text: "two", Note: "with a note that stands below", Value: "two"},
		{Heading: "Second", Text: "three", Value: "three"},
	})
	return l
}

// TestAClickGoesToAnItemAndEnterChoosesIt; what is no item is none.
func TestAClickGoesToAnItemAndEnterChoosesIt(t *testing.T) {
	for _, c := range []struct {
		name string
		x, y int
		want string
	}{
		{"the blank above", 5, 0, ""}, {"a heading", 5, 1, ""}, {"an item", 5, 2, "one"}, {"the blank behind it", 7, 2, ""}, {"before its text", 0, 2, "one"}, {"another", 6, 3, "two"},
		{"its note", 8, 4, "two"}, {"beside the list", 30, 3, ""}, {"between groups", 8, 6, ""}, {"below", 8, 15, ""},
	} {
		l := pointed(20)
		got := ""
		if key := l.Click(c.x, c.y); key != "" {
			got, _ = l.Update(keymap.Press(key))
		}
		if got != c.want {
			t.Errorf("%s chooses %q, want %q, in\n%s", c.name, got, c.want, l.View())
		}
	}
}

// TestTheWheelTakesTheCursorAlong: enter after it chooses what is seen.
func TestTheWheelTakesTheCursorAlong(t *testing.T) {
	l := New[string]()
	l.Layout(screen.Frame{Width: 30, Height: 18, Theme: theme.New(theme.Mono, true)})
	var items []Item[string]
	for r := 'a'; r <= 'z'; r++ {
		items = append(items, Item[string]{Text: string(r), Value: string(r)})
	}
	l.SetItems(items)
	l.Wheel(0, 0, 6)
	if chosen, ok := l.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); !ok || chosen == "a" {
		t.Errorf("enter chooses %q, %v", chosen, ok)
	}
	if key := l.Click(4, 0); key != "enter" || l.Place() < 4 {
		t.Errorf("a click at the top is %q at item %d", key, l.Place())
	}
}
