package list

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// three are a list of three items below an introduction, in a window.
func three(height int) *List[string] {
	l := New[string]()
	l.SetItems([]Item[string]{{Text: "one", Value: "one"}, {Key: "t", Text: "two", Value: "two"}, {Heading: "More", Text: "three", Value: "three"}})
	l.Layout(screen.Frame{Width: 40, Height: height, Theme: theme.New(theme.Mono, true)})
	return l
}

// press presses keys, and returns what the last one chose.
func press[T any](l *List[T], keys string) (chosen T, ok bool) {
	codes := map[string]rune{"up": tea.KeyUp, "down": tea.KeyDown, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "enter": tea.KeyEnter}
	for _, k := range strings.Fields(keys) {
		msg := tea.KeyPressMsg{Code: rune(k[0]), Text: k}
		if code, special := codes[k]; special {
			msg = tea.KeyPressMsg{Code: code}
		}
		chosen, ok = l.Update(msg)
	}
	return chosen, ok
}

func TestChoosing(t *testing.T) {
	for _, c := range []struct{ keys, chosen string }{
		{"enter", "one"}, {"down enter", "two"}, {"j j enter", "three"}, {"k enter", "three"}, // it is seen whole, and goes round
		{"up down enter", "one"}, {"t", "two"}, {"t enter", "two"}, {"x", ""}, {"down", ""},
	} {
		t.Run(c.keys, func(t *testing.T) {
			if chosen, ok := press(three(20), c.keys); chosen != c.chosen || ok != (c.chosen != "") {
				t.Errorf("chosen is %q (%v), want %q", chosen, ok, c.chosen)
			}
		})
	}
}

func TestNothingIsChosenInAnEmptyList(t *testing.T) {
	l := New[string]()
	l.Layout(screen.Frame{Width: 40, Height: 3, Theme: theme.New(theme.Mono, true)})
	l.SetIntro("a\nb\nc\nd\ne")
	if chosen, ok := press(l, "down enter"); ok {
		t.Errorf("chosen is %q", chosen)
	}
	if above, _ := l.More(); !above { // what there is to read is scrolled in
		t.Error("down does not scroll")
	}
	if chosen, ok := press(l, "up up pgdown home end enter"); ok {
		t.Errorf("chosen is %q", chosen)
	}
}

// TestOtherItemsKeepThePlaceAsFarAsTheyCan: a list is filled anew whenever something changes.
func TestOtherItemsKeepThePlaceAsFarAsTheyCan(t *testing.T) {
	for items, place := range map[int]int{4: 2, 3: 2, 2: 1, 1: 0, 0: 0} {
		l := three(20)
		l.SetPlace(2)
		l.SetItems(make([]Item[string], items))
		if l.Place() != place {
			t.Errorf("with %d items the place is %d, want %d", items, l.Place(), place)
		}
		if _, ok := l.Current(); ok != (items > 0) {
			t.Errorf("with %d items there is one at the cursor: %v", items, ok)
		}
	}
}

func TestAPlaceThatIsNotThereIsTheNearest(t *testing.T) {
	for asked, place := range map[int]int{-1: 0, 0: 0, 2: 2, 9: 2} {
		l := three(20)
		if l.SetPlace(asked); l.Place() != place {
			t.Errorf("place %d is %d, want %d", asked, l.Place(), place)
		}
	}
}

func TestWhatStandsAroundTheItems(t *testing.T) {
	l := three(20)
	l.SetItems([]Item[string]{{Text: "one"}, {Above: "a chart", Heading: "More", Text: "two"}})
	l.SetIntro("before")
	l.SetOutro("after")
	if got, want := strings.Join(strings.Fields(ansi.Strip(l.View())), " "), "before › one a chart More two after"; got != want {
		t.Errorf("shown is %q, want %q", got, want)
	}
}

// long is a list of a hundred items in a window ten lines high, with words above every tenth.
func long() *List[int] {
	l := New[int]()
	var items []Item[int]
	for i := range 100 {
		item := Item[int]{Text: fmt.Sprint("item ", i), Value: i}
		if i%10 == 5 {
			item.Above = words(i)
		}
		items = append(items, item)
	}
	l.SetItems(items)
	l.Layout(screen.Frame{Width: 40, Height: 10, Theme: theme.New(theme.Mono, true)})
	return l
}

// words are thirty lines above an item, each with its number.
func words(above int) string {
	all := make([]string, 30)
	for i := range all {
		all[i] = fmt.Sprintf("word %d of %d", i, above)
	}
	return strings.Join(all, "\n")
}

// TestTextBetweenItemsIsNotPassedOver: on the way to the next item every line of what stands above it is seen.
func TestTextBetweenItemsIsNotPassedOver(t *testing.T) {
	l, seen := long(), ""
	for range 20 {
		if l.Place() == 5 {
			break
		}
		press(l, "down")
		seen += ansi.Strip(l.View())
	}
	if l.Place() != 5 {
		t.Errorf("item %d is reached", l.Place())
	}
	for _, line := range strings.Split(words(5), "\n") {
		if !strings.Contains(seen, line) {
			t.Errorf("%q was never seen", line)
		}
	}
	for range 20 { // and back
		press(l, "up")
	}
	if above, _ := l.More(); l.Place() != 0 || above {
		t.Errorf("back is item %d, and there is more above: %v", l.Place(), above)
	}
}

// TestTheCursorGoesWithThePages: where there are items in the window, it is at one of them.
func TestTheCursorGoesWithThePages(t *testing.T) {
	l, with := long(), 0
	for _, k := range strings.Fields("end home" + strings.Repeat(" pgdown", 60) + strings.Repeat(" pgup", 60)) {
		press(l, k)
		if shown := ansi.Strip(l.View()); strings.Contains(shown, "item ") {
			with++
			if !strings.Contains(shown, fmt.Sprint("› item ", l.Place())) {
				t.Fatalf("after %s the cursor is outside the window, at item %d:\n%s", k, l.Place(), shown)
			}
		}
	}
	if with < 40 {
		t.Errorf("%d windows have items", with)
	}
}

func TestALongListDoesNotGoRound(t *testing.T) {
	l := long()
	if press(l, "down down up"); l.Place() != 1 {
		t.Errorf("two down and one up is item %d", l.Place())
	}
	if press(l, "up up"); l.Place() != 0 {
		t.Errorf("up from the first item is item %d", l.Place())
	}
}

func TestTheCursorStaysInSightInAnotherWindow(t *testing.T) {
	l := long()
	l.SetPlace(43)
	for _, height := range []int{30, 3, 10, 1} {
		l.Layout(screen.Frame{Width: 40, Height: height, Theme: theme.New(theme.Mono, true)})
		if !strings.Contains(ansi.Strip(l.View()), "› item 43") {
			t.Errorf("in %d lines it shows\n%s", height, ansi.Strip(l.View()))
		}
	}
}

// TestWordsStandOut: those that are named, and no part of another.
func TestWordsStandOut(t *testing.T) {
	l := New[int]()
	th := theme.New(theme.Mono, true)
	l.Layout(screen.Frame{Width: 60, Height: 10, Theme: th})
	l.SetItems([]Item[int]{{Text: "one"}, {Text: "two", Note: "A selfie, and selfies: (selfie)", Strong: []string{"selfie"}}})
	bold := th.Strong.Render("selfie")
	if got := l.View(); strings.Count(got, bold) != 2 || !strings.Contains(ansi.Strip(got), "A selfie, and selfies: (selfie)") {
		t.Errorf("%q", got)
	}
}

// TestTheKeysThatPageMoveTheCursorToo: what enter would choose is in the window. A letter that an item has is the item's.
func TestTheKeysThatPageMoveTheCursorToo(t *testing.T) {
	for _, c := range []struct {
		keys string
		at   int
	}{
		{"end", 29}, {"G", 29}, {"end home", 0}, {"G g", 0}, {"space", 13}, {"space space b", 14}, {"pgdown", 13}, {"z", 7},
	} {
		t.Run(c.keys, func(t *testing.T) {
			l := New[int]()
			items := make([]Item[int], 30)
			for i := range items {
				items[i] = Item[int]{Text: fmt.Sprint("item ", i), Value: i}
			}
			items[7].Key = "z"
			l.SetItems(items)
			l.Layout(screen.Frame{Width: 80, Height: 16, Theme: theme.New(theme.Mono, true)})
			named := map[string]rune{"end": tea.KeyEnd, "home": tea.KeyHome, "pgdown": tea.KeyPgDown, "space": tea.KeySpace}
			for _, k := range strings.Fields(c.keys) {
				msg := tea.KeyPressMsg{Code: named[k]}
				if msg.Code == 0 {
					msg = tea.KeyPressMsg{Code: rune(k[0]), Text: k}
				}
				l.Update(msg)
			}
			if l.Place() != c.at || !l.seen() {
				t.Errorf("the cursor is at %d, and in the window: %v; want %d", l.Place(), l.seen(), c.at)
			}
		})
	}
}
