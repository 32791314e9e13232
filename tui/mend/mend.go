// Package mend is where a learner lands when the record cannot be read, or is gone while its backups are there: what
// happened, where the damaged file went, and the newest good backup.
package mend

import (
	"errors"
	"fmt"
	"path/filepath"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/tui/menu"
	"probity/tui/pane"
	"probity/tui/prose"
	"probity/tui/screen"
)

// Mend is the screen.
type Mend struct {
	env   screen.Env
	err   error // what is wrong with the record; nil when it is gone
	found found
	menu  *menu.Menu[choice]
	frame screen.Frame
}

type choice int

const (
	restore choice = iota
	afresh
	leave
)

// found is what there is to go on with.
type found struct {
	moved   string // where the damaged record is now
	backups []progress.Backup
	err     error
}

// restored is what came of putting a backup back.
type restored struct{ err error }

// New makes the screen for what went wrong.
func New(env screen.Env, to screen.ToMend) *Mend {
	return &Mend{env: env, err: to.Err, menu: menu.New[choice]()}
}

// Title names the screen.
func (m *Mend) Title() string { return "Your record" }

// Open moves a damaged record aside and looks for backups.
func (m *Mend) Open() tea.Cmd {
	look := m.env.Tutor.Salvage(m.err != nil)
	return func() tea.Msg {
		moved, backups, err := look()
		return found{moved, backups, err}
	}
}

// Back stays: until something is chosen there is nothing to go back to.
func (m *Mend) Back() bool { return true }

// Arrange takes the room and the look.
func (m *Mend) Arrange(f screen.Frame) {
	m.frame = f
	m.menu.Arrange(f)
	m.fill()
}

func (m *Mend) fill() {
	th, width := m.frame.Theme, pane.Measure(m.frame.Width)
	text := "\n" + pane.Hang("  ", "There is no record here, but its backups are.", width, th.Title)
	if m.err != nil {
		text = "\n" + pane.Hang("  ", "Your record could not be read.", width, th.Wrong) + "\n" + pane.Hang("  ", prose.Line(what(m.err)), width, th.Text)
	}
	if m.found.moved != "" {
		kept := "Nothing was deleted: it is now kept as " + filepath.Base(m.found.moved) + ", in the same folder."
		text += "\n" + pane.Hang("  ", prose.Line(kept), width, th.Text)
	}
	if m.found.err != nil {
		text += "\n" + pane.Hang("  ", prose.Worded(m.found.err), width, th.Wrong)
	}
	m.menu.SetIntro(text)
	var items []menu.Item[choice]
	if b, ok := newest(m.found.backups); ok {
		items = append(items, menu.Item[choice]{
			Key: "b", Text: "Go back to the backup", Note: fmt.Sprintf("of %s, with %s", b.Date.Format("2 January 2006"), prose.Count(float64(b.Answers), "answer")), Value: restore,
		})
	}
	if m.err == nil || m.found.moved != "" {
		items = append(items, menu.Item[choice]{Key: "n", Text: "Begin a new record", Value: afresh})
	}
	m.menu.SetItems(append(items, menu.Item[choice]{Key: "q", Text: "Quit", Value: leave}))
}

// what says where the damage is.
func what(err error) string {
	var corrupt *progress.CorruptError
	if errors.As(err, &corrupt) {
		return fmt.Sprintf("In line %d of %s: %v.", corrupt.Line, filepath.Base(corrupt.Path), corrupt.Problem)
	}
	return prose.Worded(err)
}

func newest(backups []progress.Backup) (progress.Backup, bool) {
	for _, b := range backups {
		if b.Whole {
			return b, true
		}
	}
	return progress.Backup{}, false
}

// Update does what is chosen.
func (m *Mend) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case found:
		m.found = msg
		m.fill()
	case restored:
		if msg.err == nil {
			return m.env.Ask(screen.Begin{})
		}
		m.found.err = msg.err
		m.fill()
	case tea.KeyPressMsg:
		if chosen, ok := m.menu.Update(msg); ok {
			return m.do(chosen)
		}
	}
	return nil
}

func (m *Mend) do(c choice) tea.Cmd {
	switch c {
	case restore:
		b, _ := newest(m.found.backups)
		put := m.env.Tutor.Restore(b)
		return func() tea.Msg { return restored{put()} }
	case afresh:
		return m.env.Ask(screen.Begin{})
	}
	return tea.Quit
}

// View draws the screen.
func (m *Mend) View() string { return m.menu.View() }

// More tells what stands outside the window.
func (m *Mend) More() (above, below bool) { return m.menu.More() }

// Keys are the bindings that work here.
func (m *Mend) Keys() []key.Binding { return menu.Keys("choose") }
