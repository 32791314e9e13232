// Hello is what the tutor's speed is measured against: a Bubble Tea program with nothing in it but a screen of lines, one of them marked, at the
// framework's own number of frames. Keys j and k move the mark, and q ends it.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
)

const lines = 28

type model struct{ marked int }

// Init asks for nothing.
func (m model) Init() tea.Cmd { return nil }

// Update moves the mark.
func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	key, pressed := msg.(tea.KeyPressMsg)
	if !pressed {
		return m, nil
	}
	switch key.String() {
	case "q":
		return m, tea.Quit
	case "j":
		m.marked = (m.marked + 1) % lines
	case "k":
		m.marked = (m.marked + lines - 1) % lines
	}
	return m, nil
}

// View draws the lines.
func (m model) View() tea.View {
	var screen strings.Builder
	for i := range lines {
		mark := " "
		if i == m.marked {
			mark = ">"
		}
		fmt.Fprintf(&screen, "%s hello, line %02d %s\n", mark, i, strings.Repeat(".", 80))
	}
	view := tea.NewView(screen.String())
	view.AltScreen = true
	return view
}

func main() {
	if _, err := tea.NewProgram(model{}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, "hello:", err)
		os.Exit(1)
	}
}
