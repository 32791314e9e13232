// Package mend is where a learner lands when the record cannot be read: what happened, where the damaged file went, and
// the newest good backup.
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
	err   error
	aside aside
	menu  *menu.Menu[choice]
	frame screen.Frame
}

type choice int

const (
	restore choice = iota
	afresh
	leave
)

// aside is what setting the damaged record aside came to.
type aside struct {
	moved   string
	backups []progress.Backup
	err     error
}

// New makes the screen for what went wrong.
func New(env screen.Env, to screen.ToMend) *Mend {
	return &Mend{env: env, err: to.Err, menu: menu.New[choice]()}
}

// Title names the screen.
func (m *Mend) Title() string { return "Your record" }

// Open moves the damaged record aside and looks for backups.
func (m *Mend) Open() tea.Cmd {
	setAside := m.env.Tutor.SetAside()
	return func() tea.Msg {
		moved, backups, err := setAside()
		return aside{moved, backups, err}
	}
}

// Arrange takes the room and the look.
func (m *Mend) Arrange(f screen.Frame) {
	m.frame = f
	m.menu.Arrange(f)
	m.fill()
}

func (m *Mend) fill() {
	th, width := m.frame.Theme, min(m.frame.Width-2, 78)
	text := "\n" + pane.Hang("  ", "Your record could not be read.", width, th.Wrong) + "\n" + pane.Hang("  ", prose.Line(what(m.err)), width, th.Text)
	if m.aside.moved != "" {
		kept := "Nothing was deleted: it is now kept as " + filepath.Base(m.aside.moved) + ", in the same folder."
		text += "\n" + pane.Hang("  ", prose.Line(kept), width, th.Text)
	}
	if m.aside.err != nil {
		text += "\n" + pane.Hang("  ", prose.Worded(m.aside.err), width, th.Wrong)
	}
	m.menu.SetIntro(text)
	var items []menu.Item[choice]
	if b, ok := newest(m.aside.backups); ok {
		items = append(items, menu.Item[choice]{
			Key: "b", Text: "Go back to the backup", Note: fmt.Sprintf("of %s, with %d answers", b.Date.Format("2 January 2006"), b.Answers), Value: restore,
		})
	}
	if m.aside.moved != "" {
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
	case aside:
		m.aside = msg
		m.fill()
	case tea.KeyPressMsg:
		chosen, ok := m.menu.Update(msg)
		if !ok {
			return nil
		}
		return m.do(chosen)
	}
	return nil
}

func (m *Mend) do(c choice) tea.Cmd {
	switch c {
	case restore:
		b, _ := newest(m.aside.backups)
		put := m.env.Tutor.Restore(b)
		moved, backups := m.aside.moved, m.aside.backups
		return func() tea.Msg {
			if err := put(); err != nil {
				return aside{moved, backups, err}
			}
			return screen.MendedMsg{}
		}
	case afresh:
		return func() tea.Msg { return screen.MendedMsg{} }
	}
	return screen.Quit()
}

// View draws the screen.
func (m *Mend) View() string { return m.menu.View() }

// More tells what stands outside the window.
func (m *Mend) More() (above, below bool) { return m.menu.More() }

// Keys are the bindings that work here.
func (m *Mend) Keys() []key.Binding { return menu.Keys("choose") }
