package list

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// TestBarsStayWhereThereIsRoom: in a wide window the text is whole; in a narrower one it is cut for the bar and the note; and in the
// narrowest the note goes below the text, and the bar with it as long as it fits.
func TestBarsStayWhereThereIsRoom(t *testing.T) {
	const text, bar, note = "A topic with a name that is rather long", "██████████", "10 of 12"
	for _, c := range []struct {
		width        int
		whole, below bool // the text is whole; the note is below it
		bar          bool
	}{
		{80, true, false, true},
		{62, false, false, true},
		{44, true, true, true},
		{22, true, true, false},
	} {
		t.Run(fmt.Sprint(c.width), func(t *testing.T) {
			l := New[int]()
			l.SetItems([]Item[int]{{Text: text, Bar: bar, Note: note}})
			l.Layout(screen.Frame{Width: c.width, Height: 20, Theme: theme.New(theme.Mono, true)})
			shown := ansi.Strip(l.View())
			words := strings.Join(strings.Fields(shown), " ")
			if whole := strings.Contains(words, text); whole != c.whole {
				t.Errorf("the text is whole: %v", whole)
			}
			if has := strings.Contains(shown, bar); has != c.bar {
				t.Errorf("the bar is there: %v", has)
			}
			for _, line := range strings.Split(shown, "\n") {
				if n := ansi.StringWidth(line); n > c.width {
					t.Errorf("a line of %d cells: %q", n, line)
				}
				if below := !strings.Contains(line, "A topic"); strings.Contains(line, note) && below != c.below {
					t.Errorf("the note stands below the text: %v", below)
				}
			}
			if t.Failed() {
				t.Log("\n" + shown)
			}
		})
	}
}
