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

	"probity/progress"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Screen says what is wrong with the record and offers the ways on.
type Screen struct {
	env     screen.Env
	err     error             // a *progress.CorruptError or *progress.LostError
	backups []progress.Backup // those worth going back to
	trouble error             // what went wrong here
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
	found struct {
		backups []progress.Backup
		err     error
	}
	settled struct {
		moved string // where the damaged record is now; "" for where it was
		err   error
	}
)

// New makes the screen for what went wrong.
func New(env screen.Env, to screen.ToRecovery) *Screen {
	return &Screen{env: env, err: to.Err, menu: list.New[choice]()}
}

// Title names the screen.
func (r *Screen) Title() string { return "Your record" }

// Open looks for backups.
func (r *Screen) Open() tea.Cmd {
	look := r.env.Tutor.Salvage()
	return func() tea.Msg {
		backups, err := look()
		return found{backups, err}
	}
}

// Back stays: until something is chosen there is nothing to go back to.
func (r *Screen) Back() bool { return true }

// Layout takes the room and the look.
func (r *Screen) Layout(f screen.Frame) {
	r.frame = f
	r.menu.Layout(f)
	r.fill()
}

func (r *Screen) fill() {
	th, width := r.frame.Theme, pane.Measure(r.frame.Width)
	title, lines, fresh := explain(r.err)
	text := "\n" + pane.Hang("  ", title, width, th.Title)
	for _, l := range lines {
		text += "\n" + pane.Hang("  ", prose.Line(l), width, th.Text)
	}
	if r.trouble != nil {
		text += "\n" + pane.Hang("  ", prose.Worded(r.trouble), width, th.Wrong)
	}
	r.menu.SetIntro(text)
	var items []list.Item[choice]
	for i, b := range r.backups {
		items = append(items, list.Item[choice]{Key: string(rune('b' + i)), Text: "Go back to the backup", Note: tutor.Described(b), Value: choice(i)})
	}
	r.menu.SetItems(append(items, list.Item[choice]{Key: "n", Text: fresh, Value: afresh}, list.Item[choice]{Key: "q", Text: "Quit", Value: leave}))
}

// explain says what happened, in a title and sentences, and what beginning anew is called.
func explain(err error) (title string, lines []string, fresh string) {
	var corrupt *progress.CorruptError
	var lost *progress.LostError
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
func (r *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case found:
		r.backups, r.trouble = tutor.Offered(msg.backups), msg.err
		r.fill()
	case settled:
		if r.trouble = msg.err; msg.err == nil {
			r.env.Tutor.GoOn(msg.moved)
			return r.env.Request(screen.Restart{})
		}
		r.fill()
	case tea.KeyPressMsg:
		if chosen, ok := r.menu.Update(msg); ok {
			return r.do(chosen)
		}
	}
	return nil
}

func (r *Screen) do(c choice) tea.Cmd {
	var settle func() (string, error)
	switch c {
	case leave:
		return tea.Quit
	case afresh:
		settle = r.env.Tutor.SetAside()
	default:
		settle = r.env.Tutor.Restore(r.backups[c])
	}
	return func() tea.Msg {
		moved, err := settle()
		return settled{moved, err}
	}
}

// View draws the screen.
func (r *Screen) View() string { return r.menu.View() }

// More reports whether there is more above and below the window.
func (r *Screen) More() (above, below bool) { return r.menu.More() }

// Keys are the bindings that work here.
func (r *Screen) Keys() []key.Binding { return list.Keys("choose") }
