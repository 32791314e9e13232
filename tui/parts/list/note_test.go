package list

import (
	"strings"
	"testing"

	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// TestWhatANoteIsBelowStandsOut where the note can't be fainter.
func TestWhatANoteIsBelowStandsOut(t *testing.T) {
	l := New[int]()
	l.SetItems([]Item[int]{{Text: "First", Value: 1}, {Text: "MUST, paragraph 1", Note: strings.Repeat("what it says ", 9), Value: 2}})
	for kind, bold := range map[theme.Kind]bool{theme.Mono: true, theme.Contrast: true, theme.Dark: false} {
		l.Layout(screen.Frame{Width: 60, Height: 12, Theme: theme.New(kind, true)})
		if got := strings.Contains(l.View(), "\x1b[1mMUST, paragraph 1"); got != bold {
			t.Errorf("%s: bold (%v), want %v:\n%q", kind, got, bold, l.View())
		}
	}
}
