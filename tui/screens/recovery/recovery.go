// Package recovery is where a learner lands when the record is damaged, or is gone: what happened, and what can be done. Nothing is
// moved before it is chosen.
package recovery

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Mend is the screen.
type Mend struct {
	env     screen.Env
	err     error           // a *file.CorruptError or *folder.LostError
	backups []folder.Backup // those worth going back to
	trouble error           // what went wrong here
	menu    *list.List[choice]
	frame   screen.Frame
}

// choice is one of the backups offered, by its place, or one of what follows.
type choice int

const (
	afresh choice = -1 - iota
	leave
)

// The messages of the screen's own commands: the backups that there are, and what came of what was chosen.
type (
	found   tutor.Backups
	settled struct{ err error }
)

// New makes the screen for what went wrong.
func New(env screen.Env, to screen.ToMend) *Mend {
	return &Mend{env: env, err: to.Err, menu: list.New[choice]()}
}

// Title names the screen.
func (m *Mend) Title() string { return "Your record" }

// Open looks for backups.
func (m *Mend) Open() tea.Cmd {
	return screen.Run(m.env.Tutor.Record.FindBackups(), func(b tutor.Backups) tea.Msg { return found(b) })
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
	title, lines, fresh := said(m.err)
	text := "\n" + pane.Hang("  ", title, width, th.Title)
	for _, l := range lines {
		text += "\n" + pane.Hang("  ", prose.Line(l), width, th.Text)
	}
	if m.trouble != nil {
		text += "\n" + pane.Hang("  ", prose.Worded(m.trouble), width, th.Wrong)
	}
	m.menu.SetIntro(text)
	var items []list.Item[choice]
	for i, b := range m.backups {
		items = append(items, list.Item[choice]{Key: string(rune('b' + i)), Text: "Go back to the backup", Note: tutor.Described(b), Value: choice(i)})
	}
	m.menu.SetItems(append(items, list.Item[choice]{Key: "n", Text: fresh, Value: afresh}, list.Item[choice]{Key: "q", Text: "Quit", Value: leave}))
}

// said is what happened, in a title and sentences, and what beginning anew is called.
func said(err error) (title string, lines []string, fresh string) {
	var corrupt *file.CorruptError
	var lost *folder.LostError
	switch {
	case errors.As(err, &corrupt):
		return "Your record could not be read.", []string{
			fmt.Sprintf("In line %d of %s: %v.", corrupt.Line, filepath.Base(corrupt.Path), corrupt.Problem),
			"Nothing in it has been changed: you can quit, and mend that line in an editor. Whatever you choose here, it is kept beside the new one.",
		}, "Set it aside and begin a new record"
	case errors.As(err, &lost):
		title, rest, _ := strings.Cut(lost.Found(), ". ")
		if rest != "" {
			title, lines = title+".", []string{rest}
		}
		return title, lines, "Begin a new record"
	}
	return "Your record could not be read.", []string{prose.Worded(err)}, "Begin a new record"
}

// Update does what is chosen.
func (m *Mend) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case found:
		m.backups, m.trouble = tutor.Offered(msg.All), msg.Err
		m.fill()
	case settled:
		if m.trouble = msg.err; msg.err == nil {
			return m.env.Ask(screen.Begin{})
		}
		m.fill()
	case tea.KeyPressMsg:
		if chosen, ok := m.menu.Update(msg); ok {
			return m.do(chosen)
		}
	}
	return nil
}

func (m *Mend) do(c choice) tea.Cmd {
	var settle tutor.Task[error]
	switch c {
	case leave:
		return tea.Quit
	case afresh:
		settle = m.env.Tutor.Record.SetAside()
	default:
		settle = m.env.Tutor.Record.Restore(m.backups[c])
	}
	return screen.Run(settle, func(err error) tea.Msg { return settled{err} })
}

// View draws the screen.
func (m *Mend) View() string { return m.menu.View() }

// More tells what stands outside the window.
func (m *Mend) More() (above, below bool) { return m.menu.More() }

// Keys are the bindings that work here.
func (m *Mend) Keys() []key.Binding { return list.Keys("choose") }
