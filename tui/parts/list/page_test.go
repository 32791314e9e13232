package list

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// choices is a page of three numbers, with what was chosen and how often it was filled.
type choices struct {
	*Page[int]
	chosen []int
	filled int
}

func newChoices(keys ...key.Binding) *choices {
	c := &choices{}
	c.Page = NewPage(func() {
		c.filled++
		c.SetItems([]Item[int]{{Text: fmt.Sprintf("filled %d times", c.filled), Value: 1}, {Key: "t", Text: "two", Value: 2}, {Text: "three", Value: 3}})
	}, func(n int) tea.Cmd {
		c.chosen = append(c.chosen, n)
		return nil
	}, keys...)
	return c
}

func TestAPagePassesOnWhatIsChosen(t *testing.T) {
	c := newChoices()
	c.Layout(screen.Frame{Width: 40, Height: 10, Theme: theme.New(theme.Mono, true)})
	for _, k := range []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyDown}, {Code: tea.KeyEnter}, {Code: 't', Text: "t"}, {Code: 'z', Text: "z"}} {
		c.Update(k)
	}
	if got := fmt.Sprint(c.chosen); got != "[3 2]" {
		t.Errorf("chosen are %s", got)
	}
}

func TestAPageIsFilledOnceItHasAFrameAndWheneverSomethingChanged(t *testing.T) {
	c := newChoices()
	if c.Update(screen.ChangedMsg{}); c.filled != 0 {
		t.Fatal("it is filled before it has a frame")
	}
	c.Layout(screen.Frame{Width: 40, Height: 10, Theme: theme.New(theme.Mono, true)})
	c.Update(screen.ChangedMsg{})
	if shown := ansi.Strip(c.View()); !strings.Contains(shown, "filled 2 times") {
		t.Errorf("it shows\n%s", shown)
	}
}

func TestAPageHasTheKeysItIsGiven(t *testing.T) {
	c := newChoices(Keys("choose")...)
	if got := c.Keys(); len(got) > 0 {
		t.Errorf("before it is filled the keys are %v", got)
	}
	c.Layout(screen.Frame{Width: 40, Height: 10, Theme: theme.New(theme.Mono, true)})
	if got := c.Keys(); len(got) != 2 || got[0].Help().Desc != "choose" {
		t.Errorf("the keys are %v", got)
	}
}

// TestAPageStaysAtItsLine when lines come or go above it, and at the first line where the learner did not go to another.
func TestAPageStaysAtItsLine(t *testing.T) {
	more := false
	var p *Page[int]
	p = NewPage(func() {
		items := []Item[int]{{Text: "two", Value: 2}, {Text: "three", Value: 3}}
		if more {
			items = append([]Item[int]{{Text: "one", Value: 1}}, items...)
		}
		p.SetItems(items)
	}, func(int) tea.Cmd { return nil })
	p.Layout(screen.Frame{Width: 40, Height: 10, Theme: theme.New(theme.Mono, true)})
	for _, want := range []struct {
		more bool
		at   int
	}{{true, 1}, {false, 2}} {
		more = want.more
		if p.Update(screen.ChangedMsg{}); p.values[p.Place()] != want.at {
			t.Errorf("it is at %v", p.items[p.Place()])
		}
		p.SetPlace(len(p.items) - 1)
		if more = !more; p.values[p.Place()] != 3 {
			t.Fatal("the last line is not the last")
		}
		if p.Update(screen.ChangedMsg{}); p.values[p.Place()] != 3 {
			t.Errorf("it went from the last line to %v", p.items[p.Place()])
		}
		p.SetPlace(0)
	}
}

// TestAPageOfAnotherWindowStaysAtItsLine, in sight, though there it has other lines, and texts of other lengths.
func TestAPageOfAnotherWindowStaysAtItsLine(t *testing.T) {
	var p *Page[int]
	p = NewPage(func() {
		p.SetIntro("\n" + strings.Repeat("what it is about\n\n", 200/max(1, p.Frame.Width)))
		var items []Item[int]
		for i := range 12 {
			if note := ""; i%2 == 0 || p.Frame.Width >= 60 { // every other line where there is room alone
				if note = "a note"; p.Frame.Width >= 60 {
					note += ", and what else there is to say of it"
				}
				items = append(items, Item[int]{Text: fmt.Sprint("line ", i), Note: note, Value: i})
			}
		}
		p.SetItems(items)
	}, func(int) tea.Cmd { return nil })
	lay := func(width, height int) {
		p.Layout(screen.Frame{Width: width, Height: height, Theme: theme.New(theme.Mono, true)})
	}
	lay(80, 20)
	p.SetPlace(8)
	for _, size := range [][2]int{{30, 4}, {80, 20}, {40, 8}, {30, 4}, {40, 8}} {
		if lay(size[0], size[1]); !strings.Contains(ansi.Strip(p.View()), "› line 8") {
			t.Errorf("at %v it shows\n%s", size, ansi.Strip(p.View()))
		}
	}
}
