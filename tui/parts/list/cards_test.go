package list

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// inCards is a list of six items with notes below them in a window eight lines high.
func inCards(intro string) *List[string] {
	l := New[string]()
	l.Layout(screen.Frame{Width: 40, Height: 8, Theme: theme.New(theme.Mono, true)})
	l.SetIntro(intro)
	var items []Item[string]
	for _, name := range strings.Split("abcdef", "") {
		items = append(items, Item[string]{Key: name, Text: "item " + name, Note: "a note that has no room beside it " + name, Below: "below " + name, Value: name})
	}
	items[0].Heading = "All of them"
	l.SetItems(items)
	return l
}

func shownBy(l *List[string]) string { return strings.Join(strings.Fields(ansi.Strip(l.View())), " ") }

// TestInASmallWindowRowsAreWhole, and the cursor turns the cards.
func TestInASmallWindowRowsAreWhole(t *testing.T) {
	l := inCards("")
	for i, name := range strings.Split("abcdef", "") {
		shown := shownBy(l)
		if want := "item " + name + " a note that has no room beside it " + name + " below " + name; !strings.Contains(shown, want) || !strings.Contains(shown, "› "+name) {
			t.Errorf("%q is not whole on its card, or without the cursor: %q", name, shown)
		}
		if l.Where() == "" {
			t.Error("there are no cards")
		}
		if l.Place() != i {
			t.Errorf("the cursor is at %d, want %d", l.Place(), i)
		}
		l.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	}
}

// TestEnterShowsFirstWhatItWouldChoose: below a long introduction nothing is chosen unseen. An item's own key takes the window along.
func TestEnterShowsFirstWhatItWouldChoose(t *testing.T) {
	l := inCards("\n" + strings.Repeat("a line of an introduction\n", 6))
	enter := tea.KeyPressMsg{Code: tea.KeyEnter}
	if chosen, ok := l.Update(enter); ok || !strings.Contains(shownBy(l), "› a") {
		t.Errorf("%q is chosen unseen, or not shown: %q", chosen, shownBy(l))
	}
	if chosen, ok := l.Update(enter); !ok || chosen != "a" {
		t.Errorf("then %q is chosen", chosen)
	}
	if chosen, ok := l.Update(tea.KeyPressMsg{Code: 'e', Text: "e"}); !ok || chosen != "e" || !strings.Contains(shownBy(l), "› e") {
		t.Errorf("its key chooses %q and shows %q", chosen, shownBy(l))
	}
}

// TestAHeadingIsRepeatedAboveItsGroup where the group goes on on another card, in one line; what is above it has its own.
func TestAHeadingIsRepeatedAboveItsGroup(t *testing.T) {
	l := inCards("")
	for range 5 {
		if shown := shownBy(l); !strings.HasPrefix(shown, "All of them ") || strings.Count(shown, "All of them") != 1 {
			t.Errorf("a card is %q", shown)
		}
		l.Update(tea.KeyPressMsg{Code: tea.KeyPgDown})
	}
}
